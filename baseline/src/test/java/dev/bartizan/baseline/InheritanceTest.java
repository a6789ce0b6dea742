package dev.bartizan.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Finding;
import org.junit.jupiter.api.Test;

class InheritanceTest {
    private static final String PRIVILEGED = "BL-WL-001";
    private static final String RUNTIME = """
            apiVersion: serving.kserve.io/v1alpha1
            kind: ClusterServingRuntime
            metadata: {name: sklearn}
            spec: {containers: [{name: kserve-container, image: "server:1", securityContext: {privileged: %s}}]}
            """;
    private static final String SERVICE = """
            ---
            apiVersion: serving.kserve.io/v1beta1
            kind: InferenceService
            metadata: {name: %s, namespace: %s}
            spec: {predictor: {model: {runtime: sklearn%s}}}
            """;

    @Test
    void whatManyInheritIsOneFindingAtTheirRuntime() {
        var platform = TestPlatform.of(RUNTIME.formatted("true")
                + SERVICE.formatted("one", "a", "")
                + SERVICE.formatted("two", "b", "")
                + SERVICE.formatted("three", "b", ""));

        assertThat(platform.members(PRIVILEGED)).singleElement().satisfies(member -> {
            assertThat(member.asset()).contains("/ClusterServingRuntime/");
            assertThat(member.location().pointer()).isEqualTo("/spec/containers/0/securityContext/privileged");
        });
    }

    @Test
    void whatAServiceSaysItselfIsItsOwnFinding() {
        var platform = TestPlatform.of(RUNTIME.formatted("false")
                + SERVICE.formatted("good", "a", "")
                + SERVICE.formatted("bad", "a", ", securityContext: {privileged: true}"));

        assertThat(platform.members(PRIVILEGED)).singleElement().satisfies(member -> {
            assertThat(member.asset()).endsWith("/InferenceService/a/bad");
            assertThat(member.location().pointer()).isEqualTo("/spec/predictor/model/securityContext/privileged");
            assertThat(member.location().line()).isEqualTo(14);
        });
    }

    @Test
    void whatAServiceMendsIsStillWrongInTheRuntimeOnly() {
        var platform = TestPlatform.of(
                RUNTIME.formatted("true") + SERVICE.formatted("mended", "a", ", securityContext: {privileged: false}"));

        assertThat(platform.members(PRIVILEGED))
                .extracting(Finding.Member::asset)
                .singleElement()
                .asString()
                .contains("/ClusterServingRuntime/");
    }

    @Test
    void whatAnUnknownRuntimeMaySetIsUndecided() {
        var platform = TestPlatform.of(SERVICE.formatted("lost", "a", ""));

        assertThat(platform.verdict(PRIVILEGED)).isEqualTo(Verdict.UNDECIDED);
    }
}
