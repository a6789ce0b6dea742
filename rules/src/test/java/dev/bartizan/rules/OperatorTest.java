package dev.bartizan.rules;

import static dev.bartizan.rules.Sample.answer;
import static dev.bartizan.rules.Sample.condition;
import static dev.bartizan.rules.Sample.frame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorTest {
    private static final String PRIVILEGED = "{path: container.securityContext.privileged, is: true}";

    @ParameterizedTest
    @CsvSource({
        "true, confirmed",
        "yes, confirmed",
        "on, confirmed",
        "True, confirmed",
        "false, refuted",
        "no, refuted",
        "~, refuted"
    })
    void booleansAreWhatTheApiServerReads(String written, String expected) {
        assertThat(answer(PRIVILEGED, "securityContext: {privileged: " + written + "}")
                        .word())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'\"true\"'", "1", "'[true]'", "'{}'", "sure"})
    void whatIsNoBooleanIsUndecidedAndNamesItsPlace(String written) {
        Truth truth = answer(PRIVILEGED, "securityContext:\n  privileged: " + written);
        assertThat(truth).isInstanceOf(Truth.Undecided.class);
        assertThat(((Truth.Undecided) truth).gaps()).singleElement().asString().startsWith("sample.yaml:2:15 is a");
    }

    @ParameterizedTest
    @CsvSource({"'{}'", "'{securityContext: {}}'", "'{securityContext: ~}'", "'{securityContext: {privileged: ~}}'"})
    void whatIsNotThereSatisfiesNoValue(String container) {
        assertThat(answer(PRIVILEGED, container)).isEqualTo(Truth.REFUTED);
        assertThat(answer("{path: container.securityContext.privileged, exists: true}", container))
                .isEqualTo(Truth.REFUTED);
        assertThat(answer("{path: container.securityContext.privileged, exists: false}", container))
                .isEqualTo(Truth.CONFIRMED);
    }

    @ParameterizedTest
    @CsvSource({"'{securityContext: strict}'", "'{securityContext: [privileged]}'", "'{securityContext: 7}'"})
    void aStepThroughAScalarOrListIsUndecided(String container) {
        assertThat(answer(PRIVILEGED, container)).isInstanceOf(Truth.Undecided.class);
        assertThat(answer("{path: container.securityContext.privileged, exists: false}", container))
                .isInstanceOf(Truth.Undecided.class);
    }

    @Test
    void aDefaultStandsForWhatIsAbsent() {
        String writable = "{path: container.readOnly, is: false, default: false}";
        assertThat(answer(writable, "{}")).isEqualTo(Truth.CONFIRMED);
        assertThat(answer(writable, "readOnly: true")).isEqualTo(Truth.REFUTED);
        assertThat(answer("{path: container.account, equals: default, default: default}", "{}"))
                .isEqualTo(Truth.CONFIRMED);
    }

    @Test
    void theFirstPathThatIsSetCounts() {
        var user = condition("{path: [container.runAsUser, pod.runAsUser], at-least: 1}");
        assertThat(user.test(frame("{}", "runAsUser: 1000"))).isEqualTo(Truth.CONFIRMED);
        assertThat(user.test(frame("runAsUser: 0", "runAsUser: 1000"))).isEqualTo(Truth.REFUTED);
        assertThat(user.test(frame("runAsUser: ~", "runAsUser: 1000"))).isEqualTo(Truth.CONFIRMED);
        assertThat(user.test(frame("runAsUser: root", "runAsUser: 1000"))).isInstanceOf(Truth.Undecided.class);
    }

    @ParameterizedTest
    @CsvSource({"1000, confirmed", "0x10, confirmed", "0, refuted", "'\"1000\"', undecided", "many, undecided"})
    void numbersAreCompared(String written, String expected) {
        assertThat(answer("{path: container.user, at-least: 1}", "user: " + written)
                        .word())
                .isEqualTo(expected);
    }

    @Test
    void rangesHaveBothEnds() {
        String registered = "{path: container.port, at-least: 1024, at-most: 49151}";
        assertThat(answer(registered, "port: 8080")).isEqualTo(Truth.CONFIRMED);
        assertThat(answer(registered, "port: 80")).isEqualTo(Truth.REFUTED);
        assertThat(answer(registered, "port: 50000")).isEqualTo(Truth.REFUTED);
    }

    @Test
    void textsAreComparedWithCaseUnlessToldOtherwise() {
        assertThat(answer("{path: container.mode, equals: Unconfined}", "mode: unconfined"))
                .isEqualTo(Truth.REFUTED);
        assertThat(answer("{path: container.mode, equals: Unconfined, ignore-case: true}", "mode: unconfined"))
                .isEqualTo(Truth.CONFIRMED);
        assertThat(answer("{path: container.mode, in: [a, b]}", "mode: b")).isEqualTo(Truth.CONFIRMED);
        assertThat(answer("{path: container.mode, prefix: [x, Un]}", "mode: Unconfined"))
                .isEqualTo(Truth.CONFIRMED);
        assertThat(answer("{path: container.mode, suffix: ined}", "mode: Unconfined"))
                .isEqualTo(Truth.CONFIRMED);
        assertThat(answer("{path: container.mode, suffix: longer-than-the-text}", "mode: text"))
                .isEqualTo(Truth.REFUTED);
        assertThat(answer("{path: container.mode, contains: CONF, ignore-case: true}", "mode: Unconfined"))
                .isEqualTo(Truth.CONFIRMED);
        assertThat(answer("{path: container.mode, contains: CONF}", "mode: Unconfined"))
                .isEqualTo(Truth.REFUTED);
    }

    @Test
    void aPatternMatchesTheWholeText() {
        assertThat(answer("{path: container.tag, matches: 'v[0-9]+'}", "tag: v12"))
                .isEqualTo(Truth.CONFIRMED);
        assertThat(answer("{path: container.tag, matches: 'v[0-9]+'}", "tag: v12-rc"))
                .isEqualTo(Truth.REFUTED);
    }

    @Test
    void aPatternThatRuinsOthersTakesNoTimeHere() {
        String evil = "{path: container.tag, matches: '(a+)+b'}";
        assertThat(answer(evil, "tag: " + "a".repeat(20_000))).isEqualTo(Truth.REFUTED);
    }

    @Test
    void aTextComparedWithAMappingIsUndecided() {
        assertThat(answer("{path: container.mode, equals: a}", "mode: {a: b}")).isInstanceOf(Truth.Undecided.class);
        assertThat(answer("{path: container.mode, matches: a}", "mode: [a]")).isInstanceOf(Truth.Undecided.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'[ALL]', confirmed",
        "'[all]', confirmed",
        "'[CAP_ALL]', confirmed",
        "'[NET_RAW]', refuted",
        "'[]', refuted",
        "ALL, undecided",
        "'[{}]', undecided"
    })
    void listsOfCapabilitiesAreReadInAnySpelling(String written, String expected) {
        assertThat(answer("{path: container.drop, includes: [ALL], normalise: capability}", "drop: " + written)
                        .word())
                .isEqualTo(expected);
    }

    @Test
    void withoutNormalisationSpellingCounts() {
        assertThat(answer("{path: container.drop, includes: [ALL]}", "drop: [all]"))
                .isEqualTo(Truth.REFUTED);
    }

    @Test
    void emptyIsAbsentOrWithoutContent() {
        String empty = "{path: container.rules, empty: true}";
        assertThat(List.of(
                        answer(empty, "{}"),
                        answer(empty, "rules: []"),
                        answer(empty, "rules: {}"),
                        answer(empty, "rules: ''")))
                .containsOnly(Truth.CONFIRMED);
        assertThat(answer(empty, "rules: [1]")).isEqualTo(Truth.REFUTED);
    }

    @Test
    void secretsAreSeenByWhatWasTakenOut() {
        String container = "env: [{name: DATABASE_PASSWORD, value: correct-horse-battery-7}]";
        String secret = "{path: 'container.env[name=DATABASE_PASSWORD].value', redacted: true}";
        assertThat(answer(secret, container)).isEqualTo(Truth.CONFIRMED);
        assertThat(answer(secret.replace("redacted: true", "redacted: {known-default: true}"), container))
                .isEqualTo(Truth.REFUTED);
        assertThat(answer(secret.replace("redacted: true", "redacted: {kind: no-such-kind}"), container))
                .isEqualTo(Truth.REFUTED);
        assertThat(answer(secret, "env: [{name: DATABASE_PASSWORD, value: $(FROM_ELSEWHERE)}]"))
                .isEqualTo(Truth.REFUTED);
    }

    @Test
    void parametersAreWhatTheProfileSets() {
        String approved = "{path: container.registry, in: {parameter: registries}}";
        var set = Sample.parameters(Map.of("registries", Optional.of(List.of("ghcr.io"))));
        var unset = Sample.parameters(Map.of("registries", Optional.empty()));
        var frame = Sample.container("registry: ghcr.io");
        assertThat(condition(approved, set).test(frame)).isEqualTo(Truth.CONFIRMED);
        assertThat(condition(approved, unset).test(frame))
                .isEqualTo(Truth.undecided("the parameter registries is not set"));
    }
}
