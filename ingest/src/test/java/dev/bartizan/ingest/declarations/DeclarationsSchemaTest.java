package dev.bartizan.ingest.declarations;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.bartizan.graph.Intent;
import dev.bartizan.graph.RiskSettings;
import dev.bartizan.knowledge.Role;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.knowledge.Vocabulary.Zone;
import dev.bartizan.source.Default;
import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.SourceReader;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema that editors use and the records that Bartizan reads must say the same. */
class DeclarationsSchemaTest {
    private static final String TEXT = text();
    private static final Node SCHEMA = SourceReader.parse("schema.json", TEXT)
            .documents()
            .getFirst()
            .root()
            .orElseThrow();

    private static final Map<String, Class<? extends Record>> RECORDS = Map.ofEntries(
            Map.entry("platform", DeclarationsFile.Naming.class),
            Map.entry("cluster", DeclarationsFile.Cluster.class),
            Map.entry("owner", DeclarationsFile.Owner.class),
            Map.entry("zone", DeclarationsFile.ZoneEntry.class),
            Map.entry("classification", DeclarationsFile.Worth.class),
            Map.entry("external", DeclarationsFile.External.class),
            Map.entry("asset", DeclarationsFile.AssetEntry.class),
            Map.entry("link", DeclarationsFile.LinkEntry.class),
            Map.entry("role", DeclarationsFile.RoleEntry.class),
            Map.entry("baseline", DeclarationsFile.Baseline.class),
            Map.entry("network", DeclarationsFile.Network.class),
            Map.entry("threats", DeclarationsFile.Threats.class),
            Map.entry("readiness", DeclarationsFile.Readiness.class),
            Map.entry("level", DeclarationsFile.LevelEntry.class),
            Map.entry("responsibility", DeclarationsFile.ResponsibilityEntry.class),
            Map.entry("intent", Intent.class),
            Map.entry("side", Intent.Side.class),
            Map.entry("exception", DeclarationsFile.ExceptionEntry.class),
            Map.entry("answer", DeclarationsFile.AnswerEntry.class),
            Map.entry("attestation", DeclarationsFile.AttestationEntry.class),
            Map.entry("risk", RiskSettings.class),
            Map.entry("appetite", RiskSettings.Appetite.class),
            Map.entry("tolerance", RiskSettings.Point.class),
            Map.entry("figures", RiskSettings.Figures.class),
            Map.entry("range", RiskSettings.Range.class),
            Map.entry("factors", RiskSettings.Factors.class),
            Map.entry("secondary", RiskSettings.Secondary.class),
            Map.entry("rating", RiskSettings.Rating.class),
            Map.entry("acceptance", RiskSettings.Acceptance.class),
            Map.entry("selector", DeclarationsFile.Selector.class));

    /** Words that are read as nodes, to report them at their own line, and that an entry cannot do without. */
    private static final Set<String> REQUIRED_WORDS = Set.of(
            "zone.zone",
            "role.role",
            "asset.role",
            "link.kind",
            "intent.to",
            "answer.property",
            "answer.value",
            "responsibility.controls",
            "appetite.curve");

    @Test
    void theSectionsAreTheSame() {
        compare("", SCHEMA, DeclarationsFile.class);
    }

    static Set<String> definitions() {
        return RECORDS.keySet();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void theKeysOfEachEntryAreTheSame(String definition) {
        compare(definition, SCHEMA.at("$defs", definition), Objects.requireNonNull(RECORDS.get(definition)));
    }

    @Test
    void everyDefinitionIsCompared() {
        assertThat(keys(SCHEMA.get("$defs"))).containsExactlyInAnyOrderElementsOf(RECORDS.keySet());
    }

    private static void compare(String definition, Node schema, Class<? extends Record> type) {
        List<RecordComponent> components = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() != Location.class)
                .toList();
        assertThat(keys(schema.get("properties")))
                .containsExactlyInAnyOrderElementsOf(
                        components.stream().map(RecordComponent::getName).toList());
        assertThat(schema.get("required").items().stream().map(item -> item.text("")))
                .containsExactlyInAnyOrderElementsOf(components.stream()
                        .filter(component -> isRequired(component)
                                || REQUIRED_WORDS.contains(definition + "." + component.getName()))
                        .map(RecordComponent::getName)
                        .toList());
        assertThat(schema.get("additionalProperties").isFalse()).isTrue();
    }

    private static boolean isRequired(RecordComponent component) {
        return !Set.of(Optional.class, List.class, SortedMap.class, Node.class).contains(component.getType())
                && !component.isAnnotationPresent(Default.class);
    }

    private static List<String> keys(Node node) {
        return ((Mapping) node).keys();
    }

    @Test
    void itsWordsAreThoseOfTheVocabulary() {
        var vocabulary = Vocabulary.load();
        Node definitions = SCHEMA.get("$defs");

        assertThat(words(definitions.at("role", "properties", "role", "enum")))
                .containsExactlyElementsOf(vocabulary.roles().stream()
                        .map(Role::id)
                        .filter(role -> !role.equals(Role.UNKNOWN))
                        .toList());
        List<String> zones = vocabulary.zones().stream().map(Zone::id).toList();
        assertThat(words(definitions.at("zone", "properties", "zone", "examples")))
                .containsExactlyElementsOf(zones);
        assertThat(words(definitions.at("external", "properties", "zone", "enum")))
                .containsExactlyElementsOf(zones);
        for (String property : List.of("classification", "value")) {
            assertThat(words(definitions.at("classification", "properties", property, "enum")))
                    .containsExactlyElementsOf(
                            vocabulary.property(property).orElseThrow().values());
        }
    }

