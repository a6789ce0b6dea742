package dev.bartizan.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Crossings.Crossing;
import dev.bartizan.graph.DecisionTable.Run;
import dev.bartizan.graph.ReachabilityFacts.PeerClass;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossingsTest {
    private static final int CLASSES = 9;
    private static final List<String> ZONES = List.of("data", "edge", "serving", "training");
    private static final List<PortRange> PORTS =
            List.of(new PortRange(Transport.TCP, 80, 80), new PortRange(Transport.TCP, 8000, 8080));

    @Test
    void whatZonesMayOpenIsWhatTheirClassesMayOpenTogether() {
        for (int seed = 1; seed <= 20; seed++) {
            var random = new Random(seed);
            Platform platform = platform(random);
            ReachabilityFacts facts = facts(random);
            var crossings = Crossings.of(platform, facts);
            assertThat(crossings.isComplete()).isTrue();
            for (String from : ZONES) {
                for (String to : ZONES) {
                    assertThat(crossings.between(from, to))
                            .as("%s to %s, seed %d", from, to, seed)
                            .isEqualTo(pairByPair(platform, facts, from, to));
                }
            }
        }
    }

    @Test
    void allThatAreOpenAreGoneThroughInOrder() {
        var random = new Random(7);
        Platform platform = platform(random);
        var crossings = Crossings.of(platform, facts(random));
        var met = new ArrayList<String>();
        crossings.forEach((from, to, crossing) -> {
            assertThat(crossing).isEqualTo(crossings.between(from, to));
            met.add(from + " " + to);
        });
        assertThat(met)
                .isSorted()
                .isEqualTo(ZONES.stream()
                        .flatMap(from -> ZONES.stream()
                                .filter(to -> !crossings.between(from, to).isNothing())
                                .map(to -> from + " " + to))
                        .toList())
                .hasSizeGreaterThan(3);
    }

    @Test
    void aZoneThatIsNotThereOpensNothing() {
        var random = new Random(1);
        assertThat(Crossings.of(platform(random), facts(random)).between("data", "moon"))
                .isEqualTo(Crossing.NOTHING);
    }

    private static Platform platform(Random random) {
        var assets = IntStream.range(0, CLASSES)
                .mapToObj(i -> asset(i, ZONES.get(random.nextInt(ZONES.size()))))
                .toList();
        return new Platform("", assets, List.of(), new TreeMap<>(), new Completeness(true, new TreeSet<>()));
    }

    private static Asset asset(int number, String zone) {
        return new Asset(
                "k8s:-/apps/Deployment/ml/w" + number,
                "Deployment",
                "apps",
                "v1",
                "ml",
                "w" + number,
                zone,
                Classification.UNKNOWN,
                List.of(Location.ofFile("platform.yaml")));
    }

    private static ReachabilityFacts facts(Random random) {
        var classes = IntStream.range(0, CLASSES)
                .mapToObj(i -> new PeerClass(List.of(new PeerClass.Member(i, "")), ""))
                .toList();
        return new ReachabilityFacts(
                new ReachabilityFacts.Basis("cilium", "assumed", 1, List.of()), classes, table(random), table(random));
    }

    /** Classes share rows, and of one row nothing is known. */
    private static DecisionTable table(Random random) {
        List<Optional<List<Run>>> rows = new ArrayList<>(List.of(Optional.empty()));
        for (int row = 1; row < 4; row++) {
            int middle = random.nextInt(CLASSES - 1);
            rows.add(Optional.of(List.of(new Run(middle, ways(random)), new Run(CLASSES - 1, ways(random)))));
        }
        int[] rowOf = random.ints(CLASSES, 0, rows.size()).toArray();
        return new DecisionTable(rowOf, rows.size(), rows::get);
    }

    private static List<Way> ways(Random random) {
        return PORTS.stream()
                .map(port -> new Way(
                        List.of(port), Way.Verdict.values()[random.nextInt(Way.Verdict.values().length)], List.of()))
                .toList();
    }

    /** As it is defined. */
    private static Crossing pairByPair(Platform platform, ReachabilityFacts facts, String from, String to) {
        var ports = new TreeSet<String>();
        var maybe = new TreeSet<String>();
        boolean isEverything = true;
        for (int sender = 0; sender < CLASSES; sender++) {
            for (int receiver = 0; receiver < CLASSES; receiver++) {
                boolean isBetween = platform.asset(sender).zone().equals(from)
                        && platform.asset(receiver).zone().equals(to);
                if (!from.equals(to) && isBetween) {
                    boolean isKnown = facts.egress().ways(sender, receiver).isPresent()
                            && facts.ingress().ways(receiver, sender).isPresent();
                    boolean isAnyOpen = false;
                    for (PortRange port : PORTS) {
                        Truth truth = facts.between(sender, receiver, port.transport(), port.first());
                        if (isKnown && !truth.isRefuted()) {
                            (truth.isConfirmed() ? ports : maybe).add(port.toString());
                        }
                        isAnyOpen |= truth.isConfirmed();
                        isEverything &= truth.isConfirmed();
                    }
                    isEverything &= isAnyOpen;
                }
            }
        }
        return new Crossing(ports, maybe, isEverything && !ports.isEmpty());
    }
}
