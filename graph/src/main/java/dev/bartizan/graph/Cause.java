package dev.bartizan.graph;

import java.util.Comparator;
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

    /** The causes of these findings, those with most members first. */
    public static List<Cause> of(List<Finding> findings) {
        var causes = new LinkedHashMap<String, Cause>();
        for (Finding finding : findings) {
            var cause = new Cause(
                    finding.rule(),
                    finding.title(),
                    finding.severity(),
                    finding.members().size(),
                    1);
            causes.merge(finding.rule(), cause, Cause::join);
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
