package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.testkit.Repository;
import org.junit.jupiter.api.Test;

class NetworkLintCommandTest {
    private static final String AS_FOUND =
            Repository.path("examples/reference-platform/as-found").toString();
    private static final String HARDENED =
            Repository.path("examples/reference-platform/hardened").toString();

    @Test
    void theLabelThatAnybodySetsIsFoundWhereItWasPlanted() {
        var run = Ran.of("network", "lint", AS_FOUND, "--fail-on", "high");

        assertThat(run.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(run.out())
                .contains(
                        "HIGH      lint-label-of-anybody", "registry/clients.yaml:13:7", "registry/clients.yaml:33:7");
    }

    @Test
    void afterTheFixesNothingSevereIsLeft() {
        var run = Ran.of("network", "lint", HARDENED, "--fail-on", "medium");

        assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void whoBelievesAHeaderIsNamedWithThoseWhoCanSendIt() {
        String planted = "notebooks/notebook-web-app.yaml:36";

        assertThat(Ran.of("network", "lint", AS_FOUND).out())
                .contains("HIGH      lint-trusted-header", planted, "may open TCP 5000");
        assertThat(Ran.of("network", "lint", HARDENED).out()).doesNotContain("lint-trusted-header");
    }

    @Test
    void otherFormsHoldTheSame() {
        assertThat(Ran.of("network", "lint", AS_FOUND, "--format", "sarif").out())
                .contains("\"ruleId\":\"lint-label-of-anybody\"");
        assertThat(Ran.of("network", "lint", AS_FOUND, "--format", "json").out())
                .contains("\"rule\":\"lint-unprotected-pods\"", "\"truth\":\"undecided\"");
    }

    @Test
    void misuseIsTold() {
        assertThat(Ran.of("network", "lint", HARDENED, "--fail-on", "awful").err())
                .contains("--fail-on takes low");
        assertThat(Ran.of("network", "lint", HARDENED, "--format", "pdf").err()).contains("--format takes txt");
    }
}
