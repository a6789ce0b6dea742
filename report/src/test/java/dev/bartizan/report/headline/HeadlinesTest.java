package dev.bartizan.report.headline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.AttackPathFacts.AttackPath;
import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.AttackPathFacts.Jewel;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.Facts;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.DomainScore;
import dev.bartizan.graph.ReadinessFacts.Scorecard;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.Trees;
import dev.bartizan.report.headline.Headline.Topic;
import dev.bartizan.report.risk.ExampleRisks;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HeadlinesTest {
    private static final Fix FIX = new Fix("close 1", "Close the door", "k8s:-/apps/Deployment/ml/web", 1);

    @Test
    void anAnalysisThatWasNotRunSaysNothing() {
        assertThat(Headlines.of(snapshot())).isEmpty();
    }

    @Test
    void jewelsAreCountedWithWhatCutsTheWays() {
        Headline paths = only(new AttackPathFacts(
                List.of(jewel(true, true), jewel(true, false), jewel(false, true)), List.of(FIX), true, List.of()));

        assertThat(paths.topic()).isEqualTo(Topic.PATHS);
        assertThat(paths.figure()).isEqualTo("2 of 3");
        assertThat(paths.statement())
                .isEqualTo("1 fix cuts every way that a fix can cut, and no cheaper set does; of 1 a way stays that"
                        + " no fix takes away");
    }

    @Test
    void moneyIsToldOnlyOfCalibratedFigures() {
        Headline bands = only(ExampleRisks.facts(false, ""));
        Headline money = only(ExampleRisks.facts(true, ""));

        assertThat(bands.figure()).matches("[0-2] of 2");
        assertThat(money.figure()).startsWith("EUR ");
        assertThat(money.label()).startsWith("expected loss of a year");
    }

    @Test
    void whatIsDecidedOfThreatsIsAShareOfWhatCanBeAsked() {
        Headline threats = only(new ThreatFacts(
                List.of(new ThreatFacts.Result("TH-1", "Door", Layer.MODEL, 1, 2, 1)),
                List.of(),
                List.of(),
                List.of()));

        assertThat(threats.statement()).contains("75 % of what can be asked is decided");
    }

    @Test
    void readinessNamesTheLowestDomain() {
        var card = new Scorecard(
                "",
                3,
                95,
                63,
                List.of(new DomainScore("D1", "Detection", 1, 0, 100), new DomainScore("D2", "Supply", 1, 190, 20)),
                new TreeMap<>());
        Headline readiness = only(
                new ReadinessFacts("1", LocalDate.EPOCH, List.of(), card, List.of(), List.of(), List.of(), List.of()));

        assertThat(readiness.figure()).isEqualTo("0.95 of 4");
        assertThat(readiness.statement()).isEqualTo("63 % of it measured; lowest: Detection, 0.00");
        assertThat(readiness.topic().isGood()).isTrue();
    }

    private static Jewel jewel(boolean isReached, boolean isCut) {
        return new Jewel(
                "k8s:-/apps/Deployment/ml/web",
                "it serves",
                isReached ? List.of(new AttackPath("internet", "reads it", List.of())) : List.of(),
                List.of(FIX),
                true,
                isCut);
    }

    private static Headline only(Facts facts) {
        return Headlines.of(snapshot().with(facts)).getFirst();
    }

    private static Snapshot snapshot() {
        return Snapshot.of(
                new Input(LocalDate.EPOCH, new TreeMap<>(), new TreeMap<>(), List.of()),
                new Platform("p", List.of(), List.of(), new TreeMap<>(), Completeness.NONE),
                Trees.NONE,
                List.of());
    }
}
