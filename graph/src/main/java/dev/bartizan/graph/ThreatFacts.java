package dev.bartizan.graph;

import dev.bartizan.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which threats are real on this platform.
 *
 * @param results by threat
 * @param scenarios confirmed before undecided, worst first
 * @param questions whose answers decide most, first
 * @param fixes that the scenarios' cures name, by id
 * @param decisions of workshops, a later one of the same key instead of an earlier one
 */
public record ThreatFacts(
        List<Result> results,
        List<ThreatScenario> scenarios,
        List<Question> questions,
        List<AttackPathFacts.Fix> fixes,
        List<Decision> decisions)
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

    /**
     * What people decided about a threat.
     *
     * @param threat id of the catalogue's entry
     * @param zones where it is
     * @param decision {@code mitigate}, {@code avoid}, {@code transfer}, {@code accept} or {@code later}
     * @param owner who does it, or empty
     * @param until ISO date, or empty
     * @param location where it was saved
     */
    public record Decision(
            String threat,
            List<String> zones,
            String decision,
            String why,
            String owner,
            String until,
            Location location) {
        public Decision {
            zones = List.copyOf(zones);
        }

        /** As people read it: {@code accept until 2027-01-31, by serving: rare}. */
        public String sentence() {
            return decision
                    + (until.isEmpty() ? "" : " until " + until)
                    + (owner.isEmpty() ? "" : ", by " + owner)
                    + (why.isBlank() ? "" : ": " + why);
        }
    }

    public ThreatFacts {
        results = List.copyOf(results);
        scenarios = List.copyOf(scenarios);
        questions = List.copyOf(questions);
        fixes = List.copyOf(fixes);
        decisions = List.copyOf(decisions);
    }

    /** Before anybody decided. */
    public ThreatFacts(
            List<Result> results,
            List<ThreatScenario> scenarios,
            List<Question> questions,
            List<AttackPathFacts.Fix> fixes) {
        this(results, scenarios, questions, fixes, List.of());
    }

    /** What was decided last about a scenario's threat in its zones. */
    public Optional<Decision> decision(ThreatScenario scenario) {
        return decisions.stream()
                .filter(one ->
                        one.threat().equals(scenario.threat()) && one.zones().equals(scenario.zones()))
                .reduce((one, later) -> later);
    }

    /** The same with what people decided about it. */
    public ThreatFacts decided(List<Decision> made) {
        return new ThreatFacts(results, scenarios, questions, fixes, made);
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
