package dev.bartizan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class PlatformGeneratorTest {
    private static final int WORKLOADS = 1_000;
    private static final Set<String> WORKLOAD_KINDS = Set.of(
            "Deployment",
            "StatefulSet",
            "DaemonSet",
            "Job",
            "CronJob",
            "RayCluster",
            "InferenceService",
            "PyTorchJob",
            "Workflow");

    @TempDir
    Path folder;

    @Test
    void theSameSeedGivesTheSameBytesInAnyLocale() throws IOException {
        Locale locale = Locale.getDefault();
        String first = text(7, 120);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(text(7, 120)).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
        }
        assertThat(text(8, 120)).isNotEqualTo(first);
    }

    @Test
    void aLargerPlatformBeginsLikeASmallerOne() throws IOException {
        assertThat(text(7, 200)).startsWith(text(7, 100));
    }

    @Test
    void manyFilesHoldWhatOneFileHolds() throws IOException {
        PlatformGenerator generator = PlatformGenerator.ofWorkloads(7, 300);
        generator.writeOneFile(folder.resolve("one.yaml"));
        generator.writeFiles(folder.resolve("many"), 250);
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder.resolve("many"))) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(files).hasSize(250);
        var joined = new StringBuilder();
        for (Path file : files) {
            joined.append(Files.readString(file));
        }
        assertThat(joined.toString()).isEqualTo(Files.readString(folder.resolve("one.yaml")));
    }

    @Test
    void thereAreNeverMoreFilesThanObjects() throws IOException {
        PlatformGenerator.ofWorkloads(7, 5).writeFiles(folder, 2_000);
        try (Stream<Path> found = Files.walk(folder)) {
            assertThat(found.filter(Files::isRegularFile)).hasSize(15);
        }
    }

    @Test
    void everyDocumentIsAnObjectWithAKindAndAUniqueIdentity() throws IOException {
        List<Map<?, ?>> objects = objects(text(7, WORKLOADS));
        assertThat(objects).hasSize(3 * WORKLOADS);
        assertThat(objects)
                .allSatisfy(object -> assertThat(object.keySet().stream().map(String::valueOf))
                        .contains("apiVersion", "kind", "metadata"));
        assertThat(objects.stream().map(PlatformGeneratorTest::identity)).doesNotHaveDuplicates();
    }

    @Test
    void aThirdAreWorkloadsOfEveryKind() throws IOException {
        Map<String, Long> kinds = kinds(text(7, WORKLOADS));
        assertThat(kinds.keySet()).containsAll(WORKLOAD_KINDS);
        assertThat(kinds.keySet())
                .contains(
                        "Service",
                        "ServiceAccount",
                        "Role",
                        "RoleBinding",
                        "ConfigMap",
                        "Secret",
                        "PersistentVolumeClaim",
                        "NetworkPolicy");
        assertThat(WORKLOAD_KINDS.stream().mapToLong(kinds::get).sum()).isEqualTo(WORKLOADS);
        assertThat(kinds.get("Namespace")).isEqualTo(WORKLOADS / 50);
    }

    @Test
    void threeOfTenWorkloadsAreResourcesOfAiPlatforms() throws IOException {
        Map<String, Long> kinds = kinds(text(7, 10 * WORKLOADS));
        long ai = Stream.of("RayCluster", "InferenceService", "PyTorchJob", "Workflow")
                .mapToLong(kinds::get)
                .sum();
        assertThat(ai).isBetween(3L * WORKLOADS, 32L * WORKLOADS / 10);
    }

    @Test
    void objectsAreAsLargeAsTheBenchWasPlannedFor() throws IOException {
        int bytes = text(7, WORKLOADS).getBytes(StandardCharsets.UTF_8).length;
        assertThat(bytes / (3 * WORKLOADS)).isBetween(600, 700);
    }

    @Test
    void hygieneIsMissingOnMostAndDangerIsRare() throws IOException {
        String text = text(7, WORKLOADS);
        assertThat(count(text, "privileged: true")).isBetween(5, 40);
        assertThat(count(text, "hostPath:")).isBetween(5, 60);
        assertThat(count(text, "allowPrivilegeEscalation: false")).isBetween(100, WORKLOADS / 2);
        assertThat(count(text, "automountServiceAccountToken: false")).isBetween(30, WORKLOADS / 4);
        assertThat(count(text, "name: API_TOKEN")).isBetween(5, 80);
        assertThat(count(text, "- apiGroups: \\[\"\\*\"]")).isBetween(1, 12);
    }

    @Test
    void theNumberOfObjectsCanBeAskedForExactly() throws IOException {
        PlatformGenerator generator = PlatformGenerator.ofObjects(7, 1_000);
        generator.writeOneFile(folder.resolve("one.yaml"));
        assertThat(generator.objects()).isEqualTo(1_000);
        assertThat(objects(Files.readString(folder.resolve("one.yaml")))).hasSize(1_000);
    }

    @Test
    void aPlatformWithoutWorkloadsIsRefused() {
        assertThatThrownBy(() -> PlatformGenerator.ofWorkloads(7, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private String text(long seed, int workloads) throws IOException {
        Path file = folder.resolve(seed + "-" + workloads + ".yaml");
        PlatformGenerator.ofWorkloads(seed, workloads).writeOneFile(file);
        return Files.readString(file);
    }

    private static List<Map<?, ?>> objects(String text) {
        List<Map<?, ?>> objects = new ArrayList<>();
        var load = new Load(
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build());
        load.loadAllFromString(text).forEach(object -> objects.add((Map<?, ?>) object));
        return objects;
    }

    private static String identity(Map<?, ?> object) {
        if (!(object.get("metadata") instanceof Map<?, ?> metadata)) {
            throw new AssertionError("no metadata in " + object);
        }
        return object.get("kind") + " " + metadata.get("namespace") + " " + metadata.get("name");
    }

    private static Map<String, Long> kinds(String text) {
        return Pattern.compile("(?m)^kind: (.*)$")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static int count(String text, String pattern) {
        return Math.toIntExact(Pattern.compile(pattern).matcher(text).results().count());
    }
}
