package dev.bartizan.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schema and the written file say the same. */
class AssessmentSchemaTest {
    private static final String COMPLETE = Written.text(ExampleSnapshot.complete());
    private static Schema published;
    /** The published schema without its room for later keys. */
    private static Schema closed;

    @BeforeAll
    static void load() throws IOException {
        String text = Files.readString(Repository.path("docs/schema/assessment.schema.json"), StandardCharsets.UTF_8);
        published = schema(text);
        JsonNode tree = JsonMapper.shared().readTree(text);
        close(tree);
        closed = schema(tree.toString());
    }

    @Test
    void everyWrittenKeyIsDescribed() {
        assertThat(errors(closed, COMPLETE)).isEmpty();
        assertThat(errors(closed, Written.text(ExampleSnapshot.read()))).isEmpty();
    }

    @Test
    void aBaselineThatFoundNothingIsValid() {
        var nothing = ExampleSnapshot.read().with(new ControlFacts(List.of(), List.of(), List.of(), List.of()));

        assertThat(errors(closed, Written.text(nothing))).isEmpty();
    }

    @Test
    void keysOfALaterMinorVersionAreValid() {
        var later =
                COMPLETE.replace("assessment/1.4", "assessment/1.5").replace("\"rule\":", "\"confidence\":1,\"rule\":");

        assertThat(errors(published, later)).isEmpty();
        assertThat(errors(closed, later)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bartizan/assessment/1.4       | bartizan/assessment/2.0     | /schema
            "asOf":"2026-11-21"           | "asOf":20261121             | /input/asOf
            "read":3                      | "read":-3                   | /input/files/read
            "layer":"pipeline","plane"    | "layer":"serving","plane"   | /platform/assets/0/layer
            "kind":"runs-as",             | "sort":"runs-as",           | /platform/links/1
            "level":"warning"             | "level":"fatal"             | /problems/1/level
            "truth":"undecided"           | "truth":"confirmed"         | /findings/2/gaps
            "truth":"undecided"           | "truth":"refuted"           | /findings/2/truth
            "gaps":["account","cluster"]  | "gaps":[]                   | /findings/2/gaps
            "passed":[[1,2],[4,4]]        | "passed":[[1,2],[4]]        | /checks/3/assets/passed/1
            "passed":[[1,2],[4,4]]        | "passed":[1,2,4]            | /checks/3/assets/passed/0
            "expires":"2027-03-31"        | "expires":"31 March"        | /waivers/0/expires
            "waivers":[                   | "exceptions":[              | ''
            """)
    void whatTheReaderWouldNotTakeIsInvalid(String target, String replacement, String place) {
        assertThat(COMPLETE).contains(target);

        assertThat(errors(published, COMPLETE.replace(target, replacement)))
                .extracting(error -> error.getInstanceLocation().toString())
                .contains(place);
    }

    private static Schema schema(String text) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
    }

    private static List<Error> errors(Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("type").asString("").equals("object")
                && object.has("properties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(AssessmentSchemaTest::close);
    }
}