    private static List<String> words(Node list) {
        return list.items().stream().map(item -> item.text("")).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\": 1}",
                "{\"version\": 1, \"platform\": {\"name\": \"x\"}, \"clusters\": [{\"name\": \"a\", \"paths\": [\"b\"]}]}",
                "{\"version\": 1, \"answers\": [{\"property\": \"task\", \"value\": \"generation\", \"select\": {\"names\": [\"a\"]}}]}",
                "{\"version\": 1, \"attestations\": [{\"control\": \"C-GUARD\", \"evidence\": \"e\", \"date\": \"2026-11-01\", \"select\": {\"names\": [\"a\"]}}]}",
                "{\"version\": 1, \"assets\": [{\"id\": \"ledger\", \"role\": \"database\", \"missing\": [\"C-AUTHN\"]}], \"links\": [{\"from\": \"*\", \"kind\": \"reads\", \"to\": \"ledger\"}]}",
                "{\"version\": 1, \"network\": {\"profile\": \"np-guard\"}}",
                "{\"version\": 1, \"network\": {\"intents\": [{\"id\": \"i\", \"demand\": \"only\", \"to\": [{\"roles\": [\"trainer\"]}], \"ports\": [8265, \"udp/53\"]}]}}",
                "{\"version\": 1, \"network\": {\"intents\": [{\"id\": \"i\", \"demand\": \"via\", \"from\": [{\"zones\": [\"training\"]}], \"to\": [{\"who\": \"internet\"}], \"through\": [{\"names\": [\"proxy\"]}]}]}}",
                "{\"version\": 1, \"complete\": [\"cluster\", \"namespace/ml\"]}",
                "{\"version\": 1, \"risk\": {\"appetite\": {\"curve\": [{\"loss\": 1000, \"probability\": 0.1}], \"high\": 2}}}",
                "{\"version\": 1, \"risk\": {\"figures\": [{\"loss\": {\"low\": 1, \"high\": 9}, \"source\": \"s\", \"date\": \"2026-11-01\"}]}}",
                "{\"version\": 1, \"roles\": [{\"role\": \"trainer\", \"select\": {\"labels\": {\"a\": \"b\"}}}]}",
                "{\"version\": 1, \"baseline\": {\"exceptions\": [{\"rule\": \"R\", \"reason\": \"r\", \"expires\": \"2027-01-31\", \"select\": {\"ids\": [\"*\"]}}]}}",
            })
    void whatTheSchemaTakesIsRead(String json) {
        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
        assertThat(DeclarationsReader.read("bartizan.yaml", json).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"version\": 2}",
                "{\"version\": 1, \"platfrm\": {}}",
                "{\"version\": 1, \"network\": {\"profile\": \"magic\"}}",
                "{\"version\": 1, \"network\": {\"intents\": [{\"id\": \"i\", \"demand\": \"only\"}]}}",
                "{\"version\": 1, \"network\": {\"intents\": [{\"id\": \"i\", \"demand\": \"deny\", \"to\": [{\"who\": \"internet\"}]}]}}",
                "{\"version\": 1, \"network\": {\"intents\": [{\"id\": \"i\", \"demand\": \"via\", \"from\": [{\"zones\": [\"a\"]}], \"to\": [{\"who\": \"internet\"}]}]}}",
                "{\"version\": 1, \"network\": {\"intents\": [{\"id\": \"i\", \"demand\": \"only\", \"to\": [{}]}]}}",
                "{\"version\": 1, \"assets\": [{\"id\": \"a b\", \"role\": \"database\"}]}",
                "{\"version\": 1, \"links\": [{\"from\": \"a\", \"kind\": \"reads\"}]}",
                "{\"version\": 1, \"platform\": {}}",
                "{\"version\": 1, \"zones\": {}}",
                "{\"version\": 1, \"risk\": {\"appetite\": {\"curve\": [{\"loss\": 0, \"probability\": 0.1}]}}}",
                "{\"version\": 1, \"risk\": {\"figures\": [{\"source\": \"s\", \"date\": \"2026-11-01\"}]}}",
                "{\"version\": 1, \"risk\": {\"acceptances\": [{\"threat\": \"TH-M10\", \"owner\": \"o\", \"expires\": \"2027-01-31\"}]}}",
                "{\"version\": 1, \"owners\": [{\"name\": \"x\"}]}",
                "{\"version\": 1, \"owners\": [{\"name\": \"x\", \"select\": {}}]}",
                "{\"version\": 1, \"owners\": [{\"name\": \"x\", \"select\": {\"names\": \"a\"}}]}",
                "{\"version\": 1, \"baseline\": {\"exceptions\": [{\"rule\": \"R\", \"reason\": \"\", \"expires\": \"2027-01-31\", \"select\": {\"ids\": [\"*\"]}}]}}",
            })
    void whatTheSchemaRefusesIsAProblem(String json) {
        assertThat(schema().validate(json, InputFormat.JSON)).isNotEmpty();
        assertThat(DeclarationsReader.read("bartizan.yaml", json).problems()).isNotEmpty();
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(TEXT, InputFormat.JSON);
    }

    private static String text() {
        try {
            return Files.readString(Repository.path("docs/schema/bartizan-yaml.schema.json"));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
