package dev.bartizan.graph;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which threats are real on this platform.
 *
 * @param results by threat
 * @param scenarios confirmed before undecided, worst first
 * @param questions whose answers decide most, first
 * @param fixes that the scenarios' cures name, by id
 */
public record ThreatFacts(
        List<Result> results, List<ThreatScenario> scenarios, List<Question> questions, List<AttackPathFacts.Fix> fixes)
        implements Facts {
    /**
     * How often a threat was asked about, and what came out.
     *
     * @param threat id of the catalogue's entry
     * @param confirmed on how many assets or links it is real
     * @param refuted on how many it is not
     * @param undecided on how many nobody can tell yet
     */
    public record Result(String threat, String title, Layer layer, int confirmed, int refuted, int undecided) {
        public int applicable() {
            return confirmed + refuted + undecided;
        }
    }

    public ThreatFacts {
        results = List.copyOf(results);
        scenarios = List.copyOf(scenarios);
        questions = List.copyOf(questions);
        fixes = List.copyOf(fixes);
    }

    /** The questions that settle a severe scenario, those that settle most first. */
    public List<Question> severeQuestions() {
        Set<String> severe = scenarios.stream()
                .filter(scenario -> scenario.severity().compareTo(Severity.HIGH) >= 0)
                .map(ThreatScenario::id)
                .collect(Collectors.toSet());
        return questions.stream()
                .filter(question -> question.settles().stream().anyMatch(severe::contains))
                .toList();
    }

    /** The results of one layer as one; its threat is empty. */
    public Result layer(Layer layer) {
        return results.stream()
                .filter(result -> result.layer() == layer)
                .reduce(
                        new Result("", layer.word(), layer, 0, 0, 0),
                        (one, other) -> new Result(
                                "",
                                layer.word(),
                                layer,
                                one.confirmed() + other.confirmed(),
                                one.refuted() + other.refuted(),
                                one.undecided() + other.undecided()));
    }
}
