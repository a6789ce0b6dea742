package dev.bartizan.assess;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Crossings;
import dev.bartizan.graph.ShortHash;
import dev.bartizan.graph.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of a platform an approval is bound to: a change of anything else leaves it standing.
 *
 * @param crossings connections between namespaces, and with the outside, that may be opened: {@code serving -> registry tcp/5000}
 * @param controls checks of the baseline that hold wherever they apply
 * @param intents of the design with their verdicts: {@code proven no notebook reaches model storage}
 */
public record MaterialFacts(SortedSet<String> crossings, SortedSet<String> controls, SortedSet<String> intents) {
    public MaterialFacts {
        crossings = new TreeSet<>(crossings);
        controls = new TreeSet<>(controls);
        intents = new TreeSet<>(intents);
    }

    /** @param intents with their verdicts */
    public static MaterialFacts of(Snapshot snapshot, Set<String> intents) {
        var crossings = new TreeSet<String>();
        snapshot.connectivity().ifPresent(facts -> {
            Crossings found = Crossings.of(snapshot.platform(), facts);
            if (!found.isComplete()) {
                crossings.add("more than can be listed");
            }
            for (String from : found.zones()) {
                for (String to : found.zones()) {
                    Crossings.Crossing crossing = found.between(from, to);
                    crossing.ports().forEach(port -> crossings.add(from + " -> " + to + " " + port));
                    crossing.maybe().forEach(port -> crossings.add(from + " -> " + to + " " + port + " perhaps"));
                }
            }
        });
        var controls = new TreeSet<String>();
        for (CheckResult check : snapshot.controls().map(ControlFacts::checks).orElse(List.of())) {
            if (check.failed().isEmpty() && !check.passed().isEmpty()) {
                controls.add(check.check() + " " + check.title());
            }
        }
        return new MaterialFacts(crossings, controls, new TreeSet<>(intents));
    }

    /** The same facts give the same hash, 32 digits in hex. */
    public String hash() {
        var text = new StringBuilder();
        for (SortedSet<String> facts : List.of(crossings, controls, intents)) {
            facts.forEach(fact -> text.append(fact).append('\n'));
            text.append('\f');
        }
        return ShortHash.of(text.toString());
    }

    /** What makes another look necessary since these facts were approved, a line each: crossings that came, controls and intents that went or changed. */
    public List<String> changesIn(MaterialFacts now) {
        var changes = new ArrayList<String>();
        lost(now.crossings, crossings).forEach(fact -> changes.add("new crossing: " + fact));
        lost(controls, now.controls).forEach(fact -> changes.add("lost control: " + fact));
        lost(intents, now.intents).forEach(fact -> changes.add("intent no longer so: " + fact));
        return changes;
    }

    private static SortedSet<String> lost(SortedSet<String> before, SortedSet<String> after) {
        var lost = new TreeSet<>(before);
        lost.removeAll(after);
        return lost;
    }
}
