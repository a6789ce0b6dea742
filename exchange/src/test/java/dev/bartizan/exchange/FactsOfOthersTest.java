package dev.bartizan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.testkit.Repository;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of models of others is what is read of them. */
class FactsOfOthersTest {
    private final Path folder = Repository.assumeShared("exams/threat-models");

    /** The same model as the Threat Modeling Tool wrote it and as StartLeft translated it. */
    @Test
    void aModelOfTheThreatModelingToolSaysWhatItsTranslationSays() {
        ThreatModel tool = model("startleft-MTMT_example.tm7");
        ThreatModel translated = model("startleft-mtmt_example.otm.yaml");

        assertThat(tool.assets()).hasSize(4);
        assertThat(tool.links()).hasSize(6);
        assertThat(tool.threats()).hasSize(43);
        assertThat(names(tool.assets())).isEqualTo(names(translated.assets()));
        assertThat(names(tool.links())).isEqualTo(names(translated.links()));
        assertThat(names(tool.threats())).isEqualTo(names(translated.threats()));
        assertThat(values(tool.threats(), Field.CATEGORIES)).isEqualTo(values(translated.threats(), Field.CATEGORIES));
        assertThat(tool.links())
                .allSatisfy(link -> assertThat(translated.find(link.ref()).orElseThrow())
                        .satisfies(other -> assertThat(other.refs(Field.FROM)).isEqualTo(link.refs(Field.FROM)))
                        .satisfies(other -> assertThat(other.refs(Field.TO)).isEqualTo(link.refs(Field.TO))));
        assertThat(tool.threats())
                .allSatisfy(threat -> assertThat(threat.refs(Field.TARGETS)).isNotEmpty());
    }

    @Test
    void theChatbotHasItsThreatsMitigationsAndLinks() {
        ThreatModel model = model("threat-composer-GenAIChatbot.tc.json");

        assertThat(model.threats()).hasSize(37);
        assertThat(model.controls()).hasSize(84);
        assertThat(model.controls().stream()
                        .mapToInt(control -> control.refs(Field.THREATS).size())
                        .sum())
                .isEqualTo(122);
        assertThat(values(model.threats(), Field.TAGS)).anyMatch(tag -> tag.startsWith("LLM01"));
    }

    @Test
    void theRisksThatThreagileLosesAreReadAndToldOf() {
        ThreatModelFile file = Models.ok(folder.resolve("threagile-example.yaml"));

        assertThat(file.model().threats())
                .extracting(threat -> threat.text(Field.SEVERITY, ""))
                .containsExactly("critical", "medium");
        assertThat(file.problems())
                .anySatisfy(problem -> assertThat(problem.toString())
                        .contains("threagile-example.yaml:1246:3", "individual_risk_categories"));
        assertThat(file.model().parts(Kind.RISK))
                .extracting(risk -> risk.text(Field.STATUS, ""))
                .contains("accepted", "mitigated", "in-progress");
    }

    @Test
    void whatADiagramShowsInsideOfABoxIsInItsZone() {
        ThreatModel model = model("threat-dragon-payment-online.json");

        assertThat(model.assets().stream()
                        .filter(asset -> model.zoneOf(asset).isEmpty())
                        .map(Part::name))
                .containsExactly("Customer");
    }

    private ThreatModel model(String name) {
        return Models.ok(folder.resolve(name)).model();
    }

    private static List<String> names(List<Part> parts) {
        return parts.stream().map(part -> part.name().strip()).sorted().toList();
    }

    private static List<String> values(List<Part> parts, Field field) {
        return parts.stream()
                .flatMap(part -> part.texts(field).stream())
                .sorted()
                .toList();
    }
}
