package dev.bartizan.baseline;

import dev.bartizan.graph.Asset;
import dev.bartizan.knowledge.Check;
import dev.bartizan.knowledge.CheckCase.CheckTarget;
import dev.bartizan.knowledge.CompiledCheck;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which cases of which checks are asked of which kind of object; worked out once a kind. Not for several threads. */
final class Plan {
    private final List<CompiledCheck> checks;
    private final List<Step> all;
    private final Map<String, Map<CheckTarget, List<Step>>> byKind = new HashMap<>();

    /**
     * One case of a check.
     *
     * @param number of the check in the list of all
     */
    record Step(int number, CompiledCheck compiled, CompiledCheck.Case part) {
        Check check() {
            return compiled.check();
        }

        CheckTarget target() {
            return part.definition().target();
        }
    }

    Plan(List<CompiledCheck> checks) {
        this.checks = List.copyOf(checks);
        this.all =
                IntStream.range(0, checks.size()).boxed().flatMap(this::steps).toList();
    }

    private Stream<Step> steps(int number) {
        var compiled = checks.get(number);
        return compiled.cases().stream().map(part -> new Step(number, compiled, part));
    }

    List<CompiledCheck> checks() {
        return checks;
    }

    List<Step> steps(CheckTarget target, Asset asset) {
        return byKind.computeIfAbsent(asset.group() + "/" + asset.kind(), key -> select(asset))
                .getOrDefault(target, List.of());
    }

    /** For what is no object of its own. */
    List<Step> steps(CheckTarget target) {
        return all.stream().filter(step -> step.target() == target).toList();
    }

    private Map<CheckTarget, List<Step>> select(Asset asset) {
        var selected = new EnumMap<CheckTarget, List<Step>>(CheckTarget.class);
        for (CheckTarget target : CheckTarget.values()) {
            selected.put(
                    target,
                    all.stream()
                            .filter(step -> step.target() == target
                                    && step.part().definition().covers(asset.group(), asset.kind()))
                            .toList());
        }
        return selected;
    }
}
