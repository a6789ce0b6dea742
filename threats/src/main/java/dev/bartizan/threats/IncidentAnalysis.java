package dev.bartizan.threats;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.graph.IncidentFacts.Outcome;
import dev.bartizan.graph.Truth;
import dev.bartizan.knowledge.Incident;
import dev.bartizan.knowledge.Threat;
import dev.bartizan.rules.Expression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replays incidents: each step of an attack is a precondition, asked about every asset that it could have begun at. It would have worked when all steps
 * hold on one asset; the first step that does not hold stops it.
 */
final class IncidentAnalysis {
    private IncidentAnalysis() {}

    static IncidentFacts run(
            Conditions conditions, Candidates candidates, Collection<Incident> incidents, CheapestCut cheapest) {
        return new IncidentFacts(incidents.parallelStream()
                .map(incident -> replay(incident, candidates, conditions, cheapest))
                .sorted(Comparator.comparing(IncidentFacts.Replay::date)
                        .reversed()
                        .thenComparing(IncidentFacts.Replay::id))
                .toList());
    }

    /**
     * One asset's answer.
     *
     * @param held how many steps hold before the first that does not
     */
    private record Attempt(int asset, Outcome outcome, int held, List<IncidentFacts.Step> steps) {
        int rank() {
            return outcome == Outcome.WOULD_WORK ? 0 : outcome == Outcome.UNDECIDED ? 1 : 2;
        }
    }

    private static IncidentFacts.Replay replay(
            Incident incident, Candidates candidates, Conditions conditions, CheapestCut cheapest) {
        List<Integer> assets = candidates.assets(incident.roles(), incident.components());
        if (assets.isEmpty()) {
            return answer(incident, Outcome.NOT_HERE, List.of(), "", 0, Optional.empty());
        }
        List<Expression> steps = incident.steps().stream()
                .map(step -> conditions.compile(step.when(), false, step.location()))
                .toList();
        World world = conditions.world().apart();
        List<Attempt> attempts = assets.stream()
                .map(asset -> attempt(incident, steps, world, asset))
                .sorted(Comparator.comparingInt(Attempt::rank).thenComparing(Attempt::held, Comparator.reverseOrder()))
                .toList();
        Attempt best = attempts.getFirst();
        long others = attempts.stream()
                        .filter(one -> one.rank() == best.rank() && one.held() == best.held())
                        .count()
                - 1;
        String asset = world.platform().asset(best.asset()).id();
        return answer(
                incident,
                best.outcome(),
                answered(incident, best, new Counterevidence(conditions), world.thing(best.asset())),
                asset,
                (int) others,
                best.outcome() == Outcome.WOULD_WORK
                        ? cheapest.of(incident, world.thing(best.asset()))
                        : Optional.empty());
    }

    /** The steps, those that do not hold with what speaks against them. */
    private static List<IncidentFacts.Step> answered(
            Incident incident, Attempt attempt, Counterevidence against, AssetThing thing) {
        var steps = new ArrayList<IncidentFacts.Step>();
        for (int i = 0; i < attempt.steps().size(); i++) {
            IncidentFacts.Step step = attempt.steps().get(i);
            List<Evidence> evidence = step.truth().isRefuted()
                    ? against.of(incident.steps().get(i).when(), thing)
                    : step.evidence();
            // What does not hold for another reason is not the merit of a control.
            boolean isStopped = !step.truth().isRefuted() || !evidence.isEmpty();
            steps.add(new IncidentFacts.Step(
                    step.title(), step.technique(), step.truth(), isStopped ? step.control() : "", evidence));
        }
        return steps;
    }

    private static IncidentFacts.Replay answer(
            Incident incident,
            Outcome outcome,
            List<IncidentFacts.Step> steps,
            String asset,
            int others,
            Optional<IncidentFacts.Cut> cut) {
        return new IncidentFacts.Replay(
                incident.id(),
                incident.title(),
                incident.date(),
                incident.patterns().stream().map(Threat.Pattern::word).toList(),
                incident.identifiers(),
                incident.story(),
                incident.affected(),
                outcome,
                steps,
                asset,
                others,
                cut,
                incident.sources());
    }

    private static Attempt attempt(Incident incident, List<Expression> conditions, World world, int asset) {
        var steps = new ArrayList<IncidentFacts.Step>();
        Truth all = Truth.CONFIRMED;
        int held = 0;
        for (int i = 0; i < conditions.size(); i++) {
            world.begin();
            Truth truth = conditions.get(i).evaluate(Map.of(Conditions.ASSET, world.thing(asset)));
            Incident.Step step = incident.steps().get(i);
            steps.add(new IncidentFacts.Step(
                    step.title(),
                    step.technique(),
                    truth,
                    step.stoppedBy(),
                    truth.isRefuted() ? List.of() : world.trace()));
            held += all.isConfirmed() && truth.isConfirmed() ? 1 : 0;
            all = all.and(truth);
        }
        Outcome outcome =
                all.isConfirmed() ? Outcome.WOULD_WORK : all.isRefuted() ? Outcome.STOPPED : Outcome.UNDECIDED;
        return new Attempt(asset, outcome, held, steps);
    }
}
