package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.bartizan.network.model.Protocol;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine against an evaluator that asks one packet at a time, written from the specifications alone. */
class RandomClusterTest {
    private static final int CLUSTERS = 100;
    private static final int WORLDS = 8;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theEngineAgreesWithTheNaiveEvaluator(long seed) {
        for (int i = 0; i < CLUSTERS; i++) {
            long number = seed * CLUSTERS + i;
            agree(number, NaiveCluster.decided(number), CniProfile.NP_GUARD, List.of(NaiveCluster.World.OF_NP_GUARD));
        }
    }

    /** What is said for certain must hold whatever addresses pods have and in whichever order equals are asked. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void certainAnswersHoldInEveryWorld(long seed) {
        int open = 0;
        for (int i = 0; i < CLUSTERS; i++) {
            long number = seed * CLUSTERS + i;
            var cluster = NaiveCluster.open(number);
            var worlds = Stream.generate(cluster::world).limit(WORLDS).toList();
            open += agree(number, cluster, CniProfile.KUBERNETES, worlds);
        }
        assertThat(open).as("answers that stay open").isPositive();
    }

    /** How many packets stay open. */
    private static int agree(long number, NaiveCluster cluster, CniProfile profile, List<NaiveCluster.World> worlds) {
        var connectivity = Connectivity.of(Clusters.of(cluster.yaml()), profile);
        assertThat(connectivity.problems())
                .as(cluster::yaml)
                .allSatisfy(problem -> assertThat(problem.level()).isEqualTo(Problem.Level.NOTICE));
        int open = 0;
        for (NaiveCluster.Packet packet : cluster.packets()) {
            Optional<String> mistake = mistake(connectivity, cluster, packet, worlds);
            if (mistake.isPresent()) {
                NaiveCluster smallest = Shrinking.smallest(
                        cluster,
                        each -> each.smaller(packet),
                        each -> mistake(Connectivity.of(Clusters.of(each.yaml()), profile), each, packet, worlds)
                                .isPresent());
                fail("cluster %d, made smaller: %s: %s%n%s", number, packet, mistake.get(), smallest.yaml());
            }
            open += contains(connection(connectivity, packet).depends(), packet) ? 1 : 0;
        }
        return open;
    }

    /** What the engine says of a packet against what it should say; nothing when both agree. */
    private static Optional<String> mistake(
            Connectivity connectivity,
            NaiveCluster cluster,
            NaiveCluster.Packet packet,
            List<NaiveCluster.World> worlds) {
        Connection connection = connection(connectivity, packet);
        List<String> reasons = connectivity.reasons(connection.from(), connection.to()).stream()
                .filter(reason -> contains(new Ports(reason.ports()), packet))
                .map(reason -> reason.verdict().name())
                .toList();
        String verdict = contains(connection.allowed(), packet)
                ? "ALLOWED"
                : contains(connection.depends(), packet) ? "DEPENDS" : "DENIED";
        if (!reasons.equals(List.of(verdict))) {
            return Optional.of(verdict + " for the reasons " + reasons);
        }
        return worlds.stream()
                .filter(world -> !verdict.equals("DEPENDS"))
                .filter(world -> cluster.isAllowed(packet, world) != verdict.equals("ALLOWED"))
                .findFirst()
                .map(world -> verdict + ", which is wrong in " + world);
    }

    private static Connection connection(Connectivity connectivity, NaiveCluster.Packet packet) {
        return connectivity.connection(
                connectivity.peer(packet.from()).orElseThrow(),
                connectivity.peer(packet.to()).orElseThrow());
    }

    private static boolean contains(Ports ports, NaiveCluster.Packet packet) {
        return ports.contains(Protocol.of(packet.protocol()).orElseThrow(), packet.port());
    }
}
