package dev.bartizan.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Severity;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against the schema of the standard, where it lies beside the repository. */
class SarifSchemaTest {
    private static final Location ODD = new Location("a b/ü:%#?[1].yaml", 1, 1, "/x");

    private static Schema schema;

    @BeforeAll
    static void load() throws IOException {
        var file = Repository.assumeShared("reference/schemas/sarif-2.1.0.schema.json");
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(file, StandardCharsets.UTF_8));
    }

    @Test
    void theExampleIsValid() {
        valid(Example.sarif(Example.snapshot()));
    }

    @Test
    void theEmptyAndTheUncheckedAreValid() {
        valid(Example.sarif(Example.with(List.of())));
        valid(Example.sarif(Example.unchecked(
                Problem.error("e", "broken", "", ODD),
                new Problem("p", Problem.Level.NOTICE, "", "", Optional.empty()))));
    }

    @Test
    void theSuppressedComparedAndCutIsValid() {
        var old = Example.with(List.of(Example.finding("f1", Severity.LOW, ODD, "seen")));
        var now = Example.with(
                List.of(
                        Example.finding("f1", Severity.HIGH, ODD, "seen"),
                        Example.finding("f2", Severity.INFO, ODD, ""),
                        Example.finding("f3", Severity.INFO, ODD, "left out")),
                new Waiver("f1", "BL-WL-001", Example.TRAINER, "known", "2027-01-01", "team"));

        valid(Example.sarif(
                now,
                Optional.of(Comparison.of(old, now)),
                SarifOptions.DEFAULT.withMaxResults(2).withVersion("1.0.0")));
    }

    @Test
    void theSchemaWouldTell() {
        assertThat(schema.validate(
                        Example.sarif(Example.snapshot()).replace("\"startLine\":18", "\"startLine\":0"),
                        InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(
                        Example.sarif(Example.snapshot()).replace("\"columnKind\"", "\"columnSort\""),
                        InputFormat.JSON))
                .isNotEmpty();
    }

    private static void valid(String sarif) {
        assertThat(schema.validate(
                        sarif,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(configuration -> configuration.formatAssertionsEnabled(true))))
                .isEmpty();
    }
}
