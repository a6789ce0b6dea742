package dev.bartizan.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.source.Document;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Reading;
import dev.bartizan.source.Sequence;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the manifests of eleven platforms by others hold. Their figures were counted with another YAML library, in another language. */
class RealPlatformsTest {
    private static final Set<String> WORKLOADS = Set.of(
            "Pod", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job", "CronJob");
    private static final Set<String> WORKLOAD_GROUPS = Set.of("v1", "apps", "batch", "extensions");
    /** They hold pods as a schema or as part of a package, which the reference did not count. */
    private static final Set<String> NOT_COUNTED = Set.of("CustomResourceDefinition", "ClusterServiceVersion");

    /** The reference took the kinds without a namespace to be these. */
    private static final Set<String> CLUSTER_KINDS = Set.of(
            "ClusterRole",
            "ClusterRoleBinding",
            "CustomResourceDefinition",
            "Namespace",
            "PersistentVolume",
            "PriorityClass",
            "StorageClass");

    @Test
    void everyDocumentIsAccountedFor() {
        Reading reading = Ingesting.read(Repository.assumeShared("platforms"));
        var ingested = ingest(reading);

        assertThat(ingested.objects()).isEqualTo(2_879);
        assertThat(ingested.input().documents())
                .containsExactlyInAnyOrderEntriesOf(Map.of("object", 2_879, "other-yaml", 2));
        assertThat(reading.documents()).hasSize(2_881);
        assertThat(ingested.input().files()).containsEntry("read", 1_083);
        assertThat(places(ingested)).isEqualTo(2_879);
        assertThat(ingested.problems())
                .noneMatch(problem -> problem.level() == Problem.Level.ERROR)
                .allSatisfy(problem -> assertThat(problem.location()).isPresent());
    }

    private static long places(Ingested ingested) {
        return ingested.platform().assets().stream()
                .filter(asset -> ingested.trees()
                        .root(ingested.platform().index(asset.id()).orElseThrow())
                        .isPresent())
                .mapToLong(asset -> asset.locations().size())
                .sum();
    }

    @Test
    void objectsWithoutNameOrNamespaceAndSharedIdentitiesGetTheirIdentity() {
        Reading reading = Ingesting.read(Repository.assumeShared("platforms"));
        Map<String, Integer> uses = new HashMap<>();
        for (Mapping object : objects(reading)) {
            String platform = object.file().name().replaceFirst("/.*", "");
            uses.merge(platform + " " + writtenIdentity(object), 1, Integer::sum);
        }
        List<Integer> shared = uses.values().stream().filter(count -> count > 1).toList();
        var ingested = ingest(reading);

        assertThat(objects(reading).stream().filter(object -> !hasValue(object, "name")))
                .hasSize(185);
        assertThat(objects(reading).stream()
                        .filter(object -> !hasValue(object, "namespace"))
                        .filter(object ->
                                !CLUSTER_KINDS.contains(object.get("kind").text(""))))
                .hasSize(1_360);
        assertThat(shared).hasSize(378);
        assertThat(shared.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_206);
        assertThat(ingested.platform().assets())
                .filteredOn(asset -> asset.id().startsWith("k8s:"))
                .allSatisfy(asset -> assertThat(asset.id()).matches("k8s:-/[^/]+/[^/]+/[^/]+/[^/]+"));
    }

    private static String writtenIdentity(Mapping object) {
        String apiVersion = object.get("apiVersion").text("");
        Node metadata = object.get("metadata");
        return apiVersion.replaceFirst("/?[^/]*$", "") + " "
                + object.get("kind").text("") + " " + metadata.get("namespace").text("") + " "
                + metadata.get("name").text("");
    }

    private static boolean hasValue(Mapping object, String key) {
        return object.at("metadata", key).hasValue();
    }

    @Test
    void podTemplatesInsideCustomResourcesAreFound() {
        Reading reading = Ingesting.read(Repository.assumeShared("platforms"));
        var ingested = ingest(reading);
        Set<Node> found = Collections.newSetFromMap(new IdentityHashMap<>());
        // Copies of an object share one asset, whose template stands for all of them.
        Set<String> foundPlaces = new HashSet<>();
        for (PodTemplate pod : ingested.trees().pods()) {
            found.add(pod.spec());
            Asset asset = ingested.platform().asset(pod.asset());
            asset.locations().forEach(place -> places(pod).forEach(within -> foundPlaces.add(place + within)));
        }
        int templates = 0;
        int holders = 0;
        var missed = new ArrayList<String>();
        for (Mapping object : objects(reading)) {
            List<String> expected = isWorkload(object) ? List.of() : templates(object);
            templates += expected.size();
            holders += expected.isEmpty() ? 0 : 1;
            expected.stream()
                    .map(pointer -> object.location() + pointer)
                    .filter(place -> !foundPlaces.contains(place))
                    .forEach(missed::add);
        }

        System.out.println("templates in custom resources: " + (templates - missed.size()) + " of " + templates + " in "
                + holders + " resources");
        assertThat(templates).isEqualTo(545);
        assertThat(holders).isEqualTo(349);
        assertThat(templates - missed.size()).as("missed: %s", missed).isGreaterThanOrEqualTo(540);
        assertThat(found).hasSameSizeAs(ingested.trees().pods());
    }

    /** Where its spec, its lists of containers' parents and its containers stand. */
    private static Set<String> places(PodTemplate pod) {
        var places = new HashSet<String>();
        places.add(pod.pointer());
        for (String list : List.of("containers", "initContainers")) {
            Node containers = pod.spec().get(list);
            String ofList = pod.spec().pointerOf(list, pod.pointer());
            for (int i = 0; i < containers.items().size(); i++) {
                String container = containers.pointerOf(Integer.toString(i), ofList);
                places.add(container);
                places.add(container.replaceFirst("/(containers|initContainers)/[0-9]+$", ""));
            }
        }
        return places;
    }

    private static boolean isWorkload(Mapping object) {
        return NOT_COUNTED.contains(object.get("kind").text(""))
                || (WORKLOADS.contains(object.get("kind").text(""))
                        && WORKLOAD_GROUPS.contains(
                                object.get("apiVersion").text("").replaceFirst("/.*", "")));
    }

    /** As the notes counted them: every list called containers and every mapping called container, wherever it stands. */
    private static List<String> templates(Node object) {
        var pointers = new ArrayList<String>();
        collect(object, "", pointers);
        return pointers;
    }

    private static void collect(Node node, String pointer, List<String> pointers) {
        if (node instanceof Mapping mapping) {
            if (mapping.get("containers") instanceof Sequence) {
                pointers.add(pointer);
            }
            for (int i = 0; i < mapping.size(); i++) {
                String child = pointer + "/" + mapping.key(i);
                if (mapping.key(i).equals("container") && mapping.value(i) instanceof Mapping) {
                    pointers.add(child);
                }
                if (!child.equals("/status")) {
                    collect(mapping.value(i), child, pointers);
                }
            }
        } else if (node instanceof Sequence sequence) {
            for (int i = 0; i < sequence.size(); i++) {
                collect(sequence.get(i), pointer + "/" + i, pointers);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> mostWorkloadsOfEachPlatformAreRecognised() throws IOException {
        Path platforms = Repository.assumeShared("platforms");
        try (Stream<Path> folders = Files.list(platforms)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> recognises(folder)));
        }
    }

    private static void recognises(Path folder) {
        var ingested = ingest(Ingesting.read(folder));
        List<Asset> workloads = ingested.trees().pods().stream()
                .map(pod -> ingested.platform().asset(pod.asset()))
                .distinct()
                .toList();
        long known = workloads.stream()
                .filter(asset -> !asset.classification().role().equals("unknown"))
                .count();

        System.out.println(folder.getFileName() + ": " + known + " of " + workloads.size() + " workloads recognised");
        assertThat(100 * known).isGreaterThanOrEqualTo(70L * workloads.size());
    }

    @Test
    void theOrderOfDocumentsChangesNothing() {
        Reading reading = Ingesting.read(Repository.assumeShared("platforms/kserve"));
        var expected = ingest(reading);

        for (int seed = 0; seed < 3; seed++) {
            List<Document> documents = new ArrayList<>(reading.documents());
            Collections.shuffle(documents, new Random(seed));
            var shuffled = ingest(
                    new Reading(reading.files(), documents, reading.outcomes(), reading.counts(), reading.problems()));
            assertThat(shuffled.platform()).isEqualTo(expected.platform());
            assertThat(shuffled.input()).isEqualTo(expected.input());
            assertThat(shuffled.problems()).isEqualTo(expected.problems());
            assertThat(shuffled.trees().grants()).isEqualTo(expected.trees().grants());
            assertThat(EffectivePods.told(shuffled)).isEqualTo(EffectivePods.told(expected));
        }
    }

    private static Ingested ingest(Reading reading) {
        return Ingest.run(IngestQuestion.of(reading, Ingesting.AS_OF));
    }

    private static List<Mapping> objects(Reading reading) {
        return reading.documents().stream()
                .map(document -> document.root().orElse(null))
                .filter(Objects::nonNull)
                .filter(root -> root.get("kind").text().isPresent())
                .map(Mapping.class::cast)
                .toList();
    }
}
