package dev.bartizan.threats;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.SafeguardFacts.Answer;
import dev.bartizan.graph.SafeguardFacts.PatternResult;
import dev.bartizan.graph.SafeguardFacts.Place;
import dev.bartizan.graph.SafeguardFacts.Requirement;
import dev.bartizan.graph.SafeguardFacts.Standing;
import dev.bartizan.graph.Truth;
import dev.bartizan.knowledge.SecurityPattern;
import dev.bartizan.rules.Expression;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Holds patterns of security against the platform. A place that has begun with a pattern follows or violates it; one that has not, and where the pattern
 * fits, should adopt it. What stands alike in one namespace is one place.
 */
final class PatternAnalysis {
    private static final int MOST_EVIDENCE = 4;
    private static final int MOST_GAPS = 5;

    private final Conditions conditions;
    private final World world;
    private final Expression applies;
    private final Expression begun;
    private final List<Expression> requirements;

    private PatternAnalysis(SecurityPattern pattern, Conditions conditions) {
        this.conditions = conditions;
        this.world = conditions.world().apart();
        this.applies = compile(pattern.applies(), pattern.location());
        this.begun = compile(pattern.begun(), pattern.location());
        this.requirements = pattern.requirements().stream()
                .map(requirement -> compile(requirement.holds(), requirement.location()))
                .toList();
    }

    private Expression compile(String condition, Location location) {
        return conditions.compile(condition, false, location);
    }

    static List<PatternResult> run(Conditions conditions, Candidates candidates, Collection<SecurityPattern> patterns) {
        return patterns.parallelStream()
                .map(pattern -> result(pattern, candidates.assets(pattern.roles(), pattern.components()), conditions))
                .toList();
    }

    private static PatternResult result(SecurityPattern pattern, List<Integer> assets, Conditions conditions) {
        List<Place> places = assets.isEmpty() ? List.of() : new PatternAnalysis(pattern, conditions).places(assets);
        return new PatternResult(
                pattern.id(),
                pattern.title(),
                pattern.layer(),
                pattern.intent(),
                pattern.forces(),
                pattern.requirements().stream()
                        .map(one -> new Requirement(one.title(), one.control(), one.remedy()))
                        .toList(),
                places);
    }

    /**
     * What one asset answers.
     *
     * @param told undecided when it is open whether the pattern fits, or whether somebody has begun with it where that decides
     */
    private record Stand(int asset, Standing standing, List<Answer> answers, Truth told) {}

    private List<Place> places(List<Integer> assets) {
        var places = new LinkedHashMap<String, List<Stand>>();
        for (int asset : assets) {
            world.begin();
            Truth fits = applies.evaluate(about(asset));
            if (!fits.isRefuted()) {
                Stand stand = stand(asset, fits);
                places.computeIfAbsent(key(stand), key -> new ArrayList<>()).add(stand);
            }
        }
        return places.values().stream()
                .map(this::place)
                .sorted(Comparator.comparingInt((Place place) -> order(place.standing()))
                        .thenComparing(Place::place)
                        .thenComparing(place -> place.assets().getFirst()))
                .toList();
    }

    /** What is broken is read first. */
    private static int order(Standing standing) {
        return switch (standing) {
            case VIOLATES -> 0;
            case SHOULD_ADOPT -> 1;
            case UNDECIDED -> 2;
            case FOLLOWS -> 3;
        };
    }

    private Map<String, AssetThing> about(int asset) {
        return Map.of(Conditions.ASSET, world.thing(asset));
    }

    private Stand stand(int asset, Truth fits) {
        if (!fits.isConfirmed()) {
            return new Stand(asset, Standing.UNDECIDED, List.of(), fits);
        }
        List<Answer> answers =
                requirements.stream().map(one -> answer(one, asset)).toList();
        Truth all = answers.stream().map(Answer::truth).reduce(Truth.CONFIRMED, Truth::and);
        // Whether somebody has begun makes a difference only where a requirement is broken.
        Truth start = all.isRefuted() ? begun.evaluate(about(asset)) : Truth.CONFIRMED;
        return new Stand(asset, standing(start, all), answers, start.or(start.not()));
    }

    private Answer answer(Expression requirement, int asset) {
        world.begin();
        Truth truth = requirement.evaluate(about(asset));
        List<Evidence> evidence = world.trace();
        return new Answer(truth, evidence.stream().limit(MOST_EVIDENCE).toList());
    }

    /** Who keeps all requirements follows the pattern, whether by intent or not. */
    private static Standing standing(Truth begun, Truth all) {
        if (all.isConfirmed()) {
            return Standing.FOLLOWS;
        }
        if (all.isRefuted()) {
            return begun.isConfirmed()
                    ? Standing.VIOLATES
                    : begun.isRefuted() ? Standing.SHOULD_ADOPT : Standing.UNDECIDED;
        }
        return Standing.UNDECIDED;
    }

    private String key(Stand stand) {
        return World.place(world.platform().asset(stand.asset())) + " " + stand.standing() + " "
                + stand.answers().stream().map(answer -> answer.truth().word()).collect(Collectors.joining(" "));
    }

    private Place place(List<Stand> stands) {
        Stand first = stands.getFirst();
        List<String> gaps = stands.stream()
                .flatMap(stand -> gaps(stand.told()).stream())
                .distinct()
                .sorted()
                .limit(MOST_GAPS)
                .toList();
        return new Place(
                World.place(world.platform().asset(first.asset())),
                first.standing(),
                stands.stream()
                        .map(stand -> world.platform().asset(stand.asset()).id())
                        .toList(),
                first.answers(),
                gaps);
    }

    private static List<String> gaps(Truth truth) {
        return truth instanceof Truth.Undecided undecided ? List.copyOf(undecided.gaps()) : List.of();
    }
}
