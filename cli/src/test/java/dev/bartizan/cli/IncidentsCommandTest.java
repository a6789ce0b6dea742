package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.testkit.Repository;
import org.junit.jupiter.api.Test;

/** What stops an attack that happened elsewhere, with the line that shows it, and how to stop one that would work. */
class IncidentsCommandTest {
    private static String incident(String name) {
        return Ran.of(
                        "threats",
                        "incidents",
                        Repository.path("examples/reference-platform/as-found").toString(),
                        "--as-of",
                        "2026-11-01",
                        "--name",
                        name)
                .out();
    }

    @Test
    void aPolicyThatRefusesIsNamedWithItsLine() {
        assertThat(incident("shadowray"))
                .contains("STOPPED AT STEP 3", "stopped by C-EGRESS", "training/capacity-rayjob.yaml:121")
                .contains("isolate the pod, and no rule allows it");
    }

    @Test
    void aCheckThatFoundNothingIsNamed() {
        assertThat(incident("triton-chain"))
                .contains(
                        "stopped by C-VULN", "BL-TR-001 looked for this and did not find it", "serving/triton.yaml:2");
    }

    /** It does not answer the outside about restricted matters: that is no merit of a control. */
    @Test
    void aControlIsNotNamedWhereNothingShowsIt() {
        assertThat(incident("whisper-leak"))
                .contains("STOPPED AT STEP 1", "does not hold")
                .doesNotContain("stopped by");
    }

    @Test
    void whatWouldWorkSaysWhatIsCheapestToStopIt() {
        assertThat(incident("argo-workflows-open"))
                .contains("WOULD WORK", "cheapest to stop at step 1: C-AUTHN, a tested change: Use --auth-mode=client");
    }
}
