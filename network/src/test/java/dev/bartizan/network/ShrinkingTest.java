package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a failing random test prints. */
class ShrinkingTest {
    @Test
    void onlyWhatMattersIsLeft() {
        List<String> smallest = Shrinking.smallest(
                List.of("a", "b", "c", "d"),
                list -> Shrinking.without(list).toList(),
                list -> list.contains("b") && list.contains("d"));

        assertThat(smallest).containsExactly("b", "d");
    }

    @Test
    void partsOfPartsAreTakenToo() {
        List<List<String>> smallest = Shrinking.smallest(
                List.of(List.of("a", "b"), List.of("c", "b")),
                lists -> Shrinking.within(lists, list -> list, (list, fewer) -> fewer)
                        .toList(),
                lists -> lists.stream().allMatch(list -> list.contains("b")));

        assertThat(smallest).containsExactly(List.of("b"), List.of("b"));
    }

    /** Of a cluster that a broken engine would fail on: the packet's own pods and the one rule are left. */
    @Test
    void aClusterIsLeftWithThePolicyThatMatters() {
        NaiveCluster cluster = LongStream.range(1, 100)
                .mapToObj(NaiveCluster::decided)
                .filter(each -> each.packets().stream().anyMatch(packet -> isDenied(each, packet)))
                .findFirst()
                .orElseThrow();
        NaiveCluster.Packet denied = Stream.generate(cluster::packets)
                .flatMap(List::stream)
                .filter(packet -> isDenied(cluster, packet))
                .findFirst()
                .orElseThrow();

        NaiveCluster smallest =
                Shrinking.smallest(cluster, each -> each.smaller(denied), each -> isDenied(each, denied));

        assertThat(smallest.yaml().split("kind: (Cluster)?NetworkPolicy", -1)).hasSize(2);
        assertThat(smallest.yaml().split("kind: Pod", -1)).hasSizeLessThanOrEqualTo(3);
    }

    private static boolean isDenied(NaiveCluster cluster, NaiveCluster.Packet packet) {
        return !cluster.isAllowed(packet, NaiveCluster.World.OF_NP_GUARD);
    }
}
