package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.testkit.Repository;
import org.junit.jupiter.api.Test;

/** {@code network list --format svg}. */
class NetworkPictureTest {
    private static final String AS_FOUND =
            Repository.path("examples/reference-platform/as-found").toString();

    @Test
    void namespacesAreBoxesAndArrowsNamePorts() {
        var run = Ran.of("network", "list", AS_FOUND, "--asset", "ml-registry/mlflow", "--format", "svg");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .startsWith("<svg ")
                .endsWith("</svg>\n")
                .contains(">ml-registry<", ">mlflow<", ">ml-training<", ">TCP 5000<", ">TCP 5432<");
    }

    @Test
    void thePictureOfAWholePlatformSaysWhatItLeavesOut() {
        var run = Ran.of("network", "list", AS_FOUND, "--format", "svg");

        assertThat(run.out()).contains("one from each box to each other", ">outside of the cluster<", " pairs<");
    }

    @Test
    void itGoesWithNothingElse() {
        assertThat(Ran.of("network", "list", AS_FOUND, "--format", "svg", "--exposure")
                        .err())
                .contains("--format svg draws the connections alone");
    }
}
