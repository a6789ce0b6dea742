package dev.bartizan.threats;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.AttackPathFacts.AttackPath;
import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.AttackPathFacts.Jewel;
import dev.bartizan.threats.paths.ChokePoints;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How an attacker gets from where anybody can begin to what is worth most: over the network, by rights, out of pods onto nodes, through data that others
 * load. And the fixes that cut all of these ways.
 */
final class AttackPathAnalysis {
    private static final int MOST_JEWELS = 40;
    private static final int MOST_PATHS = 5;
    private static final int CROWN_JEWEL = 3;
    /** Where nobody said what is worth most, what is worth much counts too. */
    private static final int FEWEST_JEWELS = 3;

    /** What can be a crown jewel, the dearest first. */
    private static final List<String> JEWELS = List.of(
            "model-registry",
            "experiment-tracker",
            "dataset",
            "object-store",
            "artifact-store",
            "feature-store",
            "vector-store",
            "inference-endpoint",
            "secret-store",
            "identity-provider",
            "database",
            "trainer",
            "delivery",
            "volume",
            "accelerator-pool");

    /** Those that no pod keeps. */
    private static final Set<String> WITHOUT_PODS = Set.of("dataset", "volume", "accelerator-pool");

    private final World world;
    private final AttackSteps steps;

    private AttackPathAnalysis(World world, AttackSteps steps) {
        this.world = world;
        this.steps = steps;
    }

    static AttackPathFacts run(Conditions conditions) {
        return new AttackPathAnalysis(conditions.world().apart(), AttackSteps.of(conditions)).facts();
    }

    private AttackPathFacts facts() {
        List<Integer> all = jewels();
        List<Jewel> jewels = all.stream()
                .limit(MOST_JEWELS)
                .map(this::jewel)
                .sorted(Comparator.comparing((Jewel jewel) -> jewel.paths().isEmpty())
                        .thenComparingInt(jewel -> jewel.paths().isEmpty()
                                ? 0
                                : jewel.paths().getFirst().steps().size())
                        .thenComparing(Jewel::asset))
                .toList();
        var goals = new BitSet();
        all.stream().limit(MOST_JEWELS).forEach(asset -> goals.or(steps.goals(asset)));
        ChokePoints.Cut cut = ChokePoints.of(steps.graph(), steps.starts(), goals, steps.weights());
        var limits = new ArrayList<String>();
        if (all.size() > MOST_JEWELS) {
            limits.add("Of " + all.size() + " crown jewels the first " + MOST_JEWELS
                    + " are shown; give value 3 to fewer.");
        }
        limits.add("Only steps that are certain count: what hangs on an open question is no step.");
        return new AttackPathFacts(jewels, ranked(cut), cut.isExact(), limits);
    }

    /** Declared ones before those assumed from the role, then by what they are. */
    private List<Integer> jewels() {
        List<Integer> declared = jewels(CROWN_JEWEL);
        return declared.size() >= FEWEST_JEWELS ? declared : jewels(CROWN_JEWEL - 1);
    }

    private List<Integer> jewels(int value) {
        return IntStream.range(0, world.platform().assets().size())
                .filter(index -> JEWELS.contains(role(index)))
                .filter(index -> steps.isThere(index) || WITHOUT_PODS.contains(role(index)))
                .filter(index -> value(index) >= value)
                .boxed()
                .sorted(Comparator.comparing((Integer index) -> !isDeclared(index))
                        .thenComparingInt(index -> JEWELS.indexOf(role(index)))
                        .thenComparing(index -> world.platform().asset(index).id()))
                .toList();
    }

    private int value(int index) {
        return world.properties().value(world.thing(index));
    }

    private boolean isDeclared(int index) {
        return world.properties().declaredValue(world.thing(index)).isPresent();
    }

    private String role(int index) {
        return world.platform().asset(index).classification().role();
    }

    private Jewel jewel(int index) {
        Asset asset = world.platform().asset(index);
        ChokePoints.Cut cut = ChokePoints.of(steps.graph(), steps.starts(), steps.goals(index), steps.weights());
        var ways = new ArrayList<>(cut.ways());
        if (!cut.uncut().isEmpty()) {
            ways.add(cut.uncut());
        }
        List<AttackPath> paths =
                ways.stream().limit(MOST_PATHS).map(steps::path).toList();
        return new Jewel(
                asset.id(),
                isDeclared(index)
                        ? "its owner gave it value " + value(index)
                        : "value " + value(index) + " is assumed from its role, " + role(index),
                paths,
                ranked(cut),
                cut.isExact(),
                cut.uncut().isEmpty());
    }

    /** Those that stand on most ways first. */
    private List<Fix> ranked(ChokePoints.Cut cut) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (List<Integer> way : cut.ways()) {
            var on = new BitSet();
            way.forEach(step -> steps.graph().step(step).fixes().forEach(on::set));
            on.stream().forEach(fix -> counts.merge(fix, 1, Integer::sum));
        }
        return cut.fixes().stream()
                .boxed()
                .sorted(Comparator.comparingInt((Integer fix) -> -counts.getOrDefault(fix, 0))
                        .thenComparing(fix -> steps.fix(fix).id()))
                .map(steps::fix)
                .toList();
    }
}
