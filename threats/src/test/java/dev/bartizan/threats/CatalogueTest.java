package dev.bartizan.threats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Trees;
import dev.bartizan.knowledge.Check;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.SecurityPattern;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.source.Location;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final ThreatCatalogue CATALOGUE = ThreatCatalogue.load(Vocabulary.load(), Signatures.load());
    private static final Conditions CONDITIONS = Conditions.of(
            Snapshot.of(
                    new Input(LocalDate.of(2026, 11, 1), new TreeMap<>(), new TreeMap<>(), List.of()),
                    new Platform("", List.of(), List.of(), new TreeMap<>(), Completeness.NONE),
                    Trees.NONE,
                    List.of()),
            new ThreatQuestion(
                    CATALOGUE, Checks.load(), Vocabulary.load(), Signatures.load(), List.of(), List.of(), List.of()));

    @TestFactory
    Stream<DynamicTest> eachConditionCompiles() {
        Stream<DynamicTest> threats = CATALOGUE.threats().values().stream()
                .map(threat -> DynamicTest.dynamicTest(
                        threat.id(),
                        () -> assertThat(CONDITIONS.problems(threat.when(), threat.isAboutLinks(), threat.location()))
                                .isEmpty()));
        Stream<DynamicTest> incidents = CATALOGUE.incidents().values().stream()
                .flatMap(incident -> incident.steps().stream()
                        .map(step -> DynamicTest.dynamicTest(
                                incident.id() + ": " + step.title(),
                                () -> assertThat(CONDITIONS.problems(step.when(), false, step.location()))
                                        .isEmpty())));
        Stream<DynamicTest> patterns = CATALOGUE.patterns().values().stream()
                .flatMap(pattern -> Stream.concat(
                                Stream.of(pattern.applies(), pattern.begun()),
                                pattern.requirements().stream().map(SecurityPattern.Requirement::holds))
                        .map(condition -> DynamicTest.dynamicTest(
                                pattern.id() + ": " + condition,
                                () -> assertThat(CONDITIONS.problems(condition, false, pattern.location()))
                                        .isEmpty())));
        return Stream.of(threats, incidents, patterns).flatMap(tests -> tests);
    }

    @Test
    void whatShowsAPropertyCompiles() {
        assertThat(Vocabulary.load().properties().stream().flatMap(property -> property.evidence().stream()))
                .isNotEmpty()
                .allSatisfy(shown -> assertThat(CONDITIONS.problems(shown.when(), false, shown.location()))
                        .isEmpty());
    }

    /** Otherwise a check would be evidence for nothing, and a threat would ask for a control that nobody can show. */
    @Test
    void everyControlThatAnybodyNamesIsInTheCatalogue() {
        assertThat(CATALOGUE.controls().keySet())
                .containsAll(Checks.load().all().stream()
                        .map(Check::controls)
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void everyCheckThatAThreatIsCheckedByIsThere() {
        List<String> checks = Checks.load().all().stream().map(Check::id).toList();

        assertThat(CATALOGUE.threats().values())
                .allSatisfy(threat -> assertThat(checks).containsAll(threat.checkedBy()));
        assertThat(CATALOGUE.threats().values())
                .anyMatch(threat -> !threat.checkedBy().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            fails(n, 'BL-WL-999') => 'BL-WL-999' is no check
            lacks(n, 'C-AUTH') => 'C-AUTH' is no control; did you mean 'C-AUTHN'?
            reachedBy(n, ['notebok']) => 'notebok' is no role; did you mean 'notebook'?
            writers(n).exists(w, w.plane == 'serving') => 'serving' is no plane
            n.persnalData => undefined field 'persnalData'
            """)
    void aMisspeltWordIsFoundWhenItIsLoaded(String condition, String message) {
        assertThat(CONDITIONS.problems(condition, false, Location.ofFile("x")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains(message));
    }
}
