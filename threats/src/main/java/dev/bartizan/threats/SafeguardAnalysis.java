package dev.bartizan.threats;

import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.PatternResult;
import dev.bartizan.graph.SafeguardFacts.Safeguard;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Spelling;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Which controls are proven where, who owns them, and what stands around the crown jewels. */
final class SafeguardAnalysis {
    private final ThreatQuestion question;
    private final Conditions conditions;
    private final Candidates candidates;
    private final ControlStates states;

    SafeguardAnalysis(ThreatQuestion question, Conditions conditions, Candidates candidates, ControlStates states) {
        this.states = states;
        this.question = question;
        this.conditions = conditions;
        this.candidates = candidates;
    }

    SafeguardFacts run(List<Verdicts> verdicts, AttackPathFacts paths, List<PatternResult> patterns) {
        World world = conditions.world();
        var jewels = new BitSet();
        paths.jewels().forEach(jewel -> world.platform().index(jewel.asset()).ifPresent(jewels::set));
        List<Safeguard> controls =
                new ControlMatrix(question, conditions, states, candidates, verdicts, jewels).controls();
        return new SafeguardFacts(
                controls,
                new Responsibilities(world.platform(), question.assignments()).of(controls),
                patterns,
                new Defences(
                                conditions,
                                candidates,
                                List.copyOf(question.catalogue().threats().values()))
                        .of(paths, controls));
    }

    /** Words about controls that the catalogue does not have, and assignments that contradict each other. */
    List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        Collection<String> known = question.catalogue().controls().keySet();
        question.attestations()
                .forEach(word -> unknown(word.control(), word.location(), known).ifPresent(problems::add));
        List<Assignment> assignments = question.assignments();
        for (int i = 0; i < assignments.size(); i++) {
            Assignment word = assignments.get(i);
            unknown(word.control(), word.location(), known).ifPresent(problems::add);
            assignments.subList(0, i).stream()
                    .filter(before -> contradicts(before, word))
                    .findFirst()
                    .ifPresent(before -> problems.add(Problem.warning(
                            "responsibility-contradicted",
                            "Line " + before.location().line() + " gives " + word.control() + " of the same assets to "
                                    + before.party().word() + ", this one to "
                                    + word.party().word() + ".",
                            "keep one of the two; until then this one counts",
                            word.location())));
        }
        return problems;
    }

    private static Optional<Problem> unknown(String control, Location location, Collection<String> known) {
        return known.contains(control)
                ? Optional.empty()
                : Optional.of(Problem.error(
                        "unknown-word",
                        "The catalogue has no control of this name"
                                + Spelling.nearest(control, known)
                                        .map(near -> "; did you mean " + near + "?")
                                        .orElse("."),
                        "bartizan threats matrix PATH lists the controls",
                        location));
    }

    private static boolean contradicts(Assignment one, Assignment other) {
        boolean isSameLayer =
                one.layer().isEmpty() || other.layer().isEmpty() || one.layer().equals(other.layer());
        boolean isSameAsset = one.assets().isEmpty()
                || other.assets().isEmpty()
                || !Collections.disjoint(one.assets().get(), other.assets().get());
        return one.control().equals(other.control()) && one.party() != other.party() && isSameLayer && isSameAsset;
    }
}
