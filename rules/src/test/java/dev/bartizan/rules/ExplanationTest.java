package dev.bartizan.rules;

import static dev.bartizan.rules.Sample.condition;
import static dev.bartizan.rules.Sample.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Truth;
import dev.bartizan.source.Absent;
import dev.bartizan.source.Location;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static Explanation explain(String condition, String container) {
        return condition(condition).explain(frame(container, "{}"));
    }

    private static List<String> statements(Explanation explanation) {
        return explanation.witnesses().stream()
                .map(witness -> witness.primary().statement())
                .toList();
    }

    @Test
    void aValueIsNamedWithItsPlaceAndPointer() {
        var explanation = explain(
                "{path: container.securityContext.privileged, is: true}",
                "image: a\nsecurityContext:\n  privileged: yes\n");
        assertThat(explanation.truth()).isEqualTo(Truth.CONFIRMED);
        var seen = explanation.witnesses().getFirst().primary();
        assertThat(seen.statement()).isEqualTo("securityContext.privileged is yes");
        assertThat(seen.location())
                .isEqualTo(new Location("sample.yaml", 3, 15, "/spec/containers/0/securityContext/privileged"));
    }

    @Test
    void aDefaultThatIsWrittenOutIsTheSameFinding() {
        String isDefault = "{path: container.imagePullPolicy, equals: Always, default: Always}";
        for (String container : List.of("image: a", "{image: a, imagePullPolicy: Always}")) {
            assertThat(explain(isDefault, container)
                            .witnesses()
                            .getFirst()
                            .primary()
                            .value())
                    .get()
                    .isInstanceOf(Absent.class);
        }
    }

    @Test
    void somethingMissingIsLocatedAtItsNearestParentAndPointsToWhereItBelongs() {
        var explanation = explain(
                "{path: container.securityContext.privileged, exists: false}",
                "image: a\nsecurityContext:\n  runAsUser: 1\n");
        var seen = explanation.witnesses().getFirst().primary();
        assertThat(seen.statement()).isEqualTo("securityContext.privileged is not set");
        assertThat(seen.location())
                .isEqualTo(new Location("sample.yaml", 3, 3, "/spec/containers/0/securityContext/privileged"));
        assertThat(seen.value()).get().isInstanceOf(Absent.class);
    }

    @Test
    void eachItemToChangeIsAWitnessOfItsOwn() {
        var explanation = explain(
                "{some: container.mounts, as: mount, where: {path: mount.readOnly, is: false, default: false}}",
                "mounts: [{name: a}, {name: b, readOnly: true}, {name: c, readOnly: false}]");
        assertThat(statements(explanation))
                .containsExactly("mount a: readOnly is not set", "mount c: readOnly is false");
        assertThat(explanation.witnesses().get(1).primary().location().pointer())
                .isEqualTo("/spec/containers/0/mounts/2/readOnly");
    }

    @Test
    void twoLongListsDoNotMultiplyIntoTheContext() {
        var mounts = IntStream.range(0, 500).mapToObj(i -> "{name: m" + i + "}").collect(Collectors.joining(", "));

        var explanation = explain(
                "{all: [{some: container.mounts, as: mount}, {some: container.ports, as: port}]}",
                "mounts: [" + mounts + "]\nports: [" + mounts + "]");

        assertThat(explanation.witnesses())
                .hasSize(500)
                .allSatisfy(witness -> assertThat(witness.observations()).hasSizeBetween(2, 150));
    }

    @Test
    void ofAllPartsTheFirstIsToBeChangedAndTheOthersAreContext() {
        var explanation =
                explain("{all: [{path: container.a, equals: x}, {path: container.b, equals: y}]}", "{a: x, b: y}");
        assertThat(explanation.witnesses())
                .singleElement()
                .satisfies(witness -> assertThat(witness.observations())
                        .extracting(Observation::statement)
                        .containsExactly("a is x", "b is y"));
    }

    @Test
    void whatRefutesIsExplainedToo() {
        var explanation =
                explain("{all: [{path: container.a, equals: x}, {path: container.b, equals: y}]}", "{a: x, b: z}");
        assertThat(explanation.truth()).isEqualTo(Truth.REFUTED);
        assertThat(statements(explanation)).containsExactly("b is z");
    }

    @Test
    void noValueOfASecretIsEverSaid() {
        var explanation = explain(
                "{some: container.env, as: env, where: {path: env.value, redacted: true}}",
                "env: [{name: DATABASE_PASSWORD, value: correct-horse-battery-7}]");
        assertThat(explanation.truth()).isEqualTo(Truth.CONFIRMED);
        assertThat(explanation.toString()).contains("DATABASE_PASSWORD").doesNotContain("correct-horse");
    }

    @Test
    void longAndCrookedTextsAreCutToOneLine() {
        var explanation = explain("{path: container.args, exists: true}", "args: \"a\\n" + "b".repeat(500) + "\"");
        assertThat(statements(explanation))
                .singleElement()
                .asString()
                .hasSizeLessThan(120)
                .doesNotContain("\n");
    }
}
