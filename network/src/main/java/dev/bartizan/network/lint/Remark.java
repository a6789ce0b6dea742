package dev.bartizan.network.lint;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Truth;
import dev.bartizan.source.Location;
import java.util.List;

/**
 * Something that a rule of the lint found.
 *
 * @param asset id of the policy, namespace or workload
 * @param statement what is the matter there
 * @param evidence what it follows from
 */
record Remark(LintRule rule, String asset, Location location, String statement, List<Evidence> evidence, Truth truth) {
    Remark {
        evidence = List.copyOf(evidence);
    }

    /** Beyond doubt, with nothing else to show. */
    static Remark of(LintRule rule, String asset, Location location, String statement) {
        return new Remark(rule, asset, location, statement, List.of(), Truth.CONFIRMED);
    }
}
