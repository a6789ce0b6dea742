package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.bartizan.network.model.Protocol;
import dev.bartizan.source.Problem;
import java.util.function.LongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policies of network plugins against evaluators that ask one packet at a time, written from their references alone. */
class RandomKindsTest {
    private static final int CLUSTERS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void calico(long seed) {
        agree(seed, NaiveCalico::new);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void cilium(long seed) {
        agree(seed, NaiveCilium::new);
    }

    private static void agree(long seed, LongFunction<NaivePolicies> clusters) {
        for (int i = 0; i < CLUSTERS; i++) {
            long number = seed * CLUSTERS + i;
            NaivePolicies cluster = clusters.apply(number);
            var connectivity = Connectivity.of(Clusters.of(cluster.yaml()), CniProfile.NP_GUARD);
            assertThat(connectivity.problems())
                    .as(cluster::yaml)
                    .allSatisfy(problem -> assertThat(problem.level()).isEqualTo(Problem.Level.NOTICE));
            for (NaivePolicies.Packet packet : cluster.packets()) {
                if (isMistaken(connectivity, cluster, packet)) {
                    NaivePolicies smallest = Shrinking.smallest(
                            cluster,
                            each -> each.smaller(packet),
                            each -> isMistaken(
                                    Connectivity.of(Clusters.of(each.yaml()), CniProfile.NP_GUARD), each, packet));
                    fail(
                            "cluster %d, made smaller: %s should be allowed: %s%n%s",
                            number, packet, smallest.isAllowed(packet), smallest.yaml());
                }
            }
        }
    }

    private static boolean isMistaken(Connectivity connectivity, NaivePolicies cluster, NaivePolicies.Packet packet) {
        Peer from = connectivity.peer(packet.from()).orElseThrow();
        Peer to = connectivity.peer(packet.to()).orElseThrow();
        return contains(connectivity.connection(from, to).allowed(), packet) != cluster.isAllowed(packet);
    }

    private static boolean contains(Ports ports, NaivePolicies.Packet packet) {
        return ports.contains(Protocol.of(packet.protocol()).orElseThrow(), packet.port());
    }
}
