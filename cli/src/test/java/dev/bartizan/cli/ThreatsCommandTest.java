package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.testkit.Repository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ThreatsCommandTest {
    private static final Path PLATFORM = Repository.path("examples/reference-platform/as-found");

    @Test
    void eachScenarioNamesAssetsLinesAndWhatIsMissing() {
        var run = Ran.of("threats", "list", PLATFORM.toString(), "--as-of", "2026-11-01");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("TH-I04", "Code in delivery-forecast can take over its node")
                .contains("BL-WL-001: securityContext.privileged is true  training/forecast-raycluster.yaml:158")
                .contains("missing: C-PODSEC");
    }

    @Test
    void jsonIsTheKeyOfTheAssessment() {
        var run = Ran.of("threats", "list", PLATFORM.toString(), "--format", "json");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).startsWith("{\"threats\":{").contains("\"threat\":\"TH-I04\"");
    }

    @Test
    void questionsSayWhatAnAnswerSettles() {
        var run = Ran.of(
                "threats",
                "list",
                Repository.path("examples/reference-platform/as-found/serving").toString(),
                "--questions",
                "--config",
                Repository.path("cli/src/test/resources/empty-bartizan.yaml").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("complete: [namespace/ml-serving]").contains("settles");
    }

    @Test
    void aLayerThatDoesNotExistIsWrongUsage() {
        var run = Ran.of("threats", "list", PLATFORM.toString(), "--layer", "modle");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains("--layer takes data, model, pipeline, infrastructure, not 'modle'.");
    }
}
