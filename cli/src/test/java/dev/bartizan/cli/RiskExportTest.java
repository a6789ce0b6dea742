package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over to the tools of others is as those who define the formats say. */
@TestInstance(Lifecycle.PER_CLASS)
class RiskExportTest {
    private final Path folder;
    private final String asFound;

    RiskExportTest(@TempDir Path folder) {
        this.folder = folder;
        this.asFound = assessed(folder, Repository.path("examples/reference-platform/as-found"));
    }

    private static String assessed(Path out, Path platform) {
        var ran = Ran.of("assess", platform.toString(), "--out", out.toString(), "--as-of", "2026-11-22");
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        return out.resolve("assessment.json").toString();
    }

    private static String backlog(String assessment, String... words) {
        var all = new ArrayList<>(List.of("risk", "backlog", assessment));
        all.addAll(List.of(words));
        var ran = Ran.of(all.toArray(String[]::new));
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        return ran.out();
    }

    /** The schemas that NIST published for OSCAL 1.1.2. */
    private static Schema oscal(String model) throws IOException {
        try (InputStream in =
                RiskExportTest.class.getResourceAsStream("/schema/json/oscal-" + model + "_schema.json")) {
            assertThat(in).as(model).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("-1.1.2-schema.json");
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(text);
        }
    }

    @ParameterizedTest
    @CsvSource({"oscal-poam, poam", "oscal-component, component-definition", "oscal-results, ar"})
    void oscalIsValidByItsSchema(String format, String model, @TempDir Path empty) throws IOException {
        Schema schema = oscal(model);
        assertThat(schema.validate(backlog(asFound, "--format", format), InputFormat.JSON))
                .isEmpty();
        Files.writeString(empty.resolve("quota.yaml"), """
                apiVersion: v1
                kind: ResourceQuota
                metadata: {name: quota, namespace: ml}
                """);
        String nearlyNothing = assessed(empty.resolve("out"), empty.resolve("quota.yaml"));
        assertThat(schema.validate(backlog(nearlyNothing, "--format", format), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(
                        backlog(asFound, "--format", format).replace("\"uuid\":", "\"id\":"), InputFormat.JSON))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"architect", "compliance", "reliability", "runtime-security"})
    void whatARoleTakesOverIsValidByOurSchema(String role) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Repository.path("docs/schema/share.schema.json")));
        var ran = Ran.of("share", asFound, "--for", role);
        assertThat(ran.exitCode()).as(ran.err()).isEqualTo(ExitCode.DONE);
        assertThat(schema.validate(ran.out(), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(ran.out().replace("\"platform\"", "\"name\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void aWorkbookHasASheetForTheBacklogAndIsTheSameTwice() throws IOException {
        Path file = folder.resolve("backlog.xlsx");
        assertThat(backlog(asFound, "--format", "xlsx", "--limit", "3", "--out", file.toString()))
                .contains("Wrote ");
        byte[] first = Files.readAllBytes(file);
        backlog(asFound, "--format", "xlsx", "--limit", "3", "--out", file.toString());
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        var parts = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(parts.get("xl/workbook.xml")).contains("name=\"Backlog\"", "name=\"Risks\"", "name=\"About\"");
        assertThat(parts.get("docProps/core.xml")).contains(">2026-11-22T00:00:00Z<");
        String backlog = parts.getOrDefault("xl/worksheets/sheet1.xml", "");
        assertThat(backlog.split("<row ", -1)).hasSize(1 + 1 + 3);
        assertThat(backlog).contains("<c r=\"A2\"").doesNotContain("<f>");
    }

    @Test
    void aWorkbookNeedsAFile() {
        var ran = Ran.of("risk", "backlog", asFound, "--format", "xlsx");
        assertThat(ran.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(ran.err()).contains("--format xlsx needs --out FILE.xlsx");
    }
}
