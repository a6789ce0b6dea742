package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.testkit.GoldenFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of the guide about threats says what the threats say, and they are many. */
class ThreatsPageTest {
    private static final ThreatCatalogue CATALOGUE = ThreatCatalogue.load(Vocabulary.load(), Signatures.load());

    @Test
    void thePageIsMadeFromTheDefinitions() {
        GoldenFile.ofRepository("docs/guide/threat-catalogue.md").matchesTwice(() -> ThreatsPage.of(CATALOGUE));
    }

    @Test
    void theCatalogueIsLarge() {
        assertThat(CATALOGUE.threats()).hasSizeGreaterThanOrEqualTo(90);
        assertThat(CATALOGUE.incidents()).hasSizeGreaterThanOrEqualTo(30);
        assertThat(CATALOGUE.controls()).hasSizeGreaterThanOrEqualTo(58);
    }

    /** A control that a check gives evidence for needs nobody's word; all others do. */
    @Test
    void everyControlIsShownByAChecksOrAttested() {
        var shown = Checks.load().all().stream()
                .flatMap(check -> check.controls().stream())
                .collect(Collectors.toSet());
        assertThat(CATALOGUE.controls().values())
                .allSatisfy(control ->
                        assertThat(control.attested()).as(control.id()).isNotEqualTo(shown.contains(control.id())));
    }
}
