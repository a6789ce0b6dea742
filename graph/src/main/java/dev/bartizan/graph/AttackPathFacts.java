package dev.bartizan.graph;

import java.util.List;

/**
 * How an attacker gets to what is worth most, and what cuts the ways. Only steps that are certain are counted.
 *
 * @param jewels what is worth most, those with the shortest way first
 * @param chokePoints the fixes that together cut every way to every jewel, those that stand on most ways first
 * @param isExact whether no cheaper set of fixes cuts them all
 * @param limits what was left out, a sentence each
 */
public record AttackPathFacts(List<Jewel> jewels, List<Fix> chokePoints, boolean isExact, List<String> limits)
        implements Facts {
    /**
     * A crown jewel.
     *
     * @param asset its id
     * @param reason why it is one
     * @param paths shortest first; none when no certain way leads there
     * @param cut the cheapest set of fixes that cuts every way to it
     * @param isExact whether no cheaper set does
     * @param isCut whether the set cuts every way: one on which no step has a fix stays
     */
    public record Jewel(
            String asset, String reason, List<AttackPath> paths, List<Fix> cut, boolean isExact, boolean isCut) {
        public Jewel {
            paths = List.copyOf(paths);
            cut = List.copyOf(cut);
        }
    }

    /**
     * A way to a jewel.
     *
     * @param start where the attacker begins: {@code internet}, {@code notebook user}, {@code poisoned artefact}
     * @param goal what he has in the end: {@code reads it}, {@code changes it}, {@code controls it}
     */
    public record AttackPath(String start, String goal, List<Step> steps) {
        public AttackPath {
            steps = List.copyOf(steps);
        }
    }

    /**
     * One act of the attacker.
     *
     * @param from id of the asset he holds before; empty when he comes from outside
     * @param to id of the asset he gets at
     * @param technique of ATLAS or ATT&amp;CK
     * @param fixes ids of those that make it impossible, each alone
     */
    public record Step(
            String from, String to, String technique, String statement, List<String> fixes, List<Evidence> evidence) {
        public Step {
            fixes = List.copyOf(fixes);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * Something to change.
     *
     * @param id stable: {@code authenticate k8s:…}
     * @param asset the id of the asset that it is done to
     * @param effort 1 a line, 2 a change that is to be tested, 3 a piece of work
     */
    public record Fix(String id, String title, String asset, int effort) {}

    public AttackPathFacts {
        jewels = List.copyOf(jewels);
        chokePoints = List.copyOf(chokePoints);
        limits = List.copyOf(limits);
    }
}
