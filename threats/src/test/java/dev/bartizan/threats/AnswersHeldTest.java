package dev.bartizan.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Trees;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A labelling tool of which somebody says that only people of the house label in it. */
class AnswersHeldTest {
    private static final String TOOL = "k8s:-/apps/Deployment/data/label-studio";
    private static final Location PLACE = Location.ofFile("bartizan.yaml");

    private static AnswersHeld held(String workforce, boolean isOpen) {
        var platform = new Platform(
                "",
                List.of(new Asset(
                        TOOL,
                        "Deployment",
                        "apps",
                        "v1",
                        "data",
                        "label-studio",
                        "data",
                        new Classification("labeling-tool", Optional.empty(), Optional.empty(), Optional.empty(), ""),
                        List.of(Location.ofFile("labelling.yaml")))),
                List.of(),
                new TreeMap<>(Map.of("workforce", new TreeMap<>(Map.of(0, workforce)))),
                Completeness.NONE);
        var one = new BitSet();
        one.set(0);
        var check = new CheckResult(
                "BL-LS-001",
                "Everybody may open an account",
                Severity.CRITICAL,
                1,
                isOpen ? new BitSet() : one,
                isOpen ? one : new BitSet(),
                new BitSet());
        var snapshot = Snapshot.of(
                        new Input(LocalDate.of(2026, 11, 1), new TreeMap<>(), new TreeMap<>(), List.of()),
                        platform,
                        Trees.NONE,
                        List.of())
                .with(new ControlFacts(List.of(check), List.of(), List.of(), List.of()));
        var question = new ThreatQuestion(
                ThreatCatalogue.load(Vocabulary.load(), Signatures.load()),
                Checks.load(),
                Vocabulary.load(),
                Signatures.load(),
                List.of(),
                List.of(),
                List.of(new AnsweredProperty("workforce", workforce, new TreeSet<>(List.of(TOOL)), PLACE)));
        return AnswersHeld.of(snapshot, question, Conditions.of(snapshot, question));
    }

    @Test
    void whatThePlatformShowsCounts() {
        AnswersHeld held = held("internal", true);

        assertThat(held.problems()).extracting(Problem::code).containsExactly("answer-contradicted");
        assertThat(held.snapshot().platform().property(0, "workforce")).contains("external");
    }

    @Test
    void anAnswerThatNothingContradictsIsTaken() {
        assertThat(held("internal", false).problems()).isEmpty();
        assertThat(held("internal", false).snapshot().platform().property(0, "workforce"))
                .contains("internal");
        assertThat(held("external", true).problems()).isEmpty();
    }
}
