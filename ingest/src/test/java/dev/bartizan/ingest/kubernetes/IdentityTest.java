package dev.bartizan.ingest.kubernetes;

import static dev.bartizan.ingest.Ingesting.asset;
import static dev.bartizan.ingest.Ingesting.files;
import static dev.bartizan.ingest.Ingesting.ids;
import static dev.bartizan.ingest.Ingesting.problems;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.ingest.objects.AssetIds;
import dev.bartizan.source.Location;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private static final String CONFIG = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings, namespace: shop}
            data: {mode: MODE}
            """;

    @Test
    void namespaceAndScopeAreFilledIn() {
        assertThat(ids(text("""
                        apiVersion: v1
                        kind: ConfigMap
                        metadata: {name: a}
                        ---
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, namespace: ignored}
                        ---
                        apiVersion: rbac.authorization.k8s.io/v1
                        kind: ClusterRole
                        metadata: {name: "system:reader"}
                        ---
                        apiVersion: serving.kserve.io/v1alpha1
                        kind: ClusterServingRuntime
                        metadata: {name: triton}
                        ---
                        apiVersion: operators.coreos.com/v1alpha1
                        kind: ClusterServiceVersion
                        metadata: {name: gpu}
                        """)))
                .containsExactly(
                        "k8s:-/core/ConfigMap/default/a",
                        "k8s:-/core/Namespace/-/shop",
                        "k8s:-/operators.coreos.com/ClusterServiceVersion/default/gpu",
                        "k8s:-/rbac.authorization.k8s.io/ClusterRole/-/system:reader",
                        "k8s:-/serving.kserve.io/ClusterServingRuntime/-/triton");
    }

    @Test
    void aDefinitionInTheInputDecidesTheScopeOfItsKind() {
        assertThat(ids(text("""
                        apiVersion: example.org/v1
                        kind: Fleet
                        metadata: {name: one}
                        ---
                        apiVersion: example.org/v1
                        kind: ClusterThing
                        metadata: {name: two}
                        ---
                        apiVersion: apiextensions.k8s.io/v1
                        kind: CustomResourceDefinition
                        metadata: {name: fleets.example.org}
                        spec: {group: example.org, scope: Cluster, names: {kind: Fleet}}
                        ---
                        apiVersion: apiextensions.k8s.io/v1
                        kind: CustomResourceDefinition
                        metadata: {name: clusterthings.example.org}
                        spec: {group: example.org, scope: Namespaced, names: {kind: ClusterThing}}
                        """)))
                .contains("k8s:-/example.org/Fleet/-/one", "k8s:-/example.org/ClusterThing/default/two");
    }

    @Test
    void aNamelessObjectIsNamedByWhatItSays() {
        var first = text("""
                # a comment
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata:
                  generateName: train-
                  namespace: ml
                spec: {entrypoint: main, suspend: True}
                """);
        var reordered = text("""
                kind: Workflow
                spec: {suspend: true, entrypoint: "main"}
                apiVersion: argoproj.io/v1alpha1
                metadata: {namespace: ml, generateName: train-}
                """);
        var other = text("""
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {generateName: train-, namespace: ml}
                spec: {entrypoint: main, suspend: false}
                """);

        assertThat(ids(first))
                .hasSize(1)
                .allMatch(id -> id.matches("k8s:-/argoproj.io/Workflow/ml/~train-[0-9a-f]{8}"));
        assertThat(ids(reordered)).isEqualTo(ids(first));
        assertThat(ids(other)).isNotEqualTo(ids(first));
        assertThat(problems(first)).isEmpty();
    }

    @Test
    void anObjectWithoutAnyNameIsReported() {
        var ingested = text("apiVersion: v1\nkind: Pod\nspec: {containers: [{name: a, image: b}]}\n");

        assertThat(ids(ingested)).anyMatch(id -> id.matches("k8s:-/core/Pod/default/~[0-9a-f]{8}"));
        assertThat(problems(ingested)).containsExactly("no-name test.yaml:1");
    }

    @Test
    void equalCopiesAreOneAssetWithAllPlaces() {
        var ingested = files(
                "b/one.yaml",
                CONFIG.replace("MODE", "fast"),
                "a/two.yaml",
                "# copy\n" + CONFIG.replace("MODE", "'fast'"));

        assertThat(asset(ingested, "k8s:-/core/ConfigMap/shop/settings").locations())
                .extracting(Location::toString)
                .containsExactly("a/two.yaml:2:1", "b/one.yaml:1:1");
        assertThat(ids(ingested)).hasSize(1);
        assertThat(problems(ingested)).isEmpty();
        assertThat(ingested.objects()).isEqualTo(2);
    }

    @Test
    void whatTheServerAddsMakesNoDifference() {
        var ingested = text("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings, namespace: default}
                data: {port: "8080"}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: settings
                  uid: 42
                  resourceVersion: "7"
                  managedFields: [{manager: kubectl}]
                data: {port: "8080"}
                status: {}
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings}
                data: {port: 8080}
                """);

        assertThat(ids(ingested)).hasSize(2);
        assertThat(ids(ingested)).allMatch(id -> id.matches("k8s:-/core/ConfigMap/default/settings@test.yaml~.{8}"));
    }

    @Test
    void differentContentMakesVariantsWithOneNoticePerPairOfFiles() {
        String second = CONFIG.replace("settings", "more");
        var ingested = files(
                "overlays/dev/app.yaml", (CONFIG + "---\n" + second).replace("MODE", "a"),
                "overlays/prod/app.yaml", (CONFIG + "---\n" + second).replace("MODE", "b"),
                "base.yaml", CONFIG.replace("MODE", "c"));

        assertThat(ids(ingested))
                .containsExactly(
                        "k8s:-/core/ConfigMap/shop/more@dev%2Fapp.yaml",
                        "k8s:-/core/ConfigMap/shop/more@prod%2Fapp.yaml",
                        "k8s:-/core/ConfigMap/shop/settings@base.yaml",
                        "k8s:-/core/ConfigMap/shop/settings@dev%2Fapp.yaml",
                        "k8s:-/core/ConfigMap/shop/settings@prod%2Fapp.yaml");
        assertThat(problems(ingested))
                .containsExactly(
                        "variants overlays/dev/app.yaml:1",
                        "variants overlays/prod/app.yaml:1",
                        "variants overlays/prod/app.yaml:6");
    }

    @Test
    void twiceInOneFileIsAWarning() {
        var ingested = text(CONFIG.replace("MODE", "a") + "---\n" + CONFIG.replace("MODE", "b"));

        assertThat(ids(ingested)).hasSize(2);
        assertThat(problems(ingested)).containsExactly("declared-twice test.yaml:6");
    }

    @Test
    void theOrderOfDocumentsChangesNoIdentity() {
        String a = CONFIG.replace("MODE", "a");
        String b = CONFIG.replace("MODE", "b");

        assertThat(ids(text(a + "---\n" + b))).isEqualTo(ids(text(b + "---\n" + a)));
    }

    @Test
    void namesCannotForgeOtherIdentities() {
        var ingested = text("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: "a@b#c/d e%\\n", namespace: "x/y"}
                """);

        assertThat(ids(ingested)).containsExactly("k8s:-/core/ConfigMap/x%2Fy/a%40b%23c%2Fd%20e%25%0A");
        assertThat(asset(ingested, ids(ingested).getFirst()).name()).isEqualTo("a@b#c/d e%\n");
    }

    @Test
    void halfACharacterStandsInNoId() {
        assertThat(AssetIds.segment("a\uD83D\uDE00b")).isEqualTo("a\uD83D\uDE00b");
        assertThat(AssetIds.segment("a\uD83Db")).isEqualTo("a%uD83Db");
        assertThat(AssetIds.segment("x".repeat(511) + "\uD83D\uDE00")).contains("%uD83D%~");
    }

    @Test
    void aVeryLongNameIsCutAndStaysItsOwn() {
        String name = "n".repeat(100_000);
        var ingested = text("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s}\n---\n".formatted(name)
                + "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %sx}\n".formatted(name));

        assertThat(ids(ingested)).hasSize(2).allMatch(id -> id.length() < 600);
    }

    @Test
    void listsAreTakenApartAndItemsKeepTheirPlaces() {
        var ingested = text("""
                apiVersion: v1
                kind: List
                items:
                  - apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: a}
                  - apiVersion: v1
                    kind: List
                    items:
                      - {apiVersion: v1, kind: Secret, metadata: {name: b}}
                  - not an object
                ---
                apiVersion: v1
                kind: PodList
                items:
                  - metadata: {name: c}
                    spec: {containers: [{name: x, image: i}]}
                ---
                apiVersion: v1
                kind: List
                """);

        assertThat(asset(ingested, "k8s:-/core/ConfigMap/default/a").location())
                .isEqualTo(new Location("test.yaml", 4, 5, "/items/0"));
        assertThat(asset(ingested, "k8s:-/core/Secret/default/b").location().pointer())
                .isEqualTo("/items/1/items/0");
        assertThat(asset(ingested, "k8s:-/core/Pod/default/c").location().line())
                .isEqualTo(16);
        assertThat(ingested.trees().pods())
                .singleElement()
                .satisfies(pod -> assertThat(pod.pointer()).isEqualTo("/items/0/spec"));
        assertThat(problems(ingested)).containsExactly("list-item test.yaml:11", "wrong-type test.yaml:19");
        assertThat(ingested.objects()).isEqualTo(3);
    }
}
