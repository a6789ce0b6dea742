package dev.bartizan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Containers that stand alone in a custom resource have their pod's settings elsewhere. */
class LoneContainerTest {
    private static TestPlatform workflow(String spec, String template) {
        return TestPlatform.of("""
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: train}
                spec:
                  entrypoint: main
                  %s
                  templates:
                    - name: main
                      %s
                      container: {image: trainer, command: [train]}
                    - name: other
                      %s
                      container: {image: trainer, command: [train]}
                """.formatted(spec, template, template));
    }

    @Test
    void aWorkflowsSecurityContextHoldsForItsSteps() {
        assertThat(workflow("securityContext: {runAsNonRoot: true}", "").verdict("BL-WL-009"))
                .isEqualTo(Verdict.PASS);
        assertThat(workflow("", "securityContext: {runAsNonRoot: true}").verdict("BL-WL-009"))
                .isEqualTo(Verdict.PASS);
        assertThat(workflow("", "").verdict("BL-WL-009")).isEqualTo(Verdict.FAIL);
    }

    @Test
    void theSettingsOfAllStepsAreToldOnce() {
        var platform = workflow("hostNetwork: true", "");
        assertThat(platform.members("BL-WL-002"))
                .singleElement()
                .satisfies(member -> assertThat(member.location().pointer()).isEqualTo("/spec/hostNetwork"));
    }

    @Test
    void theMappingAroundAModelIsItsPod() {
        String service = """
                apiVersion: serving.kserve.io/v1beta1
                kind: InferenceService
                metadata: {name: chat}
                spec:
                  predictor:
                    serviceAccountName: chat
                    %s
                    model: {modelFormat: {name: huggingface}, args: [--model, /m]}
                """;
        assertThat(TestPlatform.of(service.formatted("securityContext: {runAsNonRoot: true}"))
                        .verdict("BL-WL-009"))
                .isEqualTo(Verdict.UNDECIDED);
        assertThat(TestPlatform.of(service.formatted("hostPID: true")).verdict("BL-WL-003"))
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void whereNobodyKnowsThePodOnlyWhatDependsOnItIsUndecided() {
        var platform = TestPlatform.of("""
                apiVersion: example.com/v1
                kind: Thing
                metadata: {name: thing}
                spec:
                  runner: {image: "runner:1", command: [run], securityContext: {privileged: true}}
                """);
        assertThat(platform.verdict("BL-WL-001")).isEqualTo(Verdict.FAIL);
        assertThat(platform.verdict("BL-WL-008")).isEqualTo(Verdict.FAIL);
        assertThat(platform.verdict("BL-WL-009")).isEqualTo(Verdict.UNDECIDED);
        assertThat(platform.verdict("BL-WL-014")).isEqualTo(Verdict.PASS);
        assertThat(platform.verdict("BL-WL-002")).isEqualTo(Verdict.NOT_APPLICABLE);
    }
}
