package dev.bartizan.ingest.custom;

import static dev.bartizan.ingest.EffectivePods.only;
import static dev.bartizan.ingest.EffectivePods.value;
import static dev.bartizan.ingest.Ingesting.links;
import static dev.bartizan.ingest.Ingesting.pods;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Mapping;
import org.junit.jupiter.api.Test;

class SeldonDeploymentsTest {
    @Test
    void aPrepackagedServerIsAContainerOfWhichNothingElseIsKnown() {
        var ingested = text("""
                apiVersion: machinelearning.seldon.io/v1
                kind: SeldonDeployment
                metadata: {name: iris, namespace: serving}
                spec:
                  predictors:
                    - name: default
                      graph: {name: classifier, implementation: SKLEARN_SERVER, modelUri: "s3://models/iris", serviceAccountName: fetcher}
                """);
        var pod = only(ingested, "SeldonDeployment", "iris");

        assertThat(value(pod, "containers", "0", "name"))
                .isEqualTo("classifier at test.yaml:7 /spec/predictors/0/graph/name");
        assertThat(value(pod, "serviceAccountName")).startsWith("absent");
        assertThat(((Mapping) pod.spec().get("containers").get(0)).gap())
                .isEqualTo("what seldon-config sets for prepackaged servers");
        assertThat(links(ingested)).anyMatch(link -> link.contains("-loads-> ext:s3:models at test.yaml:7"));
    }

    @Test
    void serversAreMergedWithComponentsByNameAndTheRestJoinTheFirst() {
        var ingested = text("""
                apiVersion: machinelearning.seldon.io/v1
                kind: SeldonDeployment
                metadata: {name: chain}
                spec:
                  predictors:
                    - componentSpecs:
                        - spec:
                            serviceAccountName: own
                            containers: [{name: embed, securityContext: {privileged: true}}]
                        - spec: {containers: [{name: mine, image: "own:1"}]}
                      graph:
                        name: embed
                        implementation: TRITON_SERVER
                        children:
                          - {name: mine, type: MODEL}
                          - {name: rank, implementation: XGBOOST_SERVER}
                          - {name: mix, implementation: AVERAGE_COMBINER}
                    - graph: 7
                    - {graph: {name: a, children: text}, componentSpecs: [{spec: text}, 7]}
                    - {graph: {name: b, implementation: SKLEARN_SERVER}, componentSpecs: [{spec: text}, 7]}
                """);
        var first = ingested.trees().pods().getFirst();

        assertThat(pods(ingested))
                .contains(
                        "SeldonDeployment/chain /spec/predictors/0/componentSpecs/0/spec POD",
                        "SeldonDeployment/chain /spec/predictors/0/componentSpecs/1/spec POD");
        assertThat(value(first, "containers", "0", "securityContext", "privileged"))
                .startsWith("true at test.yaml:9");
        assertThat(value(first, "containers", "1", "name")).startsWith("rank at test.yaml:16");
        assertThat(value(first, "serviceAccountName")).startsWith("own at test.yaml:8");
        assertThat(first.spec().get("containers").items()).hasSize(2);
    }
}
