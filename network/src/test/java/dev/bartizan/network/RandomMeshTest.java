package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.network.model.Protocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mesh in the engine against an evaluator that asks one request at a time, written from the specifications alone. */
class RandomMeshTest {
    private static final int PLATFORMS = 150;
    private static final int MOST_OPEN = 1;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theEngineAgreesWithTheNaiveEvaluator(long seed) {
        int asked = 0;
        int open = 0;
        for (int i = 0; i < PLATFORMS; i++) {
            var mesh = new NaiveMesh(seed * PLATFORMS + i);
            var connectivity = Connectivity.of(Clusters.of(mesh.yaml()), CniProfile.KUBERNETES);
            assertThat(connectivity.problems()).isEmpty();
            for (NaiveMesh.Opened opened : mesh.opened()) {
                Peer from = connectivity.peer(opened.from()).orElseThrow();
                Peer to = connectivity.peer(opened.to()).orElseThrow();
                Connection connection = connectivity.connection(from, to);
                asked++;
                if (connection.depends().contains(Protocol.TCP, opened.port())) {
                    open++;
                } else {
                    assertThat(connection.allowed().contains(Protocol.TCP, opened.port()))
                            .as("platform %d: %s%n%s", seed * PLATFORMS + i, opened, mesh.yaml())
                            .isEqualTo(mesh.passes(opened));
                }
            }
        }
        assertThat(open * 100 / asked).as("percent left open").isLessThan(MOST_OPEN);
    }
}
