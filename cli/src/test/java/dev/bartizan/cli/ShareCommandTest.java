package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.SourceReader;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other roles take over of the reference platform. */
@TestInstance(Lifecycle.PER_CLASS)
class ShareCommandTest {
    private static final Path SCHEMA = Repository.path("docs/schema/share.schema.json");

    private final Path folder;
    private final String assessment;

    ShareCommandTest(@TempDir Path folder) {
        this.folder = folder;
        var ran = Ran.of(
                "assess",
                Repository.path("examples/reference-platform/as-found").toString(),
                "--out",
                folder.toString(),
                "--as-of",
                "2026-11-22");
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        this.assessment = folder.resolve("assessment.json").toString();
    }

    private static Node json(String text) {
        return SourceReader.parse("share.json", text)
                .documents()
                .getFirst()
                .root()
                .orElseThrow();
    }

    private static List<String> keys(Node node) {
        return ((Mapping) node).keys();
    }

    /** Each role's document has the keys of the schema, and so has each entry of its lists. */
    @ParameterizedTest
    @CsvSource({"architect, 0", "compliance, 1", "reliability, 2", "runtime-security, 3"})
    void aDocumentIsAsTheSchemaSays(String role, int branch) throws IOException {
        Node schema = json(Files.readString(SCHEMA));
        Node own = schema.get("oneOf").items().get(branch);
        assertThat(own.at("properties", "role", "const").text("")).isEqualTo(role);
        var ran = Ran.of("share", assessment, "--for", role);
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        Node document = json(ran.out());
        assertThat(keys(document))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(keys(schema.get("properties")).stream(), keys(own.get("properties")).stream())
                                .distinct()
                                .toList());
        assertThat(document.get("role").text("")).isEqualTo(role);
        for (String key : keys(own.get("properties"))) {
            if (!key.equals("role")) {
                List<String> expected = keys(own.at("properties", key, "items", "properties"));
                assertThat(document.get(key).items())
                        .as(key)
                        .allSatisfy(entry -> assertThat(keys(entry)).containsExactlyInAnyOrderElementsOf(expected));
            }
        }
        assertThat(keys(own.get("properties")).stream()
                        .mapToInt(key -> document.get(key).items().size())
                        .sum())
                .isGreaterThan(3);
    }

    @Test
    void aFolderHoldsWhatPeopleAndOtherToolsRead() {
        Path out = folder.resolve("handover");
        var ran = Ran.of("share", assessment, "--for", "compliance", "--out", out.toString());
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        assertThat(out).isDirectoryContaining("glob:**oscal-poam.json").isDirectoryContaining("glob:**nist-800-53.csv");
        assertThat(out.resolve("compliance.json")).isNotEmptyFile();
    }

    @Test
    void runtimeSecurityGetsRulesOfWhatNobodyDeclared() throws IOException {
        Path out = folder.resolve("runtime");
        assertThat(Ran.of("share", assessment, "--for", "runtime-security", "--out", out.toString())
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
        Node falco = SourceReader.parse("f.yaml", Files.readString(out.resolve("falco-rules.yaml")))
                .documents()
                .getFirst()
                .root()
                .orElseThrow();
        assertThat(falco.items().stream().map(item -> item.get("rule").text("")).filter(rule -> !rule.isEmpty()))
                .containsExactly(
                        "Shell with a terminal in a workload that nobody works in",
                        "Connection to an address outside that nobody declared",
                        "Call of the API server by a workload without rights",
                        "Privileged container that is not so by design");
        assertThat(macro(falco, "bartizan_nobody_works_here"))
                .contains("k8s.pod.name startswith \"vllm-chat-\"")
                .doesNotContain("\"jupyterhub-\"");
        assertThat(macro(falco, "bartizan_declares_nothing_outside"))
                .contains("\"minio-\"")
                .doesNotContain("\"vllm-chat-\"");
        assertThat(macro(falco, "bartizan_is_not_privileged_by_design")).doesNotContain("\"nvidia-device-plugin-\"");
        List<Node> policies =
                SourceReader.parse("t.yaml", Files.readString(out.resolve("tetragon-policies.yaml")))
                        .documents()
                        .stream()
                        .map(document -> document.root().orElseThrow())
                        .toList();
        assertThat(policies)
                .isNotEmpty()
                .allSatisfy(policy -> assertThat(policy.get("kind").text("")).isEqualTo("TracingPolicyNamespaced"))
                .noneMatch(policy -> policy.at("metadata", "namespace").text("").equals("ml-serving"));
    }

    private static String macro(Node rules, String name) {
        return rules.items().stream()
                .filter(item -> item.get("macro").text("").equals(name))
                .map(item -> item.get("condition").text(""))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anUnknownRoleIsWrongUsage() {
        var ran = Ran.of("share", assessment, "--for", "poet");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.err()).contains("--for takes architect, compliance, reliability, runtime-security, not 'poet'.");
    }
}
