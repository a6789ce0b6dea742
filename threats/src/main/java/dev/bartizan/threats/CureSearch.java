package dev.bartizan.threats;

import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.ThreatScenario.Cures;
import dev.bartizan.rules.Expression;
import dev.bartizan.rules.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Looks for what would end a threat where it is real: fixes are taken to be done, and the condition is asked again. Only what an answer hangs on is tried.
 * Where it hangs on what the platform is for (whom a workload calls, which roles there are) the threat's first control is named instead.
 */
final class CureSearch {
    /** What hangs on more than this is not ended by a handful of changes. */
    private static final int MOST_FIXES = 12;

    private final World world;
    private final Expression condition;
    private final List<String> controls;
    private final SortedMap<String, Fix> named = new TreeMap<>();

    /** @param controls that are to stop the threat, the first one first */
    CureSearch(World world, Expression condition, List<String> controls) {
        this.world = world;
        this.condition = condition;
        this.controls = controls;
    }

    /** All that a cure has named so far. */
    List<Fix> named() {
        return List.copyOf(named.values());
    }

    Cures about(int asset, Optional<Link> link) {
        Thing thing = link.<Thing>map(one -> new LinkThing(world, one)).orElseGet(() -> world.thing(asset));
        String variable = link.isPresent() ? Conditions.LINK : Conditions.ASSET;
        var things = Map.of(variable, thing);
        SortedMap<String, Fix> all = new TreeMap<>();
        while (isReal(things, all.keySet())) {
            SortedMap<String, Fix> met = world.cures();
            if (!all.keySet().containsAll(met.keySet()) && all.size() < MOST_FIXES) {
                all.putAll(met);
            } else {
                return byControl(asset);
            }
        }
        List<String> any = all.keySet().stream()
                .filter(fix -> !isReal(things, Set.of(fix)))
                .toList();
        List<String> together = any.isEmpty() ? smallest(things, all.keySet()) : List.of();
        any.forEach(fix -> named.put(fix, all.get(fix)));
        together.forEach(fix -> named.put(fix, all.get(fix)));
        return new Cures(any, together);
    }

    private Cures byControl(int asset) {
        if (controls.isEmpty()) {
            return Cures.NONE;
        }
        Fix fix = world.fixes().put(controls.getFirst(), asset);
        named.put(fix.id(), fix);
        return new Cures(List.of(fix.id()), List.of());
    }

    /** Without those that make no difference to the others. */
    private List<String> smallest(Map<String, Thing> things, Set<String> fixes) {
        var needed = new TreeSet<>(fixes);
        for (String fix : fixes) {
            var rest = new TreeSet<>(needed);
            rest.remove(fix);
            if (!isReal(things, rest)) {
                needed = rest;
            }
        }
        return new ArrayList<>(needed);
    }

    private boolean isReal(Map<String, Thing> things, Set<String> done) {
        world.begin();
        world.suppose(done);
        return condition.evaluate(things).isConfirmed();
    }
}
