package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.network.model.Protocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine against an evaluator that asks one packet at a time, written from the specifications alone. */
class RandomClusterTest {
    private static final int CLUSTERS = 60;
    private static final int WORLDS = 8;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theEngineAgreesWithTheNaiveEvaluator(long seed) {
        for (int i = 0; i < CLUSTERS; i++) {
            long number = seed * CLUSTERS + i;
            var cluster = NaiveCluster.decided(number);
            var connectivity = Connectivity.of(Clusters.of(cluster.yaml()), CniProfile.NP_GUARD);
            assertThat(connectivity.problems()).isEmpty();
            for (NaiveCluster.Packet packet : cluster.packets()) {
                Peer from = connectivity.peer(packet.from()).orElseThrow();
                Peer to = connectivity.peer(packet.to()).orElseThrow();
                boolean isAllowed = contains(connectivity.connection(from, to).allowed(), packet);

                assertThat(isAllowed)
                        .as(() -> "cluster " + number + ": " + packet + "\n" + cluster.yaml())
                        .isEqualTo(cluster.isAllowed(packet, NaiveCluster.World.OF_NP_GUARD));
                assertThat(connectivity.reasons(from, to).stream()
                                .filter(reason -> contains(new Ports(reason.ports()), packet)))
                        .as("one reason for " + packet)
                        .singleElement()
                        .extracting(reason -> reason.verdict().name())
                        .isEqualTo(isAllowed ? "ALLOWED" : "DENIED");
            }
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
            var connectivity = Connectivity.of(Clusters.of(cluster.yaml()), CniProfile.KUBERNETES);
            for (NaiveCluster.Packet packet : cluster.packets()) {
                Connection connection = connectivity.connection(
                        connectivity.peer(packet.from()).orElseThrow(),
                        connectivity.peer(packet.to()).orElseThrow());
                if (contains(connection.depends(), packet)) {
                    open++;
                    continue;
                }
                for (int world = 0; world < WORLDS; world++) {
                    NaiveCluster.World one = cluster.world();
                    assertThat(contains(connection.allowed(), packet))
                            .as(() -> "cluster " + number + " in " + one + ": " + packet + "\n" + cluster.yaml())
                            .isEqualTo(cluster.isAllowed(packet, one));
                }
            }
        }
        assertThat(open).as("answers that stay open").isPositive();
    }

    private static boolean contains(Ports ports, NaiveCluster.Packet packet) {
        return ports.contains(Protocol.of(packet.protocol()).orElseThrow(), packet.port());
    }
}
