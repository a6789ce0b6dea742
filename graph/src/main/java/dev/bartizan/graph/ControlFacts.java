package dev.bartizan.graph;

import java.util.List;

/**
 * What the baseline checks established.
 *
 * @param checks sorted by id
 * @param findings worst first, then by asset and rule
 * @param questions sorted by place and id
 * @param waivers exceptions that matched, sorted by finding
 */
public record ControlFacts(
        List<CheckResult> checks, List<Finding> findings, List<Question> questions, List<Waiver> waivers)
        implements Facts {
    public ControlFacts {
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
        questions = List.copyOf(questions);
        waivers = List.copyOf(waivers);
    }
}
