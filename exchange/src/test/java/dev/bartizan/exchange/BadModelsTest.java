package dev.bartizan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.exchange.model.Field;
import dev.bartizan.source.Problem;
import dev.bartizan.testkit.Mutator;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Broken, hostile, misspelt and too new models: every one ends with a problem that has a place. */
class BadModelsTest {
    private static final String OTM = """
            {"otmVersion": "0.2.0", "project": {"name": "n", "id": "i"}, "trustZones": [], "dataflows": []%s}
            """;

    @Test
    void aMisspeltKeyIsAnErrorWithTheNearestOneAndIsKept() {
        ThreatModelFile file = Models.parse(OTM.formatted(", \"treats\": [1]"));

        assertThat(file.hasErrors()).isTrue();
        assertThat(Models.errors(file))
                .extracting(Problem::toString)
                .anySatisfy(
                        line -> assertThat(line).contains("model:1:", "Unknown key 'treats'; did you mean 'threats'?"));
        assertThat(file.kept()).extracting(Loss::what).contains("treats");
        assertThat(file.write(Format.OTM).text()).contains("\"treats\"");
    }

    @Test
    void aWordThatIsNoneOfTheFormatNamesThoseThatAre() {
        String model = Models.text(Models.own("chat.tmlib.json")).replace("\"under_review\"", "\"under-revue\"");

        assertThat(Models.errors(Models.parse(model)))
                .singleElement()
                .extracting(Problem::toString)
                .asString()
                .contains("did you mean 'under_review'?", "allowed here: assumed, active");
    }

    @Test
    void wrongTypesAndMissingKeysAreToldAllAtOnce() {
        ThreatModelFile file = Models.parse(
                "{\"otmVersion\": \"0.2.0\", \"project\": {\"id\": 7}, \"components\": {}, \"threats\": [3]}");

        assertThat(Models.errors(file))
                .extracting(Problem::code)
                .contains("missing-key", "wrong-type")
                .hasSize(4);
    }

