package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@code bartizan explain}. */
@TestInstance(Lifecycle.PER_CLASS)
class ExplainCommandTest {
    private final Path out;

    ExplainCommandTest(@TempDir Path folder) throws IOException {
        out = folder.resolve("out");
        Path file = Files.writeString(folder.resolve("platform.yaml"), """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: chat, namespace: ml-serving}
                spec:
                  template:
                    spec:
                      containers:
                        - name: vllm
                          image: vllm/vllm-openai:v0.9.1
                          securityContext: {privileged: true}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: chat, namespace: ml-serving}
                spec: {selector: {}, ports: [{port: 80}]}
                """);
        var ran = Ran.of("assess", file.toString(), "--out", out.toString(), "--as-of", "2026-11-22");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void theFirstDigitsOfAFindingSuffice() {
        Finding finding = privileged();

        for (int digits : new int[] {6, 12, 32}) {
            var ran = explain(finding.id().substring(0, digits));
            assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(ran.out())
                    .contains("Container runs privileged", finding.id(), "securityContext.privileged is true")
                    .contains("platform.yaml:10:", "/spec/template/spec/containers/0/securityContext/privileged")
                    .contains("What to do");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BL-WL-001", "bl-wl-001"})
    void aCheckShowsAllItsFindings(String rule) {
        var ran = explain(rule);
        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out()).contains("Container runs privileged", "platform.yaml:10:");
    }

    @Test
    void aCheckWithinARollUpShowsTheRollUp() {
        assertThat(explain("BL-WL-009").out()).contains("Workload hygiene", "BL-WL-009", "Rolled up from");
    }

    @Test
    void aFamilyIsNamedLikeACheck() {
        assertThat(explain("namespace-isolation").out())
                .contains("undecided, because not known: whether the input is complete for namespace/ml-serving");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "k8s:-/apps/Deployment/ml-serving/chat",
                "deployment chat",
                "Deployment ml-serving/chat",
                "ml-serving deployment"
            })
    void anAssetIsFoundByItsIdOrByWordsOfIt(String words) {
        var ran = explain(words);
        assertThat(ran.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(ran.out())
                .contains("Deployment chat", "inference-endpoint, because image vllm/vllm-openai")
                .contains("Ports of vLLM", "8000 http, data: OpenAI-compatible API")
                .contains("8000 /v1: api key, asked for by itself; open by default")
                .contains("/invocations", "nobody is asked", "to internet 443 (not in every set-up)")
                .contains("https://docs.vllm.ai/en/latest/usage/security.html")
                .contains("BL-WL-001 Container runs privileged", "Passed, so not the case")
                .doesNotContain("Service chat\n  asset");
    }

    @Test
    void wordsThatFitSeveralAssetsShowThemAll() {
        assertThat(explain("chat").out()).contains("Deployment chat", "Service chat");
    }

    @Test
    void whatIsNotThereIsWrongUsage() {
        var ran = explain("no-such-thing");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("is called 'no-such-thing'", "the id of a finding, a check, or an asset");
    }

    @Test
    void fewDigitsAreNoId() {
        assertThat(explain(privileged().id().substring(0, 3)).exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void anAssessmentIsNeeded() {
        var ran = Ran.of(
                "explain", "BL-WL-001", "--in", out.resolve("nowhere.json").toString());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.err()).contains("nowhere.json", "Run 'bartizan assess PATH' first");
    }

    @Test
    void somethingToExplainIsNeeded() {
        assertThat(Ran.of("explain").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(Ran.of("explain", "--help").out()).contains("Examples:", "bartizan explain BL-WL-001");
    }

    private Finding privileged() {
        return Assessment.findings(out).stream()
                .filter(finding -> finding.rule().equals("BL-WL-001"))
                .findFirst()
                .orElseThrow();
    }

    private Ran explain(String what) {
        return Ran.of("explain", what, "--in", Assessment.file(out).toString());
    }
}
