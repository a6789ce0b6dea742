package dev.bartizan.ingest.custom;

import static dev.bartizan.ingest.EffectivePods.metadata;
import static dev.bartizan.ingest.EffectivePods.only;
import static dev.bartizan.ingest.EffectivePods.value;
import static dev.bartizan.ingest.Ingesting.files;
import static dev.bartizan.ingest.Ingesting.links;
import static dev.bartizan.ingest.Ingesting.pods;
import static dev.bartizan.ingest.Ingesting.problems;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Mapping;
import org.junit.jupiter.api.Test;

class LlmInferenceServicesTest {
    private static final String CONFIG = """
            apiVersion: serving.kserve.io/v1alpha1
            kind: LLMInferenceServiceConfig
            metadata: {name: %s}
            spec:
              baseRefs: [{name: base}]
              template: {containers: [{name: main, image: "%s", securityContext: {privileged: false}}]}
            """;
    private static final String SERVICE = """
            apiVersion: serving.kserve.io/v1alpha1
            kind: LLMInferenceService
            metadata: {name: chat}
            spec:
              baseRefs: [{name: base}, {name: second}]
              model: {uri: hf://a/b}
              template: {containers: [{name: main, args: [--tp=2]}]}
            """;

    @Test
    void theLaterConfigurationWinsAndTheServiceIsLast() {
        var ingested = files(
                "a.yaml",
                CONFIG.formatted("base", "vllm:1"),
                "b.yaml",
                CONFIG.formatted("second", "vllm:2"),
                "s.yaml",
                SERVICE);
        var pod = only(ingested, "LLMInferenceService", "chat");

        assertThat(value(pod, "containers", "0", "image"))
                .isEqualTo("vllm:2 at b.yaml:6 /spec/template/containers/0/image");
        assertThat(value(pod, "containers", "0", "args", "0")).startsWith("--tp=2 at s.yaml:7");
        assertThat(pod.sources()).hasSize(3);
        assertThat(links(ingested)).filteredOn(link -> link.contains("-uses->")).hasSize(2);
    }

    @Test
    void aConfigurationThatIsBasedOnItselfEnds() {
        var ingested = files("a.yaml", CONFIG.formatted("base", "vllm:1"), "s.yaml", SERVICE);

        assertThat(pods(ingested))
                .contains(
                        "LLMInferenceServiceConfig/base /spec/template POD",
                        "LLMInferenceService/chat /spec/template POD");
        assertThat(problems(ingested)).containsExactly("not-in-input s.yaml:5");
        assertThat(((Mapping) only(ingested, "LLMInferenceService", "chat").spec()).gap())
                .isNotEmpty();
    }

    @Test
    void wrongTypesAreReadAsFarAsTheyGo() {
        for (String spec : new String[] {
            "text", "{baseRefs: text}", "{baseRefs: [text, {name: [a]}], template: text, prefill: 7, router: [a]}",
        }) {
            assertThat(
                            text("apiVersion: serving.kserve.io/v1alpha1\nkind: LLMInferenceService\nmetadata: {name: s}\nspec: "
                                            + spec)
                                    .objects())
                    .isEqualTo(1);
        }
    }

    @Test
    void serversOfAFeatureStoreShareAPod() {
        var ingested = text("""
                apiVersion: feast.dev/v1alpha1
                kind: FeatureStore
                metadata: {name: bank}
                spec:
                  services:
                    onlineStore: {server: {env: [{name: A, value: b}], logLevel: info}}
                    registry: {local: {server: {image: "feast:1"}}}
                    ui: {}
                """);
        var pod = only(ingested, "FeatureStore", "bank");

        assertThat(value(pod, "containers", "0", "name")).startsWith("registry at test.yaml:7");
        assertThat(value(pod, "containers", "1", "env", "0", "value"))
                .isEqualTo("b at test.yaml:6 /spec/services/onlineStore/server/env/0/value");
        assertThat(metadata(pod, "labels", "feast.dev/name")).isEqualTo("bank at test.yaml:3 /metadata/name");
        assertThat(
                        text("apiVersion: feast.dev/v1alpha1\nkind: FeatureStore\nmetadata: [a]\nspec: {services: {ui: {}, onlineStore: text}}")
                                .objects())
                .isEqualTo(1);
    }
}
