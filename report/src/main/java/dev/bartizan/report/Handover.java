package dev.bartizan.report;

import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.report.handover.GithubIssues;
import dev.bartizan.report.handover.JiraCsv;
import dev.bartizan.report.oscal.AssessmentResults;
import dev.bartizan.report.oscal.ComponentDefinition;
import dev.bartizan.report.oscal.PlanOfAction;
import dev.bartizan.report.risk.Remedies;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms in which work goes over to the tools of others. */
public enum Handover {
    /** A list of issues, each as the REST interface of GitHub takes it. */
    GITHUB,
    /** What the CSV importer of Jira reads. */
    JIRA,
    /** OSCAL plan of action and milestones. */
    OSCAL_POAM,
    /** OSCAL component definition: which controls the platform has, by NIST SP 800-53. */
    OSCAL_COMPONENT,
    /** OSCAL assessment results: how these controls stand. */
    OSCAL_RESULTS;

    /** As the command line writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Handover::word).toList();
    }

    public static Optional<Handover> named(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** @param chosen of the backlog; the component definition and the results are of all controls */
    public String write(RiskView view, List<Mitigation> chosen) {
        return switch (this) {
            case GITHUB -> GithubIssues.of(view.facts(), Remedies.of(view.snapshot()), chosen);
            case JIRA -> JiraCsv.of(view.facts(), Remedies.of(view.snapshot()), chosen);
            case OSCAL_POAM -> PlanOfAction.of(view.snapshot(), view.facts(), chosen);
            case OSCAL_COMPONENT -> ComponentDefinition.of(view.snapshot());
            case OSCAL_RESULTS -> AssessmentResults.of(view.snapshot());
        };
    }
}
