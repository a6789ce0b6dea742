package dev.bartizan.threats;

import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.graph.Question;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.PatternResult;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;

/**
 * Asks each threat of the catalogue about each asset or link that it can be about, replays incidents, looks for ways to what is worth most, and says which
 * safeguards are proven.
 */
public final class ThreatAnalysis {
    private ThreatAnalysis() {}

    /** Uses what the network and the baseline established; what has not run is unknown. */
    public static ThreatAnswer run(Snapshot assessed, ThreatQuestion asked) {
        AnswersHeld answers = asked.answers().isEmpty()
                ? new AnswersHeld(assessed, List.of())
                : AnswersHeld.of(assessed, asked, Conditions.of(assessed, asked));
        Snapshot snapshot = answers.snapshot();
        var conditions = Conditions.of(snapshot, asked);
        OwnConditions own = OwnConditions.of(asked.catalogue(), asked.checks(), conditions);
        var question = asked.withCatalogue(own.catalogue());
        var candidates = new Candidates(snapshot.platform(), conditions.results());
        ForkJoinTask<ControlStates> states =
                beside(() -> new ControlStates(conditions.results(), conditions.world(), question.attestations()));
        ForkJoinTask<AttackPathFacts> ways = beside(() -> AttackPathAnalysis.run(conditions));
        ForkJoinTask<IncidentFacts> incidents = beside(() -> IncidentAnalysis.run(
                conditions,
                candidates,
                question.catalogue().incidents().values(),
                new CheapestCut(conditions.checks(), question.checks(), question.catalogue())));
        ForkJoinTask<List<PatternResult>> patterns = beside(() -> PatternAnalysis.run(
                conditions, candidates, question.catalogue().patterns().values()));
        List<Verdicts> verdicts = question.catalogue().threats().values().parallelStream()
                .map(threat -> Verdicts.of(threat, candidates, conditions))
                .toList();
        var results = verdicts.stream().map(Verdicts::result).toList();
        ControlStates known = states.join();
        List<ThreatScenario> scenarios = verdicts.parallelStream()
                .flatMap(one -> Scenarios.of(one, conditions.world().apart(), known).stream())
                .sorted(worstFirst())
                .toList();
        ForkJoinTask<List<Question>> questions =
                beside(() -> new OpenQuestions(conditions, question, snapshot).of(verdicts, scenarios));
        AttackPathFacts paths = ways.join();
        var safeguards = new SafeguardAnalysis(question, conditions, candidates, known);
        SafeguardFacts facts = safeguards.run(verdicts, paths, patterns.join());
        return new ThreatAnswer(
                new ThreatFacts(results, scenarios, questions.join(), fixes(verdicts)),
                incidents.join(),
                paths,
                facts,
                Stream.of(answers.problems(), own.problems(), problems(conditions), safeguards.problems())
                        .flatMap(List::stream)
                        .toList());
    }

    /** Does it while something else is done: what it does not know is no gap of the threats, and nobody meets its order. */
    private static <T> ForkJoinTask<T> beside(Callable<T> work) {
        return ForkJoinPool.commonPool().submit(work);
    }

    private static List<Fix> fixes(List<Verdicts> verdicts) {
        var fixes = new TreeMap<String, Fix>();
        verdicts.forEach(one -> one.fixes().forEach(fix -> fixes.put(fix.id(), fix)));
        return List.copyOf(fixes.values());
    }

    private static Comparator<ThreatScenario> worstFirst() {
        return Comparator.comparingInt(
                        (ThreatScenario scenario) -> scenario.truth().isConfirmed() ? 0 : 1)
                .thenComparing(ThreatScenario::severity, Comparator.reverseOrder())
                .thenComparing(ThreatScenario::threat)
                .thenComparing(scenario -> String.join("/", scenario.zones()));
    }

    private static List<Problem> problems(Conditions conditions) {
        var problems = new ArrayList<Problem>();
        for (Attestation word : conditions.checks().contradicted(conditions.world())) {
            problems.add(Problem.warning(
                    "attestation-contradicted",
                    "It says that " + word.control() + " holds, and a check found that it does not.",
                    "the check counts; correct the attestation or what the check found",
                    word.location()));
        }
        return problems;
    }
}
