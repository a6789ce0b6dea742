package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.network.model.Protocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine against an evaluator that asks one packet at a time, written from the specifications alone. */
class RandomClusterTest {
    private static final int CLUSTERS = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theEngineAgreesWithTheNaiveEvaluator(long seed) {
        for (int i = 0; i < CLUSTERS; i++) {
            var cluster = new NaiveCluster(seed * CLUSTERS + i);
            var connectivity = Connectivity.of(Clusters.of(cluster.yaml()), CniProfile.NP_GUARD);
            assertThat(connectivity.problems()).isEmpty();
            for (NaiveCluster.Packet packet : cluster.packets()) {
                Peer from = connectivity.peer(packet.from()).orElseThrow();
                Peer to = connectivity.peer(packet.to()).orElseThrow();
                boolean isAllowed = connectivity
                        .connection(from, to)
                        .allowed()
                        .contains(Protocol.of(packet.protocol()).orElseThrow(), packet.port());

                assertThat(isAllowed)
                        .as("cluster %d: %s%n%s", seed * CLUSTERS + i, packet, cluster.yaml())
                        .isEqualTo(cluster.isAllowed(packet));
                assertThat(connectivity.reasons(from, to).stream()
                                .filter(reason -> new Ports(reason.ports())
                                        .contains(Protocol.of(packet.protocol()).orElseThrow(), packet.port())))
                        .as("one reason for " + packet)
                        .singleElement()
                        .extracting(reason -> reason.verdict().name())
                        .isEqualTo(isAllowed ? "ALLOWED" : "DENIED");
            }
        }
    }
}
