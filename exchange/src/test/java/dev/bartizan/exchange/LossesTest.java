package dev.bartizan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.bartizan.exchange.dialect.Spot;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.tree.Json;
import dev.bartizan.exchange.tree.JsonText;
import dev.bartizan.exchange.tree.TreeNode;
import dev.bartizan.source.Location;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Written in the format of another tool, a model says everything or it is told what it does not say. */
class LossesTest {
    private static final Map<Format, String> PUBLISHED = Map.of(
            Format.OTM, "otm.schema.json",
            Format.THREAT_DRAGON, "threat-dragon-v2.schema.json",
            Format.TM_LIBRARY, "owasp-threat-model-library-1.0.2.schema.json",
            Format.THREAT_COMPOSER, "threat-composer-v1.schema.json",
            Format.THREAGILE, "threagile.schema.json");

    @TestFactory
    Stream<DynamicTest> everyTextOfOursIsWrittenOrTold() {
        return pairs(Models.own(), LossesTest::everyTextIsWrittenOrTold);
    }

    @TestFactory
    Stream<DynamicTest> everyTextOfOthersIsWrittenOrTold() {
        return pairs(Models.ofOthers(), LossesTest::everyTextIsWrittenOrTold);
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrittenHoldsThePublishedSchema() {
        Path folder = Repository.assumeShared("reference/schemas");
        var models = new ArrayList<>(Models.own());
        models.addAll(Models.ofOthers());
        return pairs(models, (file, format) -> {
            String name = PUBLISHED.get(format);
            // In its own format a file is as good as it was.
            if (name != null && format != Models.format(file)) {
                String json = JsonText.of(Models.tree(file.write(format).text()));
                assertThat(published(folder.resolve(name)).validate(json, InputFormat.JSON))
                        .isEmpty();
            }
        });
    }

    @Test
    void aLossNamesWhatWhereAndWhy() {
        var losses = Models.ok(Models.own("chat.tmlib.json"))
                .write(Format.THREAT_COMPOSER)
                .losses();

        assertThat(losses.stream().map(Loss::toString))
                .contains(
                        "left out: zone 'Serving' (chat.tmlib.json:7:99, /trust_zones/1): Threat Composer cannot carry"
                                + " it: it knows threats, mitigations, assumptions and two pictures only")
                .anySatisfy(line -> assertThat(line).startsWith("filled in: "));
    }

    @Test
    void whatIsOfOneSortIsToldTogether() {
        var losses = Models.ok(Models.own("chat.tmlib.json")).write(Format.OTM).losses();

        assertThat(LossList.of(losses).grouped())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("left out: personas: 1; Open Threat Model cannot carry it: it does not tell who"
                                + " attacks; first at chat.tmlib.json:"))
                .hasSizeLessThan(losses.size());
    }

    private static Schema published(Path file) throws IOException {
        // Threagile names its schema by a key of an older draft than the one it says it is of.
        String text = Files.readString(file)
                .replaceFirst("\"id\": \"https://threagile.io/schema.json\",", "")
                .replace("https://json-schema.org/draft-07", "http://json-schema.org/draft-07");
        var config =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
                .getSchema(text);
    }

    private interface Claim {
        void hold(ThreatModelFile file, Format format) throws Exception;
    }

    private static Stream<DynamicTest> pairs(List<Path> models, Claim claim) {
        return models.stream()
                .flatMap(path -> Stream.of(Format.values())
                        .map(format -> DynamicTest.dynamicTest(
                                path.getFileName() + " as " + format.word(),
                                () -> claim.hold(Models.ok(path), format))));
    }

    /** Not by the comparison that finds losses, but by looking for each text in the file that was written. */
    private static void everyTextIsWrittenOrTold(ThreatModelFile file, Format format) {
        if (format == Models.format(file)) {
            return;
        }
        var export = file.write(format);
        Json tree = Models.tree(export.text());
        assertThat(format.dialect().schema().problems(Spot.root(TreeNode.of(tree))))
                .isEmpty();
        Set<String> written = new HashSet<>();
        collect(tree, written);
        Set<Location> told = export.losses().stream().map(Loss::location).collect(Collectors.toSet());
        for (Part part : file.model().all()) {
            for (Field field : List.of(Field.NAME, Field.DESCRIPTION, Field.TYPE, Field.PROTOCOL, Field.TAGS)) {
                assertThat(part.texts(field))
                        .as("%s of %s, %s", field.word(), part.kind().word(), part.location())
                        .allMatch(text -> told.contains(part.location())
                                || written.stream().anyMatch(other -> other.contains(text)));
            }
        }
    }

    private static void collect(Json tree, Set<String> texts) {
        switch (tree) {
            case Json.Text text -> texts.add(text.value());
            case Json.Numeral number -> texts.add(number.text());
            case Json.Flag flag -> texts.add(Boolean.toString(flag.value()));
            case Json.Null _ -> {}
            case Json.Items items -> items.values().forEach(value -> collect(value, texts));
            case Json.Entries entries ->
                entries.values().forEach((key, value) -> {
                    texts.add(key);
                    collect(value, texts);
                });
        }
    }
}
