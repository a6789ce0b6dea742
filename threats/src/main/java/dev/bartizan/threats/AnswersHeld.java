package dev.bartizan.threats;

import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Truth;
import dev.bartizan.knowledge.Property;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds answers against what the platform shows: where they contradict each other, the evidence counts.
 *
 * @param snapshot with the values that evidence shows instead of the answers that it contradicts
 */
record AnswersHeld(Snapshot snapshot, List<Problem> problems) {
    AnswersHeld {
        problems = List.copyOf(problems);
    }

    /** Only what somebody answered is looked at. */
    static AnswersHeld of(Snapshot snapshot, ThreatQuestion question, Conditions conditions) {
        SortedMap<String, SortedMap<Integer, String>> properties = new TreeMap<>();
        snapshot.platform().properties().forEach((id, column) -> properties.put(id, new TreeMap<>(column)));
        var problems = new ArrayList<Problem>();
        for (AnsweredProperty answer : question.answers()) {
            List<Property.Shown> evidence = question.vocabulary()
                    .property(answer.property())
                    .map(Property::evidence)
                    .orElse(List.of());
            for (String id : answer.assets()) {
                snapshot.platform()
                        .index(id)
                        .flatMap(index -> shown(evidence, index, conditions)
                                .filter(value -> !value.value().equals(answer.value()))
                                .map(value -> contradiction(answer, index, value, properties, conditions)))
                        .ifPresent(problems::add);
            }
        }
        return problems.isEmpty()
                ? new AnswersHeld(snapshot, problems)
                : new AnswersHeld(snapshot.with(corrected(snapshot.platform(), properties)), problems);
    }

    private static Platform corrected(Platform platform, SortedMap<String, SortedMap<Integer, String>> properties) {
        return new Platform(platform.name(), platform.assets(), platform.links(), properties, platform.completeness());
    }

    private static Optional<Property.Shown> shown(List<Property.Shown> evidence, int asset, Conditions conditions) {
        return evidence.stream()
                .filter(one -> holds(one, asset, conditions).isConfirmed())
                .findFirst();
    }

    private static Truth holds(Property.Shown shown, int asset, Conditions conditions) {
        World world = conditions.world();
        world.begin();
        return conditions
                .compile(shown.when(), false, shown.location())
                .evaluate(Map.of(Conditions.ASSET, world.thing(asset)));
    }

    private static Problem contradiction(
            AnsweredProperty answer,
            int asset,
            Property.Shown shown,
            SortedMap<String, SortedMap<Integer, String>> properties,
            Conditions conditions) {
        properties.computeIfAbsent(answer.property(), id -> new TreeMap<>()).put(asset, shown.value());
        return Problem.warning(
                "answer-contradicted",
                "It says that " + answer.property() + " of "
                        + conditions.world().platform().asset(asset).name() + " is " + answer.value() + ", and "
                        + shown.because() + ": " + shown.value() + " counts.",
                "correct the answer, or what shows otherwise",
                answer.location());
    }
}
