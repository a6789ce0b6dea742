package dev.bartizan.rules;

import static dev.bartizan.rules.Sample.mistakes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{path: container.a, equal: x}|did you mean 'equals'?",
                "{path: container.a, Matches: x}|did you mean 'matches'?",
                "{path: contianer.a, is: true}|did you mean 'container'?",
                "{path: image.tga, equals: x}|did you mean 'image.tag'?",
                "{some: grant}|did you mean 'grants'?",
                "{al: []}|did you mean 'all'?",
                "{some: container.a, were: {path: item, equals: x}}|did you mean 'where'?",
                "{path: container.a, in: {parameter: registrys}}|did you mean 'registries'?",
                "{path: container.a, equals: x, normalise: capabilities}|did you mean 'capability'?",
                "{some: container.env, as: env, where: {path: nev.name, equals: x}}|did you mean 'env'?"
            })
    void aMisspeltWordNamesTheNearestOne(String text, String suggestion) {
        var parameters = Sample.parameters(Map.of("registries", Optional.empty()));
        assertThat(mistakes(text, parameters)).singleElement().satisfies(problem -> {
            assertThat(problem.remedy()).contains(suggestion);
            assertThat(problem.level()).isEqualTo(Problem.Level.ERROR);
        });
    }

    @Test
    void aMistakeIsLocated() {
        Problem problem = mistakes("all:\n  - {path: container.a, is: true}\n  - path: container.b\n    equal: x\n")
                .getFirst();
        assertThat(problem.location()).get().satisfies(place -> {
            assertThat(place.line()).isEqualTo(4);
            assertThat(place.pointer()).isEqualTo("/all/1/equal");
        });
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThat(mistakes("""
                        any:
                          - {path: contaner.a, is: true}
                          - {path: container.a, is: perhaps}
                          - {flag: trust, exists: true}
                          - {path: container.a, matches: "("}
                          - {every: container.a}
                        """)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just a text",
                "[]",
                "{}",
                "{path: container.a}",
                "{path: container.a, is: true, equals: x}",
                "{path: container.a, is: true, exists: true}",
                "{all: [], any: []}",
                "{all: []}",
                "{all: {path: container.a, is: true}}",
                "{not: [a]}",
                "{path: container..a, is: true}",
                "{path: 'container.a[', is: true}",
                "{path: 'container.a[\"open', is: true}",
                "{path: 'container.a[\"x${container.b}y\"]', exists: true}",
                "{path: [], is: true}",
                "{path: [container.a, 7x.b], is: true}",
                "{path: container.a, at-least: few}",
                "{path: container.a, in: []}",
                "{path: container.a, in: [{a: b}]}",
                "{path: container.a, empty: false}",
                "{path: container.a, redacted: {sort: x}}",
                "{path: container.a, equals: x, default: [a]}",
                "{doubt: {when: {path: container.a, is: true}}}",
                "{doubt: {because: x}}",
                "{some: container.a, as: item, where: nothing}"
            })
    void whatIsNoConditionIsRefused(String text) {
        assertThat(mistakes(text))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
    }

    @Test
    void conditionsDoNotNestForEver() {
        String deep = "{not: ".repeat(40) + "{path: container.a, is: true}" + "}".repeat(40);
        assertThat(mistakes(deep))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("nests at most"));
    }

    @Test
    void aRightConditionHasNoMistakes() {
        assertThat(mistakes("{all: [{path: container.a, is: true}, {none: grants}]}"))
                .isEqualTo(List.of());
    }

    @Test
    void aFlagNeedsAContainer() {
        var problems = new ArrayList<Problem>();
        var scope = Scope.ofTrees("object");
        assertThat(ConditionReader.read(Sample.yaml("{flag: --a, exists: true}"), "", scope, Parameters.NONE, problems))
                .isEmpty();
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("no container"));
    }
}
