package dev.bartizan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.bartizan.exchange.tree.Json;
import dev.bartizan.exchange.tree.JsonText;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the Navigator and threat intelligence platforms are shown holds their formats, and says what it leaves out. */
class ViewTest {
    private static final String STIX_SCHEMAS =
            "http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas/";

    private static ThreatModelFile.Export written(View view) {
        return view.write(
                FoundPlatform.snapshot(),
                Map.of("C-AUTHN", "Let in whom you know"),
                Map.of("C-AUTHN", List.of("AC-3", "AML.M0019")));
    }

    private static Json tree(View view) {
        return Models.tree(written(view).text());
    }

    private static String text(Json entry, String key) {
        return entry instanceof Json.Entries entries
                        && entries.get(key).orElse(Json.text("")) instanceof Json.Text(String value)
                ? value
                : "";
    }

    private static List<Json> list(Json entry, String key) {
        return ((Json.Entries) entry).get(key).map(Json::list).orElse(List.of());
    }

    private static Json technique(Json layer, String id) {
        return list(layer, "techniques").stream()
                .filter(technique -> text(technique, "techniqueID").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLayerHoldsTheTechniquesOfItsMatrixOnly() {
        Json attack = tree(View.NAVIGATOR);
        Json atlas = tree(View.NAVIGATOR_ATLAS);

        assertThat(list(attack, "techniques"))
                .extracting(technique -> text(technique, "techniqueID"))
                .containsExactly("T1059", "T1190", "T1195", "T1195.002", "T1210");
        assertThat(list(atlas, "techniques"))
                .extracting(technique -> text(technique, "techniqueID"))
                .containsExactly("AML.T0010", "AML.T0010.003", "AML.T0044");
        assertThat(text(attack, "domain")).isEqualTo("enterprise-attack");
    }

    @Test
    void aTechniqueSaysHowBadItIsAndWhatThatRestsOn() {
        Json layer = tree(View.NAVIGATOR);

        assertThat(technique(layer, "T1190"))
                .satisfies(technique -> assertThat(text(technique, "comment"))
                        .isEqualTo("TH-X01 The registry answers anybody (critical, confirmed)\n"
                                + "- mlflow answers anybody [registry.yaml:12:7]"))
                .satisfies(technique ->
                        assertThat(((Json.Entries) technique).get("score")).contains(Json.number(100)));
        assertThat(((Json.Entries) technique(layer, "T1195.002")).get("score")).contains(Json.number(10));
        assertThat(((Json.Entries) technique(layer, "T1059")).get("score")).contains(Json.number(1));
        assertThat(text(technique(layer, "T1210"), "comment")).startsWith("On a way from notebook user to mlflow");
    }

    /** The rules of layers/spec/v4.5/layerformat.md of the Navigator, and of 4.3, which knows the same keys. */
    @ParameterizedTest
    @EnumSource(names = "STIX", mode = EnumSource.Mode.EXCLUDE)
    void aLayerHoldsItsFormat(View view) {
        Json layer = tree(view);

        assertThat(((Json.Entries) layer).values().keySet())
                .isSubsetOf(
                        "name",
                        "versions",
                        "domain",
                        "description",
                        "sorting",
                        "layout",
                        "hideDisabled",
                        "techniques",
                        "gradient",
                        "legendItems");
        assertThat(text(layer, "name")).isNotEmpty();
        assertThat(((Json.Entries) layer).get("versions").map(versions -> text(versions, "layer")))
                .hasValueSatisfying(version -> assertThat(version).isIn("4.3", "4.5"));
        assertThat(list(layer, "techniques"))
                .extracting(technique -> text(technique, "techniqueID"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("(AML\\.)?T[0-9]{4}(\\.[0-9]{3})?"));
        assertThat(list(layer, "techniques"))
                .allSatisfy(technique -> assertThat(
                                ((Json.Entries) technique).values().keySet())
                        .isSubsetOf(
                                "techniqueID", "score", "color", "comment", "enabled", "metadata", "showSubtechniques"))
                .extracting(technique -> text(technique, "color"))
                .allMatch(colour -> colour.matches("(#[0-9a-f]{6})?"));
        assertThat(list(layer, "legendItems"))
                .allSatisfy(item -> assertThat(text(item, "color")).matches("#[0-9a-f]{6}"))
                .allSatisfy(item -> assertThat(text(item, "label")).isNotEmpty());
    }

    @Test
    void aLayerTellsWhatItLeavesOut() {
        assertThat(LossList.of(written(View.NAVIGATOR).losses()).grouped())
                .containsExactly(
                        "left out: techniques that are not of ATT&CK: 2; a layer holds one matrix; first at"
                                + " registry.yaml:12:7",
                        "left out: threats, ways and incidents: 1; they have no counterpart in ATT&CK; first at"
                                + " registry.yaml:12:7",
                        "left out: references: 1; a layer knows techniques only; first at registry.yaml:12:7",
                        "left out: assets: 2; a layer knows techniques only; first at registry.yaml:12:7");
    }

    @Test
    void aBundleHasTheThreatWithWhatMitigatesItAndWhereItIs() {
        List<Json> objects = list(tree(View.STIX), "objects");
        Json threat = named(objects, "attack-pattern", "The registry answers anybody");
        Json control = named(objects, "course-of-action", "Let in whom you know");
        Json asset = named(objects, "infrastructure", "Deployment mlflow");

        assertThat(list(threat, "external_references"))
                .extracting(reference -> text(reference, "source_name") + " " + text(reference, "external_id"))
                .containsExactly("bartizan TH-X01", "mitre-atlas AML.T0044", "cwe CWE-306", "mitre-attack T1190");
        assertThat(list(control, "external_references"))
                .extracting(reference -> text(reference, "external_id"))
                .containsExactly("C-AUTHN", "AC-3", "AML.M0019");
        assertThat(related(objects)).contains("mitigates " + text(control, "id") + " " + text(threat, "id"));
        assertThat(related(objects)).contains("related-to " + text(threat, "id") + " " + text(asset, "id"));
    }

    @Test
    void everyReferenceWithinABundleLeadsToAnObjectOfIt() {
        List<Json> objects = list(tree(View.STIX), "objects");
        Set<String> ids = objects.stream().map(object -> text(object, "id")).collect(Collectors.toSet());

        assertThat(objects).hasSameSizeAs(ids);
        assertThat(objects).allSatisfy(object -> {
            assertThat(ids)
                    .containsAll(list(object, "object_refs").stream()
                            .map(ref -> ((Json.Text) ref).value())
                            .toList());
            for (String key : List.of("source_ref", "target_ref", "created_by_ref")) {
                assertThat(text(object, key)).isIn(withNothing(ids));
            }
        });
    }

    private static Set<String> withNothing(Set<String> ids) {
        var all = new HashSet<>(ids);
        all.add("");
        return all;
    }

    @Test
    void whatIsNamedAlikeHasOneIdentifierInEveryExport() {
        List<Json> objects = list(tree(View.STIX), "objects");

        assertThat(objects).isEqualTo(list(tree(View.STIX), "objects"));
        assertThat(objects)
                .extracting(object -> text(object, "id"))
                .allMatch(id ->
                        id.matches("[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        assertThat(objects).extracting(object -> text(object, "created")).containsOnly("2026-11-01T00:00:00.000Z");
    }

    @Test
    void aBundleTellsWhatItLeavesOut() {
        assertThat(LossList.of(written(View.STIX).losses()).grouped())
                .containsExactly(
                        "left out: incidents: 1; the platform has nothing that they could be tried on; first at"
                                + " platform:1:1",
                        "left out: links: 1; STIX tells of attacks, not of what was checked; first at"
                                + " registry.yaml:12:7");
    }

    @TestFactory
    Stream<DynamicTest> everyObjectHoldsThePublishedSchema() {
        Path folder = Repository.assumeShared("reference/schemas/stix-2.1");
        var config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(config).schemas((String id) -> published(folder, id)));
        return list(tree(View.STIX), "objects").stream()
                .map(object -> DynamicTest.dynamicTest(
                        text(object, "id"),
                        () -> assertThat(registry.getSchema(published(folder, schema(text(object, "type"))))
                                        .validate(JsonText.of(object), InputFormat.JSON))
                                .isEmpty()));
    }

    /** Or the test above would prove nothing. */
    @Test
    void thePublishedSchemaRefusesAnObjectWithoutATime() {
        Path folder = Repository.assumeShared("reference/schemas/stix-2.1");
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas((String id) -> published(folder, id)));
        String broken = JsonText.of(list(tree(View.STIX), "objects").getFirst()).replace("\"created\"", "\"made\"");

        assertThat(registry.getSchema(published(folder, schema("identity"))).validate(broken, InputFormat.JSON))
                .isNotEmpty();
    }

    private static String schema(String type) {
        return STIX_SCHEMAS + (type.equals("relationship") ? "sros/" : "sdos/") + type + ".json";
    }

    private static String published(Path folder, String id) {
        try {
            return Files.readString(folder.resolve(id.substring(STIX_SCHEMAS.length())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Json named(List<Json> objects, String type, String name) {
        return objects.stream()
                .filter(object -> text(object, "type").equals(type) && Objects.equals(text(object, "name"), name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> related(List<Json> objects) {
        return objects.stream()
                .filter(object -> text(object, "type").equals("relationship"))
                .map(object -> String.join(
                        " ", text(object, "relationship_type"), text(object, "source_ref"), text(object, "target_ref")))
                .toList();
    }
}
