package dev.bartizan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Problem;
import dev.bartizan.source.SourceReader;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody's own catalogue beside the packaged one. */
class OwnEntriesTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();
    private static final Signatures SIGNATURES = Signatures.load();
    private static final ThreatCatalogue PACKAGED = ThreatCatalogue.load(VOCABULARY, SIGNATURES);

    private static final String THREAT = """
            id: TH-ACME01
            version: 1.0.0
            title: A notebook that nobody answers for
            layer: pipeline
            patterns: [insider]
            stride: [repudiation]
            roles: [notebook]
            when: lacks(n, 'C-ACME')
            story: Nobody knows whose it is.
            explain: "{n} belongs to nobody"
            controls: [C-ACME]
            frequency: {low: 0.1, mode: 0.2, high: 1}
            impact: integrity
            severity: medium
            maps: {}
            examples: {fires: [one], silent: [two]}
            """;

    private static final String CONTROLS = """
            controls:
              - id: C-ACME
                title: Somebody answers for it
                effect: detection
                strength: 0.3
                phase: detect
                ground: workload
                attested: true
                maps: {}
            """;

    private static ThreatCatalogue.Extended with(String... documents) {
        return PACKAGED.with(SourceReader.parse("own.yaml", String.join("---\n", documents)), VOCABULARY, SIGNATURES);
    }

    private static List<String> messages(ThreatCatalogue.Extended extended) {
        return extended.problems().stream().map(Problem::message).toList();
    }

    @Test
    void anOwnThreatStandsBesideThePackagedOnes() {
        var extended = with(THREAT, CONTROLS);

        assertThat(extended.problems()).isEmpty();
        assertThat(extended.catalogue().threats()).hasSize(PACKAGED.threats().size() + 1);
        assertThat(extended.catalogue().isOwn("TH-ACME01")).isTrue();
        assertThat(extended.catalogue().isOwn("TH-D01")).isFalse();
        assertThat(extended.catalogue().controls()).containsKey("C-ACME");
    }

    @Test
    void aThreatThatReplacesOneTakesItsPlace() {
        var extended = with(THREAT + "replaces: TH-D01\n", CONTROLS);

        assertThat(extended.problems()).isEmpty();
        assertThat(extended.catalogue().threats()).containsKey("TH-ACME01").doesNotContainKey("TH-D01");
    }

    @Test
    void whatIsTakenOutAgainGivesBackWhatItReplaced() {
        var extended = with(THREAT + "replaces: TH-D01\n", CONTROLS).catalogue().without(Set.of("TH-ACME01"));

        assertThat(extended.threats()).isEqualTo(PACKAGED.threats());
        assertThat(extended.isOwn("TH-ACME01")).isFalse();
    }

    @Test
    void anEntryWithAMistakeIsToldWithItsPlaceAndNotTaken() {
        var extended = with(THREAT.replace("roles: [notebook]", "roles: [notebok]"), CONTROLS);

        assertThat(extended.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("own.yaml:1:1: 'notebok' is no role; did you mean 'notebook'?"));
        assertThat(extended.catalogue().threats()).isEqualTo(PACKAGED.threats());
    }

    @Test
    void anUnknownControlIsToldAndAllMistakesTogether() {
        assertThat(messages(with(THREAT.replace("[insider]", "[insidr]").replace("title:", "titel:"), CONTROLS)))
                .hasSizeGreaterThanOrEqualTo(2)
                .anySatisfy(message -> assertThat(message).contains("titel"))
                .anySatisfy(message -> assertThat(message).contains("insidr"));
        assertThat(messages(with(THREAT)))
                .singleElement()
                .satisfies(message -> assertThat(message).startsWith("'C-ACME' is no control"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '`', textBlock = """
            id: TH-D01 => 'TH-D01' is an entry of the packaged catalogue.
            replaces: TH-D99 => 'TH-D99' is no entry that could be replaced; did you mean
            """)
    void anEntryTakesThePlaceOfAnotherOnlyIfItSaysSo(String line, String message) {
        String threat = line.startsWith("id") ? THREAT.replace("id: TH-ACME01", line) : THREAT + line + "\n";
        var extended = with(threat, CONTROLS);

        assertThat(messages(extended))
                .singleElement()
                .satisfies(told -> assertThat(told).startsWith(message));
        assertThat(extended.catalogue().threats()).isEqualTo(PACKAGED.threats());
    }

    @Test
    void twoEntriesWithOneIdAndTwoThatReplaceOneAreTold() {
        String other = THREAT.replace("TH-ACME01", "TH-ACME02");

        assertThat(messages(with(THREAT, THREAT, CONTROLS))).containsExactly("'TH-ACME01' stands twice.");
        assertThat(messages(with(THREAT + "replaces: TH-D01\n", other + "replaces: TH-D01\n", CONTROLS)))
                .containsExactly("'TH-D01' is replaced twice.");
    }

    @Test
    void aControlKeepsItsIdWhenItIsReplaced() {
        String same = CONTROLS.replace("C-ACME", "C-AUTHN") + "    replaces: C-AUTHN\n";

        assertThat(with(same).problems()).isEmpty();
        assertThat(with(same).catalogue().controls().get("C-AUTHN"))
                .extracting(Control::title)
                .isEqualTo("Somebody answers for it");
        assertThat(messages(with(CONTROLS + "    replaces: C-AUTHN\n")))
                .containsExactly("'C-ACME' cannot replace 'C-AUTHN'.");
    }

    @Test
    void brokenYamlIsToldAndNothingElseIsLost() {
        var extended = with("id: [", THREAT, CONTROLS);

        assertThat(extended.problems()).isNotEmpty();
        assertThat(extended.catalogue().threats())
                .hasSizeGreaterThanOrEqualTo(PACKAGED.threats().size());
    }
}
