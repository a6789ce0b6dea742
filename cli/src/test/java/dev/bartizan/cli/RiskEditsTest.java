package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.assess.AssessAnalysis;
import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.assess.AssessQuestion;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.risk.RiskAnalysis;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the backlog says that an edit ends, held against what the edit ends: the first ten items of the platform as found that are plain edits. */
@TestInstance(Lifecycle.PER_CLASS)
class RiskEditsTest {
    private static final Path PLATFORM = Repository.path("examples/reference-platform");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String CLIENTS =
            "{matchExpressions: [{key: kubernetes.io/metadata.name, operator: In, values: [ml-registry, ml-serving, ml-training, ml-pipelines, ml-data, ml-features]}]}";

    /** One replacement of a text, wherever it stands in a file. */
    record Edit(String file, String from, String to) {}

    /** An item of the backlog, and what does it. */
    record Item(String mitigation, List<Edit> edits) {
        @Override
        public String toString() {
            return mitigation;
        }
    }

    static List<Item> items() {
        return List.of(
                new Item(
                        "pass BL-DT-009 namespace/ml-registry",
                        List.of(new Edit(
                                "registry/minio-buckets-job.yaml",
                                "              mc anonymous set public store/parcel-photographs\n",
                                ""))),
                new Item(
                        "pass BL-SE-005 namespace/ml-registry",
                        List.of(new Edit("registry/mlflow.yaml", "(?m)^data:\\n  credentials: \\S+\\n", ""))),
                new Item(
                        "pass BL-DT-006 namespace/ml-registry",
                        List.of(new Edit(
                                "registry/minio.yaml",
                                "              value: minio123",
                                "              valueFrom: {secretKeyRef: {name: minio-root, key: password}}"))),
                new Item(
                        "pass BL-AC-001 namespace/ml-delivery",
                        List.of(
                                new Edit(
                                        "delivery/applications.yaml",
                                        "    - \"\\*\"\n  destinations",
                                        "    - https://github.com/meridian-parcel/platform.git\n  destinations"),
                                new Edit(
                                        "delivery/applications.yaml",
                                        "      namespace: \"\\*\"",
                                        "      namespace: ml-serving"),
                                new Edit(
                                        "delivery/applications.yaml",
                                        "  clusterResourceWhitelist:\n    - group: \"\\*\"\n      kind: \"\\*\"\n",
                                        ""))),
                new Item(
                        "pass BL-NW-013 namespace/ml-registry",
                        List.of(new Edit(
                                "registry/clients.yaml",
                                "namespaceSelector: \\{\\}",
                                "namespaceSelector: " + CLIENTS))),
                new Item(
                        "pass BL-WL-012 namespace/ml-training",
                        List.of(
                                new Edit(
                                        "training/gpu-debug-pod.yaml",
                                        "(?m)^          add:\\n(            - \\S+\\n)+",
                                        ""),
                                new Edit(
                                        "training/assistant-finetune-pytorchjob.yaml",
                                        "                  add:\n                    - IPC_LOCK\n",
                                        ""))),
                new Item(
                        "pass BL-VL-002 namespace/ml-serving",
                        List.of(new Edit(
                                "serving/vllm-drafts.yaml", "--enable-prefix-caching", "--no-enable-prefix-caching"))),
                new Item(
                        "pass BL-AR-007 namespace/ml-serving",
                        List.of(new Edit(
                                "serving/inference-services.yaml",
                                "hf://meridian-parcel/message-triage",
                                "hf://meridian-parcel/message-triage:0b0d8e1b6a4c7f3e9d2a5c8b1f4e7d0a3c6b9f2e"))),
                new Item(
                        "pass BL-SV-003 namespace/ml-serving",
                        List.of(
                                new Edit(
                                        "serving/triton.yaml",
                                        "--model-control-mode=explicit",
                                        "--model-control-mode=none"),
                                new Edit(
                                        "serving/vllm-drafts.yaml",
                                        "            - name: VLLM_ALLOW_RUNTIME_LORA_UPDATING\n              value: \"True\"\n",
                                        ""))),
                new Item(
                        "pass BL-WL-019 namespace/ml-serving",
                        List.of(new Edit(
                                "serving/vllm-embeddings.yaml", "vllm-openai:latest", "vllm-openai:v0.11.2"))));
    }

    private final Path folder;
    private final AssessAnswer before;

    RiskEditsTest(@TempDir Path folder) {
        this.folder = folder;
        this.before = assessed(PLATFORM);
    }

    private static AssessAnswer assessed(Path platform) {
        return AssessAnalysis.run(
                AssessQuestion.of(List.of(platform.resolve("as-found")), DAY), InputStream.nullInputStream());
    }

    @ParameterizedTest
    @MethodSource("items")
    void anEditEndsWhatTheBacklogSays(Item item) {
        SortedSet<String> said = whatIf(List.of(item));
        assertThat(said).hasSizeLessThan(real(facts(before)).size());
        assertThat(edited(List.of(item))).containsExactlyInAnyOrderElementsOf(said);
    }

    @Test
    void allOfThemEndTogetherWhatTheBacklogSays() {
        assertThat(edited(items())).containsExactlyInAnyOrderElementsOf(whatIf(items()));
    }

    private SortedSet<String> whatIf(List<Item> items) {
        Set<String> ids = items.stream().map(Item::mitigation).collect(Collectors.toSet());
        Set<String> fixes = new HashSet<>();
        List<Mitigation> chosen = facts(before).backlog().stream()
                .filter(one -> ids.contains(one.id()))
                .toList();
        assertThat(chosen).hasSameSizeAs(ids);
        chosen.forEach(one -> fixes.addAll(one.fixes()));
        return real(
                RiskAnalysis.run(before.snapshot(), before.risks().orElseThrow().after(fixes))
                        .facts());
    }

    private SortedSet<String> edited(List<Item> items) {
        try {
            Path copy = Files.createTempDirectory(folder, "edited");
            copy(copy);
            for (Item item : items) {
                for (Edit edit : item.edits()) {
                    Path file = copy.resolve("as-found").resolve(edit.file());
                    String text = Files.readString(file);
                    String changed = text.replaceAll(edit.from(), edit.to());
                    assertThat(changed).as(edit.from()).isNotEqualTo(text);
                    Files.writeString(file, changed);
                }
            }
            return real(facts(assessed(copy)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copy(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(PLATFORM)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(PLATFORM.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static RiskFacts facts(AssessAnswer answer) {
        return answer.snapshot().risks().orElseThrow();
    }

    private static SortedSet<String> real(RiskFacts facts) {
        return facts.risks().stream()
                .filter(Risk::confirmed)
                .map(risk -> risk.threat() + " " + String.join(" to ", risk.zones()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
