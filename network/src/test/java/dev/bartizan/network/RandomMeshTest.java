package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.bartizan.network.model.Protocol;
import dev.bartizan.source.Problem;
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
            long number = seed * PLATFORMS + i;
            var mesh = new NaiveMesh(number);
            var connectivity = Connectivity.of(Clusters.of(mesh.yaml()), CniProfile.KUBERNETES);
            assertThat(connectivity.problems())
                    .as(mesh::yaml)
                    .allSatisfy(problem -> assertThat(problem.level()).isEqualTo(Problem.Level.NOTICE));
            for (NaiveMesh.Opened opened : mesh.opened()) {
                Connection connection = connection(connectivity, opened);
                asked++;
                open += connection.depends().contains(Protocol.TCP, opened.port()) ? 1 : 0;
                if (isMistaken(connection, mesh, opened)) {
                    fail(
                            "platform %d, made smaller: %s%n%s",
                            number, opened, smallest(mesh, opened).yaml());
                }
            }
        }
        assertThat(open * 100 / asked).as("percent left open").isLessThan(MOST_OPEN);
    }

    private static NaiveMesh smallest(NaiveMesh mesh, NaiveMesh.Opened opened) {
        return Shrinking.smallest(
                mesh,
                each -> each.smaller(opened),
                each -> isMistaken(
                        connection(Connectivity.of(Clusters.of(each.yaml()), CniProfile.KUBERNETES), opened),
                        each,
                        opened));
    }

    private static Connection connection(Connectivity connectivity, NaiveMesh.Opened opened) {
        return connectivity.connection(
                connectivity.peer(opened.from()).orElseThrow(),
                connectivity.peer(opened.to()).orElseThrow());
    }

    private static boolean isMistaken(Connection connection, NaiveMesh mesh, NaiveMesh.Opened opened) {
        return !connection.depends().contains(Protocol.TCP, opened.port())
                && connection.allowed().contains(Protocol.TCP, opened.port()) != mesh.passes(opened);
    }
}
