package dev.bartizan.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Asset;
import dev.bartizan.knowledge.Property;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.knowledge.Vocabulary.Term;
import dev.bartizan.source.Problem;
import dev.bartizan.testkit.Repository;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The example of this repository, with its {@code bartizan.yaml}. */
class ReferencePlatformTest {
    private final Ingested ingested = Ingesting.folder(Repository.path("examples/reference-platform/as-found"));

    @Test
    void itIsReadWithoutAMistake() {
        assertThat(ingested.objects()).isGreaterThanOrEqualTo(60);
        assertThat(ingested.problems()).noneMatch(problem -> problem.level() != Problem.Level.NOTICE);
        assertThat(ingested.platform().name()).isEqualTo("Meridian Parcel machine learning");
        assertThat(ingested.declarations().exceptions())
                .isNotEmpty()
                .allSatisfy(accepted -> assertThat(accepted.assets()).isNotEmpty());
        assertThat(ingested.platform().assets())
                .filteredOn(asset -> asset.id().startsWith("k8s:"))
                .allMatch(asset -> asset.id().startsWith("k8s:ml-prod/"));
    }

    @Test
    void theFolderAndItsPartAreTheSamePlatform() {
        var whole = Ingesting.folder(Repository.path("examples/reference-platform"));

        assertThat(whole.platform().assets()).extracting(Asset::id).containsExactlyElementsOf(Ingesting.ids(ingested));
        assertThat(whole.platform().properties()).isEqualTo(ingested.platform().properties());
    }

    @Test
    void thePlatformAfterTheFixesIsReadWithoutAMistake() {
        var hardened = Ingesting.folder(Repository.path("examples/reference-platform/hardened"));

        assertThat(hardened.objects()).isGreaterThanOrEqualTo(150);
        assertThat(hardened.problems()).noneMatch(problem -> problem.level() != Problem.Level.NOTICE);
        assertThat(Ingesting.ids(hardened)).allMatch(id -> !id.startsWith("k8s:") || id.startsWith("k8s:ml-prod/"));
    }

    @Test
    void everyPropertyThatIngestIsToSetIsSet() {
        // What only dumps of live clusters show.
        var dump = Ingesting.text("""
                apiVersion: ray.io/v1
                kind: RayCluster
                metadata: {name: ray, uid: c-1}
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: ray-head
                  ownerReferences: [{apiVersion: ray.io/v1, kind: RayCluster, name: ray, uid: c-1, controller: true}]
                  annotations: {dapr.io/enabled: "true"}
                spec: {containers: [{name: daprd, image: daprio/daprd}]}
                """);
        var set = new TreeSet<>(ingested.platform().properties().keySet());
        set.addAll(dump.platform().properties().keySet());

        assertThat(Vocabulary.load().properties())
                .filteredOn(property ->
                        property.setBy().contains("ingest") || property.setBy().contains("bartizan.yaml"))
                .extracting(Property::id)
                .isSubsetOf(set);
    }

    @Test
    void everyPropertyAndLinkThatIsSetIsInTheVocabulary() {
        var vocabulary = Vocabulary.load();

        ingested.platform().properties().forEach((property, column) -> {
            Property known = vocabulary.property(property).orElseThrow(() -> new AssertionError(property));
            if (known.type() == Property.Type.ENUMERATION) {
                assertThat(known.values()).containsAll(column.values());
            }
        });
        assertThat(ingested.platform().links())
                .allSatisfy(link ->
                        assertThat(vocabulary.linkKinds()).extracting(Term::id).contains(link.kind()));
        assertThat(ingested.platform().assets())
                .allSatisfy(asset -> assertThat(
                                vocabulary.role(asset.classification().role()))
                        .isPresent());
    }

    @Test
    void itsMainPathsAreLinked() {
        assertThat(links())
                .contains(
                        "VirtualService/public routes Service/litellm",
                        "Deployment/notebook-web-app trusts-header Gateway/public",
                        "InferenceService/delivery-eta uses ClusterServingRuntime/meridian-onnx",
                        "Application/prompt-playground deploys Namespace/ml-serving",
                        "Deployment/litellm calls Service/vllm-chat",
                        "Deployment/retrieval calls Service/qdrant",
                        "CronJob/handbook-index calls Service/qdrant",
                        "PyTorchJob/assistant-finetune calls Service/mlflow",
                        "PyTorchJob/assistant-finetune writes PersistentVolumeClaim/checkpoints",
                        "Deployment/mlflow calls Service/postgres",
                        "Deployment/mlflow writes Service/minio",
                        "StatefulSet/airflow-worker reads Service/minio",
                        "StatefulSet/airflow-worker calls Service/airflow-broker");
    }

    private List<String> links() {
        var platform = ingested.platform();
        return platform.links().stream()
                .map(link ->
                        end(platform.asset(link.from())) + " " + link.kind() + " " + end(platform.asset(link.to())))
                .toList();
    }

    private static String end(Asset asset) {
        return asset.kind() + "/" + asset.name();
    }

    @Test
    void itsWorkloadsAreKnown() {
        long workloads = ingested.trees().pods().stream()
                .map(pod -> ingested.platform().asset(pod.asset()))
                .distinct()
                .count();
        long unknown = ingested.platform().assets().stream()
                .filter(asset -> asset.classification().role().equals("unknown"))
                .count();

        assertThat(workloads).isGreaterThan(30);
        assertThat(unknown * 5).isLessThan(workloads);
    }
}
