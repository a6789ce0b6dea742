package dev.bartizan.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would end a threat, held against what an edit really ends. */
class CureTest {
    @TempDir
    Path folder;

    private ThreatFacts threats(boolean signsInAlone) throws IOException {
        Files.writeString(folder.resolve("agent.yaml"), WeakServer.manifest(signsInAlone), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("bartizan.yaml"), "version: 1\ncomplete: [cluster]\n", StandardCharsets.UTF_8);
        return AssessAnalysis.run(
                        AssessQuestion.of(List.of(folder), LocalDate.of(2026, 11, 1)), InputStream.nullInputStream())
                .snapshot()
                .threats()
                .orElseThrow();
    }

    private static List<ThreatScenario> confirmed(ThreatFacts facts) {
        return facts.scenarios().stream()
                .filter(scenario -> scenario.truth().isConfirmed())
                .toList();
    }

    @Test
    void anEditEndsWhatItsFixSaidThatItWouldEnd() throws IOException {
        ThreatFacts before = threats(true);
        assertThat(confirmed(before)).isNotEmpty();
        Set<String> done = Set.of(before.fixes().stream()
                .map(fix -> fix.id())
                .filter(fix -> fix.startsWith("pass BL-LF-001 "))
                .findFirst()
                .orElseThrow());
        List<String> left = confirmed(before).stream()
                .filter(scenario -> scenario.places().stream()
                        .anyMatch(place -> !place.cures().areMet(done)))
                .map(ThreatScenario::threat)
                .toList();

        ThreatFacts after = threats(false);

        assertThat(confirmed(after)).extracting(ThreatScenario::threat).containsExactlyInAnyOrderElementsOf(left);
        assertThat(left).hasSizeLessThan(confirmed(before).size());
    }

    @Test
    void everyCureNamesAFixThatIsListed() throws IOException {
        ThreatFacts facts = threats(true);
        List<String> ids = facts.fixes().stream().map(fix -> fix.id()).toList();
        assertThat(confirmed(facts)).flatExtracting(ThreatScenario::places).allSatisfy(place -> {
            assertThat(place.cures().isNone()).isFalse();
            assertThat(ids)
                    .containsAll(place.cures().any())
                    .containsAll(place.cures().all());
        });
    }
}
