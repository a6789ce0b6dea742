package dev.bartizan.report.headline;

import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.AttackPathFacts.Jewel;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Verdict;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.Scorecard;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Band;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.report.headline.Headline.Topic;
import dev.bartizan.report.risk.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the analyses behind the baseline come to; one that was not run says nothing. */
public final class Headlines {
    private Headlines() {}

    /** In the order in which people ask. */
    public static List<Headline> of(Snapshot snapshot) {
        return Stream.of(
                        snapshot.threats().map(Headlines::threats),
                        snapshot.attackPaths()
                                .filter(facts -> !facts.jewels().isEmpty())
                                .map(Headlines::paths),
                        snapshot.connectivity()
                                .flatMap(ReachabilityFacts::intents)
                                .flatMap(Headlines::network),
                        snapshot.risks().map(Headlines::risk),
                        snapshot.readiness().map(Headlines::readiness))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Headline threats(ThreatFacts facts) {
        List<ThreatScenario> real = facts.scenarios().stream()
                .filter(scenario -> scenario.truth().isConfirmed())
                .toList();
        long severe = real.stream()
                .filter(scenario -> scenario.severity().compareTo(Severity.HIGH) >= 0)
                .count();
        int undecided = facts.scenarios().size() - real.size();
        var parts = new ArrayList<String>();
        parts.add(severe + " of them critical or high");
        if (undecided > 0) {
            parts.add(undecided + " more hang on open questions");
        }
        int applicable = 0;
        int decided = 0;
        for (Layer layer : Layer.values()) {
            applicable += facts.layer(layer).applicable();
            decided += facts.layer(layer).confirmed() + facts.layer(layer).refuted();
        }
        if (applicable > 0) {
            parts.add(100 * decided / applicable + " % of what can be asked is decided");
        }
        return new Headline(
                Topic.THREATS,
                String.valueOf(real.size()),
                real.size() == 1 ? "threat is real here" : "threats are real here",
                String.join("; ", parts),
                severe,
                real.size());
    }

    private static Headline paths(AttackPathFacts facts) {
        List<Jewel> reached = facts.jewels().stream()
                .filter(jewel -> !jewel.paths().isEmpty())
                .toList();
        long ways = reached.stream().filter(jewel -> !jewel.isCut()).count();
        int fixes = facts.chokePoints().size();
        var parts = new ArrayList<String>();
        if (fixes > 0) {
            parts.add((fixes == 1 ? "1 fix cuts" : fixes + " fixes cut") + " every way that a fix can cut"
                    + (facts.isExact() ? ", and no cheaper set does" : ""));
        }
        if (ways > 0) {
            parts.add("of " + ways + " a way stays that no fix takes away");
        }
        if (reached.isEmpty()) {
            parts.add("no certain way leads to any");
        }
        return new Headline(
                Topic.PATHS,
                reached.size() + " of " + facts.jewels().size(),
                "crown jewels an attacker gets to",
                String.join("; ", parts),
                reached.size(),
                facts.jewels().size());
    }

    private static Optional<Headline> network(List<IntentResult> intents) {
        List<IntentResult> meant = intents.stream()
                .filter(intent -> intent.verdict() != Verdict.VACUOUS)
                .toList();
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        List<IntentResult> broken = meant.stream()
                .filter(intent -> intent.verdict() == Verdict.BROKEN)
                .toList();
        long open = meant.stream()
                .filter(intent -> intent.verdict() == Verdict.UNDECIDED)
                .count();
        var parts = new ArrayList<String>();
        if (!broken.isEmpty()) {
            parts.add("first: " + broken.getFirst().title());
        }
        if (open > 0) {
            parts.add(open + " more hang on an assumption");
        }
        if (parts.isEmpty()) {
            parts.add("all of them are proven");
        }
        return Optional.of(new Headline(
                Topic.NETWORK,
                broken.size() + " of " + meant.size(),
                "intents for the network are broken",
                String.join("; ", parts),
                broken.size(),
                meant.size()));
    }

    private static Headline risk(RiskFacts facts) {
        List<Risk> real = facts.risks().stream().filter(Risk::confirmed).toList();
        long high = real.stream()
                .filter(risk -> risk.residual().band().compareTo(Band.HIGH) >= 0)
                .count();
        String first = facts.backlog().isEmpty()
                ? "nothing to mend"
                : "mend first: " + facts.backlog().getFirst().title();
        String standing = facts.appetite()
                .filter(RiskFacts.AppetiteResult::isComparable)
                .map(appetite -> "appetite " + appetite.verdict().word() + "; ")
                .orElse("");
        if (!real.isEmpty() && facts.isCalibrated() && facts.curves().isPresent()) {
            RiskFacts.Curve residual = facts.curves().get().residual();
            return new Headline(
                    Topic.RISK,
                    facts.currency() + " " + Amounts.of(residual.expected()),
                    "expected loss of a year, with the controls there are",
                    standing + first,
                    high,
                    real.size());
        }
        return new Headline(
                Topic.RISK,
                high + " of " + real.size(),
                "risks cost much in spite of the controls there are",
                standing + first,
                high,
                real.size());
    }

    private static Headline readiness(ReadinessFacts facts) {
        Scorecard platform = facts.platform();
        String lowest = platform.lowest()
                .map(domain -> "; lowest: " + domain.title() + ", " + level(domain.score()))
                .orElse("");
        return new Headline(
                Topic.READINESS,
                level(platform.score()) + " of " + ReadinessFacts.HIGHEST,
                "levels of readiness",
                platform.confidence() + " % of it measured" + lowest,
                platform.score(),
                100L * ReadinessFacts.HIGHEST);
    }

    private static String level(int hundredths) {
        return String.format(Locale.ROOT, "%.2f", hundredths / 100.0);
    }
}
