package dev.bartizan.risk;

import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.ThreatScenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A mitigation in the making: its fixes, and the places of threats that they end. */
final class Draft {
    /** One more fix of a kind is hardly more work; more than these together are. */
    private static final int SEVERAL = 3;

    private static final int MOST_EFFORT = 3;

    private final String id;
    private final SortedMap<String, Fix> fixes = new TreeMap<>();
    private final Set<Place> places = new HashSet<>();
    private final List<Place> inOrder = new ArrayList<>();
    private final SortedSet<String> findings = new TreeSet<>();
    private final SortedSet<String> closes = new TreeSet<>();
    private final SortedSet<String> lowers = new TreeSet<>();
    private final SortedSet<String> with = new TreeSet<>();
    private Severity worstFinding = Severity.INFO;
    private Severity worstThreat = Severity.INFO;
    private boolean cutsPaths;
    private double worth;
    private double ratio;

    /** A place of a threat, with its share of the loss, and who can end it: any of some, or all of others together. */
    static final class Place {
        private final ThreatScenario scenario;
        private final Set<Draft> any;
        private final Set<Draft> all;
        private final double loss;
        private boolean isOver;

        Place(ThreatScenario scenario, Set<Draft> any, Set<Draft> all, double loss) {
            this.scenario = scenario;
            this.any = any;
            this.all = all;
            this.loss = loss;
        }

        Set<Draft> enders() {
            var enders = new HashSet<>(any);
            enders.addAll(all);
            return enders;
        }

        Backlog.Ending ending() {
            return new Backlog.Ending(loss, ids(any), ids(all));
        }

        private static SortedSet<String> ids(Set<Draft> drafts) {
            return drafts.stream().map(Draft::id).collect(Collectors.toCollection(TreeSet::new));
        }

        private double worthOf(Draft draft) {
            return isOver ? 0 : any.contains(draft) ? loss : loss / all.size();
        }
    }

    Draft(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    SortedMap<String, Fix> fixes() {
        return fixes;
    }

    void add(Fix fix) {
        fixes.put(fix.id(), fix);
    }

    void add(Place place) {
        if (places.add(place)) {
            inOrder.add(place);
        }
    }

    void cutPaths() {
        cutsPaths = true;
    }

    boolean cutsPaths() {
        return cutsPaths;
    }

    void mends(String finding, Severity severity) {
        findings.add(finding);
        worstFinding = worse(worstFinding, severity);
    }

    boolean mendsSomething() {
        return !findings.isEmpty();
    }

    SortedSet<String> findings() {
        return findings;
    }

    SortedSet<String> closes() {
        return closes;
    }

    SortedSet<String> lowers() {
        return lowers;
    }

    /** Ids of the others that must be done too. */
    SortedSet<String> with() {
        return with;
    }

    int effort() {
        int most = fixes.values().stream().mapToInt(Fix::effort).max().orElse(1);
        return Math.min(MOST_EFFORT, most + (fixes.size() > SEVERAL ? 1 : 0));
    }

    double worth() {
        return worth;
    }

    /** Its worth for its effort, when it was valued last. */
    double ratio() {
        return ratio;
    }

    Severity severity() {
        return worse(worstFinding, worstThreat);
    }

    int urgency() {
        return 2 * worstFinding.ordinal() + (cutsPaths ? 1 : 0);
    }

    private static Severity worse(Severity one, Severity other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** Works out what it is worth now. */
    void value() {
        worth = inOrder.stream().mapToDouble(place -> place.worthOf(this)).sum();
        ratio = worth / effort();
    }

    /**
     * Takes it to be done after these.
     *
     * @param left by scenario, how many of its places are not over
     */
    void finish(Set<Draft> before, Map<String, Integer> left) {
        before.add(this);
        for (Place place : inOrder) {
            if (!place.isOver) {
                end(place, before, left);
            }
        }
        lowers.removeAll(closes);
    }

    private void end(Place place, Set<Draft> before, Map<String, Integer> left) {
        String scenario = place.scenario.id();
        worstThreat = worse(worstThreat, place.scenario.severity());
        place.isOver = place.any.contains(this) || before.containsAll(place.all);
        if (!place.isOver) {
            place.all.stream().filter(other -> !before.contains(other)).forEach(other -> with.add(other.id));
        } else if (left.merge(scenario, -1, Integer::sum) == 0) {
            closes.add(scenario);
        } else {
            lowers.add(scenario);
        }
    }
}
