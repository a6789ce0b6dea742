package dev.bartizan.graph;

import dev.bartizan.graph.ControlFacts.CheckResult;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What many findings have in common: one rule or one family of rules. A few causes usually explain most findings.
 *
 * @param rule the rule's id or the family's name
 * @param members how many single observations it accounts for
 * @param findings how many findings it accounts for after roll-up
 */
public record Cause(String rule, String title, Severity severity, int members, int findings) {

    /**
     * The causes of these findings, those with most members first.
     *
     * @param checks that made them
     */
    public static List<Cause> of(List<Finding> findings, List<CheckResult> checks) {
        var titles = new HashMap<String, String>();
        checks.forEach(check -> titles.put(check.check(), check.title()));
        var causes = new LinkedHashMap<String, Cause>();
        for (Finding finding : findings) {
            // A finding's own title may say how many and where; a cause has many of those.
            String title = titles.getOrDefault(finding.rule(), finding.title());
            int members = finding.members().size();
            causes.merge(finding.rule(), new Cause(finding.rule(), title, finding.severity(), members, 1), Cause::join);
        }
        return causes.values().stream()
                .sorted(Comparator.comparingInt(Cause::members)
                        .thenComparing(Cause::severity)
                        .reversed()
                        .thenComparing(Cause::rule))
                .toList();
    }

    private Cause join(Cause other) {
        var worst = severity.compareTo(other.severity) >= 0 ? severity : other.severity;
        return new Cause(rule, title, worst, members + other.members, findings + other.findings);
    }
}
