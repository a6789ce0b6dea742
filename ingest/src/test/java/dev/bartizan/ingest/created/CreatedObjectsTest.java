package dev.bartizan.ingest.created;

import static dev.bartizan.ingest.Ingesting.asset;
import static dev.bartizan.ingest.Ingesting.ids;
import static dev.bartizan.ingest.Ingesting.links;
import static dev.bartizan.ingest.Ingesting.property;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CreatedObjectsTest {
    private static final String CLUSTER = """
            apiVersion: ray.io/v1
            kind: RayCluster
            metadata: {name: prod, namespace: ml}
            spec: {headGroupSpec: {template: {spec: {containers: [{name: head, image: rayproject/ray}]}}}}
            """;

    @Test
    void aRayClusterHasAServiceBeforeItsHead() {
        var ingested = text(CLUSTER);

        assertThat(asset(ingested, "k8s:-/core/Service/ml/prod-head-svc")
                        .classification()
                        .role())
                .isEqualTo("network-service");
        assertThat(property(ingested, "k8s:-/core/Service/ml/prod-head-svc", "derived"))
                .contains("RayCluster prod: KubeRay puts a Service before the head");
        assertThat(links(ingested))
                .contains(
                        "ray.io/RayCluster/ml/prod -owns-> core/Service/ml/prod-head-svc at test.yaml:3 /metadata/name",
                        "core/Service/ml/prod-head-svc -exposes-> ray.io/RayCluster/ml/prod at test.yaml:3 /metadata/name");
    }

    @Test
    void aRouteToWhatAControllerMakesOpensTheResource() {
        var ingested = text(CLUSTER + """
                ---
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: dashboard, namespace: ml}
                spec: {defaultBackend: {service: {name: prod-head-svc, port: {number: 8265}}}}
                """);

        assertThat(links(ingested))
                .anyMatch(link -> link.startsWith(
                        "networking.k8s.io/Ingress/ml/dashboard -routes-> core/Service/ml/prod-head-svc"));
        assertThat(property(ingested, "k8s:-/ray.io/RayCluster/ml/prod", "exposure"))
                .contains("outside");
        assertThat(ingested.problems()).isEmpty();
    }

    @Test
    void whatTheInputHoldsIsNotDerived() {
        var ingested = text(CLUSTER + """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: prod-head-svc, namespace: ml}
                spec: {ports: [{port: 8265}]}
                """);

        assertThat(property(ingested, "k8s:-/core/Service/ml/prod-head-svc", "derived"))
                .isEmpty();
    }

    @Test
    void aProfileIsANamespaceWithItsAccountsAndPolicy() {
        var ingested = text("""
                apiVersion: kubeflow.org/v1
                kind: Profile
                metadata: {name: team-a}
                spec: {owner: {kind: User, name: a@example.org}}
                """);

        assertThat(ids(ingested))
                .contains(
                        "k8s:-/core/Namespace/-/team-a",
                        "k8s:-/core/ServiceAccount/team-a/default-editor",
                        "k8s:-/core/ServiceAccount/team-a/default-viewer",
                        "k8s:-/rbac.authorization.k8s.io/RoleBinding/team-a/namespaceAdmin",
                        "k8s:-/security.istio.io/AuthorizationPolicy/team-a/ns-owner-access-istio")
                .noneMatch(id -> id.contains("ResourceQuota"));
    }

    @Test
    void whatDependsOnAFieldIsMadeOnlyWhereTheFieldIs() {
        var ingested = text("""
                apiVersion: serving.kserve.io/v1beta1
                kind: InferenceService
                metadata: {name: iris, namespace: ml}
                spec: {predictor: {model: {modelFormat: {name: sklearn}}}, transformer: {containers: [{image: own/t}]}}
                """);

        assertThat(ids(ingested))
                .contains("k8s:-/core/Service/ml/iris-predictor", "k8s:-/core/Service/ml/iris-transformer")
                .doesNotContain("k8s:-/core/Service/ml/iris-explainer");
    }

    @Test
    void hostileNamesAndMissingNamesMakeNothingOdd() {
        var ingested = text("""
                apiVersion: ray.io/v1
                kind: RayCluster
                metadata: {generateName: x-, namespace: ml}
                ---
                apiVersion: kubeflow.org/v1
                kind: Notebook
                metadata: {name: "{name}/../{namespace}", namespace: "{name}"}
                ---
                apiVersion: kubeflow.org/v1
                kind: Notebook
                metadata: [1]
                """);

        assertThat(ids(ingested)).noneMatch(id -> id.contains("head-svc"));
        assertThat(ids(ingested).stream().filter(id -> id.contains("/VirtualService/")))
                .singleElement()
                .asString()
                .as("the parts of an id stay apart")
                .matches("k8s:-/networking.istio.io/VirtualService/[^/]+/[^/]+");
    }

    @Test
    void theAuthorMayNameTheObjectOtherwise() {
        assertThat(ids(text("""
                apiVersion: ray.io/v1
                kind: RayCluster
                metadata: {name: ray}
                spec: {headGroupSpec: {headService: {metadata: {name: front}}, template: {spec: {containers: [{name: head, image: ray}]}}}}
                """)))
                .contains("k8s:-/core/Service/default/front")
                .doesNotContain("k8s:-/core/Service/default/ray-head-svc");
    }
}
