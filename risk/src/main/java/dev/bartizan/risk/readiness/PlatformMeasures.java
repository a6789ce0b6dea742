package dev.bartizan.risk.readiness;

import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Crossings;
import dev.bartizan.graph.Crossings.Crossing;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Verdict;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.ReadinessFacts.Acceptance;
import dev.bartizan.graph.ReadinessFacts.Words;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.AppetiteResult;
import dev.bartizan.graph.SafeguardFacts.Responsibility;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is measured on the platform as a whole; a team has it in common with the others. */
final class PlatformMeasures {
    private final Snapshot snapshot;
    private final Words words;
    private final LocalDate asOf;
    private Optional<Share> crossingsUsed = Optional.empty();

    PlatformMeasures(Snapshot snapshot, Words words, LocalDate asOf) {
        this.snapshot = snapshot;
        this.words = words;
        this.asOf = asOf;
    }

    private LocalDate date() {
        return snapshot.input().asOf();
    }

    private Share unmeasured(String gap) {
        return Share.unmeasured(gap, date());
    }

    Share decided() {
        if (snapshot.threats().isEmpty()) {
            return unmeasured("threats were not asked about");
        }
        long asked = 0;
        long undecided = 0;
        for (ThreatFacts.Result result : snapshot.threats().get().results()) {
            asked += result.applicable();
            undecided += result.undecided();
        }
        return Share.of(asked - undecided, 0, asked, date());
    }

    Share owned() {
        Platform platform = snapshot.platform();
        SortedMap<Integer, String> owners = platform.properties().getOrDefault("owner", new TreeMap<>());
        long known = 0;
        long owned = 0;
        for (int asset = 0; asset < platform.assets().size(); asset++) {
            String role = platform.asset(asset).classification().role();
            if (!role.equals(Classification.UNKNOWN.role())) {
                known++;
                owned += owners.containsKey(asset) ? 1 : 0;
            }
        }
        return Share.of(owned, 0, known, date());
    }

    Share responsible() {
        if (snapshot.safeguards().isEmpty()) {
            return unmeasured("controls were not looked at");
        }
        List<Responsibility> all = snapshot.safeguards().get().responsibilities();
        long declared = all.stream().filter(one -> one.declared().isPresent()).count();
        return Share.of(declared, 0, all.size(), date());
    }

    Share appetite() {
        return Share.of(words.risk().appetite().isPresent() ? 1 : 0, 0, 1, date());
    }

    Share calibrated() {
        if (snapshot.risks().isEmpty()) {
            return unmeasured("risks were not analysed");
        }
        List<RiskFacts.Risk> risks = snapshot.risks().get().risks();
        return Share.of(risks.stream().filter(RiskFacts.Risk::calibrated).count(), 0, risks.size(), date());
    }

    /** Without figures of one's own the curve is a band and no verdict. */
    Share withinAppetite() {
        Optional<AppetiteResult> result = snapshot.risks().flatMap(RiskFacts::appetite);
        if (result.isEmpty()) {
            return unmeasured("no residual risk was held against an appetite");
        }
        boolean isOpen = !result.get().isComparable() || result.get().verdict() == AppetiteResult.Verdict.STRADDLES;
        boolean isMet = result.get().verdict() == AppetiteResult.Verdict.MET;
        return isOpen ? Share.of(0, 1, 1, date()) : Share.of(isMet ? 1 : 0, 0, 1, date());
    }

    Share acceptancesOwned() {
        List<Acceptance> all = words.acceptances();
        long owned = all.stream().filter(one -> !one.owner().isBlank()).count();
        return all.isEmpty() ? unmeasured("nothing is accepted") : Share.of(owned, 0, all.size(), date());
    }

    Share acceptancesExpired() {
        List<Acceptance> all = words.acceptances();
        long expired = all.stream().filter(one -> one.expires().isBefore(asOf)).count();
        return all.isEmpty() ? unmeasured("nothing is accepted") : Share.of(expired, 0, all.size(), date());
    }

    /** An intent that is about nobody says nothing and does not count. */
    Share intents() {
        List<IntentResult> all = snapshot.connectivity().stream()
                .flatMap(facts -> facts.intents().stream())
                .flatMap(List::stream)
                .filter(intent -> intent.verdict() != Verdict.VACUOUS)
                .toList();
        if (all.isEmpty()) {
            return unmeasured("no intent of the design is written");
        }
        long proven =
                all.stream().filter(one -> one.verdict() == Verdict.PROVEN).count();
        long open =
                all.stream().filter(one -> one.verdict() == Verdict.UNDECIDED).count();
        return Share.of(proven, open, all.size(), date());
    }

    /** Of the ways between zones that policies leave open, those that a link of the platform goes. */
    Share crossingsUsed() {
        if (crossingsUsed.isEmpty()) {
            crossingsUsed = Optional.of(computeCrossings());
        }
        return crossingsUsed.get();
    }

    private Share computeCrossings() {
        if (snapshot.connectivity().isEmpty()) {
            return unmeasured("who reaches whom was not analysed");
        }
        Platform platform = snapshot.platform();
        Crossings crossings = Crossings.of(platform, snapshot.connectivity().get());
        if (!crossings.isComplete()) {
            return unmeasured("there are more ways than are gone through");
        }
        var ways = new Ways(usedWays(platform));
        crossings.forEach(ways::count);
        return ways.open == 0
                ? unmeasured("no way between zones is open")
                : Share.of(ways.inUse, ways.perhaps, ways.open, date());
    }

    private static Set<Ends> usedWays(Platform platform) {
        var used = new HashSet<Ends>();
        for (Link link : platform.links()) {
            used.add(new Ends(
                    platform.asset(link.from()).zone(),
                    platform.asset(link.to()).zone()));
        }
        return used;
    }

    /** Two zones. */
    private record Ends(String from, String to) {}

    /** Counts the ways between zones of the platform. */
    private static final class Ways {
        private final Set<Ends> used;
        private long open;
        private long perhaps;
        private long inUse;

        Ways(Set<Ends> used) {
            this.used = used;
        }

        void count(String from, String to, Crossing crossing) {
            if (!from.equals(Crossings.OUTSIDE) && !to.equals(Crossings.OUTSIDE)) {
                boolean isUsed = used.contains(new Ends(from, to));
                open++;
                inUse += isUsed ? 1 : 0;
                perhaps += !isUsed && crossing.ports().isEmpty() ? 1 : 0;
            }
        }
    }
}
