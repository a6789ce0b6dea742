package dev.bartizan.report.handover;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.Severity;
import dev.bartizan.report.risk.Remedies;
import dev.bartizan.report.safeguards.MatrixTable;
import java.time.LocalDate;
import java.util.List;

/**
 * The backlog for the CSV importer of Jira: columns are fields of an issue, a field of several values has several columns of one name. The due date has the pattern {@code yyyy-MM-dd}, which the
 * importer asks for.
 */
public final class JiraCsv {
    private static final int LONGEST_SUMMARY = 250;

    private JiraCsv() {}

    public static String of(RiskFacts facts, Remedies remedies, List<Mitigation> chosen) {
        return new MatrixTable(
                        List.of(
                                "Summary",
                                "Issue Type",
                                "Priority",
                                "Due Date",
                                "Labels",
                                "Labels",
                                "Labels",
                                "Description"),
                        chosen.stream().map(one -> row(facts, remedies, one)).toList())
                .csv();
    }

    private static List<String> row(RiskFacts facts, Remedies remedies, Mitigation one) {
        return List.of(
                WorkItem.title(one, LONGEST_SUMMARY),
                "Task",
                priority(one.severity()),
                one.due().map(LocalDate::toString).orElse(""),
                "security",
                "severity-" + one.severity().word(),
                "effort-" + one.effort(),
                String.join(" ", WorkItem.sentences(facts, remedies, one)).replaceAll("([\\[\\]{}])", "\\\\$1"));
    }

    /** The five that every Jira begins with. */
    private static String priority(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "Highest";
            case HIGH -> "High";
            case MEDIUM -> "Medium";
            case LOW -> "Low";
            case INFO -> "Lowest";
        };
    }
}