    @TestFactory
    Stream<DynamicTest> aLaterVersionIsRefusedWithThoseThatAreRead() {
        return Stream.of(
                        "{\"otmVersion\": \"1.0.0\"}",
                        "{\"schema\": 2, \"applicationInfo\": {}}",
                        "threagile_version: 2.0.0",
                        "{\"version\": \"3.0\", \"summary\": {}, \"detail\": {\"diagrams\": []}}",
                        "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"2.0\", \"components\": [{\"type\":"
                                + " \"threat-model\"}]}")
                .map(text -> DynamicTest.dynamicTest(
                        text,
                        () -> assertThat(Models.failed(text))
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.code()).isEqualTo("threat-model-version"))
                                .satisfies(
                                        problem -> assertThat(problem.remedy()).startsWith("give it as "))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoThreatModelIsRefused() {
        return Stream.of(
                        "",
                        "[]",
                        "{}",
                        "hello",
                        "kind: Deployment",
                        "{\"bomFormat\": \"CycloneDX\", \"components\": []}",
                        "{\"otmVersion\"")
                .map(text -> DynamicTest.dynamicTest(
                        "'" + text + "'",
                        () -> assertThat(Models.failed(text))
                                .isNotEmpty()
                                .allSatisfy(problem ->
                                        assertThat(problem.location()).isPresent())));
    }

    @Test
    void aFileThatIsNotThereIsAProblem() {
        var read = ThreatModelFiles.read(Path.of("nowhere.json"), InputStream.nullInputStream());

        assertThat(read).isInstanceOf(ThreatModelFiles.Failed.class);
    }

    @Test
    void namesOfNothingAndIdsOfTwoAreWarnings() {
        ThreatModelFile file = Models.parse(OTM.formatted(", \"components\": ["
                + "{\"id\": \"a\", \"name\": \"A\", \"type\": \"t\", \"parent\": {\"trustZone\": \"z\"}},"
                + "{\"id\": \"a\", \"name\": \"B\", \"type\": \"t\", \"parent\": {\"component\": \"a\"}}]"));

        assertThat(file.problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("threat-model-dangling", "threat-model-id-twice");
    }

    @Test
    void aSecretIsMaskedAndTold() {
        ThreatModelFile file = Models.parse(
                OTM.formatted(", \"mitigations\": [{\"id\": \"m\", \"name\": \"Rotate AKIAIOSFODNN7EXAMPLE\","
                        + " \"riskReduction\": 1}]"));

        assertThat(file.problems()).extracting(Problem::code).contains("threat-model-secret");
        assertThat(file.write(Format.OTM).text()).doesNotContain("AKIAIOSFODNN7EXAMPLE");
        assertThat(file.json()).doesNotContain("AKIAIOSFODNN7EXAMPLE");
    }

    @Test
    void aSecretInAModelOfTheThreatModelingToolIsMaskedAndTold() {
        String xml = tool("<DrawingSurfaceModel><Guid>g</Guid><Header>Deploy with AKIAIOSFODNN7EXAMPLE</Header>"
                + "</DrawingSurfaceModel>");
        ThreatModelFile file = file(xml);

        assertThat(file.problems()).extracting(Problem::code).contains("threat-model-secret");
        assertThat(file.json()).doesNotContain("AKIAIOSFODNN7EXAMPLE");
    }

    @TestFactory
    Stream<DynamicTest> xmlThatAttacksIsRefused() {
        String laughs = "<!DOCTYPE t [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        return Stream.of(
                        laughs + tool("&b;"),
                        "<!DOCTYPE t SYSTEM \"file:///etc/passwd\">" + tool(""),
                        "<!DOCTYPE t [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + tool("&x;"),
                        tool("<a>".repeat(200) + "</a>".repeat(200)),
                        tool("<a>"),
                        "<ThreatModel/>",
                        "<?xml version=\"1.0\"?><html/>")
                .map(xml -> DynamicTest.dynamicTest(
                        xml.substring(0, Math.min(60, xml.length())),
                        () -> assertThat(ThreatModelFiles.microsoft("model.tm7", xml.getBytes(StandardCharsets.UTF_8)))
                                .isInstanceOfSatisfying(
                                        ThreatModelFiles.Failed.class,
                                        failed -> assertThat(failed.problems())
                                                .allSatisfy(problem -> assertThat(problem.toString())
                                                        .doesNotContain("root:")
                                                        .startsWith("model.tm7:")))));
    }

    @Test
    void noDamagedModelBreaksAReader() {
        var mutator = Mutator.over(Models.own(""));

        int tried = mutator.exercise(
                1,
                Duration.ofSeconds(8),
                mutant -> everythingOf(
                        ThreatModelFiles.parse(mutant.origin(), new String(mutant.bytes(), StandardCharsets.UTF_8))));

        assertThat(tried).isGreaterThan(50);
    }

    @Test
    void noDamagedXmlBreaksItsReader() {
        byte[] original = tool("<DrawingSurfaceModel><Guid>g</Guid><Borders><KeyValueOfguidanyType><Key>a</Key>"
                        + "<Value xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:type=\"StencilEllipse\">"
                        + "<Guid>a</Guid><Left>1</Left><Top>2</Top><Width>3</Width><Height>4</Height></Value>"
                        + "</KeyValueOfguidanyType></Borders></DrawingSurfaceModel>")
                .getBytes(StandardCharsets.UTF_8);

        for (long seed = 1; seed <= 500; seed++) {
            everythingOf(ThreatModelFiles.microsoft(
                    "model.tm7", Mutator.mutate("model.tm7", original, seed).bytes()));
        }
        assertThat(file(new String(original, StandardCharsets.UTF_8)).model().assets())
                .singleElement()
                .satisfies(asset -> assertThat(asset.text(Field.CATEGORY)).contains("process"));
    }

    /** Whatever became of it can be told and written. */
    private static void everythingOf(ThreatModelFiles.Read read) {
        switch (read) {
            case ThreatModelFiles.Failed failed -> assertThat(failed.problems()).isNotEmpty();
            case ThreatModelFiles.Ok ok -> {
                assertThat(ok.file().summary()).isNotBlank();
                assertThat(ok.file().json()).startsWith("{");
                for (Format format : List.of(Format.values())) {
                    assertThat(ok.file().write(format).text()).isNotBlank();
                }
            }
        }
    }

    private static String tool(String inside) {
        return "<ThreatModel><DrawingSurfaceList>" + inside + "</DrawingSurfaceList></ThreatModel>";
    }

    private static ThreatModelFile file(String xml) {
        var read = ThreatModelFiles.microsoft("model.tm7", xml.getBytes(StandardCharsets.UTF_8));
        assertThat(read).isInstanceOf(ThreatModelFiles.Ok.class);
        return ((ThreatModelFiles.Ok) read).file();
    }
}
