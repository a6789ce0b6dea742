package dev.bartizan.assess;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.bartizan.report.Reports;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.snapshot.SnapshotFile;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the main job writes about the reference platform is what it knows, and what the schemas promise. */
class SnapshotRoundTripTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

    @TempDir
    private static Path folder;

    private static AssessAnswer answer;
    private static AssessAnswer complete;

    @BeforeAll
    static void assess() {
        var question = AssessQuestion.of(List.of(Repository.path("examples/reference-platform")), AS_OF);
        answer = AssessAnalysis.run(question, InputStream.nullInputStream());
        complete = AssessAnalysis.run(question.withAssumeComplete(true), InputStream.nullInputStream());
        AssessOutputs.write(folder.resolve("answer"), answer, Optional.empty(), "1.0");
        var comparison = Comparison.of(answer.snapshot(), complete.snapshot());
        AssessOutputs.write(folder.resolve("complete"), complete, Optional.of(comparison), "1.0");
    }

    @Test
    void whatWasWrittenReadsBackEqual() {
        assertThat(answer.snapshot().platform().assets()).hasSizeGreaterThan(60);
        assertThat(answer.snapshot()).isNotEqualTo(complete.snapshot());
        assertThat(SnapshotFile.read(folder.resolve("answer/assessment.json")))
                .isEqualTo(new SnapshotFile.Ok(answer.snapshot()));
        assertThat(SnapshotFile.read(folder.resolve("complete/assessment.json")))
                .isEqualTo(new SnapshotFile.Ok(complete.snapshot()));
    }

    @Test
    void anAssessmentStandsForThePlatformItWasMadeFrom() {
        var again = AssessAnalysis.run(
                AssessQuestion.of(List.of(folder.resolve("answer/assessment.json")), AS_OF),
                InputStream.nullInputStream());
        AssessOutputs.write(folder.resolve("again"), again, Optional.empty(), "1.0");

        assertThat(again.snapshot()).isEqualTo(answer.snapshot());
        for (var file : List.of(SnapshotFile.NAME, Reports.SARIF)) {
            assertThat(folder.resolve("again").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("answer").resolve(file));
        }
    }

    @Test
    void theAssessmentIsValid() throws IOException {
        valid(
                Repository.path("docs/schema/assessment.schema.json"),
                SpecificationVersion.DRAFT_2020_12,
                SnapshotFile.NAME);
    }

    @Test
    void theSarifIsValid() throws IOException {
        valid(
                Repository.assumeShared("reference/schemas/sarif-2.1.0.schema.json"),
                SpecificationVersion.DRAFT_7,
                Reports.SARIF);
    }

    private static void valid(Path schemaFile, SpecificationVersion version, String name) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(version).getSchema(Files.readString(schemaFile));
        for (var output : List.of("answer", "complete")) {
            var json = Files.readString(folder.resolve(output).resolve(name));
            assertThat(schema.validate(json, InputFormat.JSON)).as(output).isEmpty();
            assertThat(schema.validate(json.replaceFirst("\"version\":|\"schema\":", "\"edition\":"), InputFormat.JSON))
                    .as("the schema tells")
                    .isNotEmpty();
        }
    }
}
