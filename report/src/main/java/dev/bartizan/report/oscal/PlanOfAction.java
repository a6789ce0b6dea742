package dev.bartizan.report.oscal;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Accepted;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.snapshot.JsonOutput;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The backlog as a plan of action and milestones: an item for each mitigation, and the risks that the items are about. */
public final class PlanOfAction {
    private final OscalDocument document;
    private final JsonOutput json;

    private PlanOfAction(OscalDocument document) {
        this.document = document;
        json = document.json();
    }

    public static String of(Snapshot snapshot, RiskFacts facts, List<Mitigation> chosen) {
        return OscalDocument.write(
                snapshot,
                "plan-of-action-and-milestones",
                "Plan of action and milestones",
                document -> new PlanOfAction(document).write(facts, chosen));
    }

    private void write(RiskFacts facts, List<Mitigation> chosen) {
        json.object("system-id")
                .text("identifier-type", "http://ietf.org/rfc/rfc4122")
                .text("id", document.shared("system"))
                .end();
        Set<String> named = chosen.stream()
                .flatMap(one -> Stream.concat(one.closes().stream(), one.lowers().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Risk> risks = facts.risks().stream()
                .filter(risk -> named.contains(risk.scenario()))
                .toList();
        if (!risks.isEmpty()) {
            json.inRows().array("risks");
            risks.forEach(this::risk);
            json.end();
        }
        Set<String> known = risks.stream().map(Risk::scenario).collect(Collectors.toSet());
        json.inRows().array("poam-items");
        if (chosen.isEmpty()) {
            nothing();
        }
        chosen.forEach(one -> item(one, known));
        json.end();
    }

    private void risk(Risk risk) {
        String title =
                OscalDocument.line(risk.threat() + " " + risk.title() + " (" + String.join(" to ", risk.zones()) + ")");
        json.object()
                .text("uuid", document.shared("risk " + risk.scenario()))
                .text("title", title)
                .text("description", OscalDocument.line(risk.title()))
                .text(
                        "statement",
                        "Severity " + risk.severity().word() + ", without controls "
                                + risk.inherent().band().word() + ", with those that are evidenced "
                                + risk.residual().band().word()
                                + (risk.calibrated() ? "." : ", by placeholder figures."));
        json.array("props");
        document.property("severity", risk.severity().word());
        document.property("state", risk.state());
        json.end().text("status", status(risk)).end();
    }

    private static String status(Risk risk) {
        return risk.acceptance()
                        .filter(one -> one.standing() == Accepted.Standing.HOLDS)
                        .isPresent()
                ? "deviation-approved"
                : "open";
    }

    private void item(Mitigation one, Set<String> known) {
        json.object()
                .text("uuid", document.id("item " + one.id()))
                .text("title", OscalDocument.line(one.title()))
                .text(
                        "description",
                        OscalDocument.line("Done when these hold: " + String.join("; ", one.fixes()) + "."));
        json.array("props");
        document.property("severity", one.severity().word());
        document.property("effort", Integer.toString(one.effort()));
        one.due().ifPresent(day -> document.property("due", day.toString()));
        one.owners().forEach(owner -> document.property("owner", owner));
        one.with().forEach(other -> document.property("depends-on", document.id("item " + other)));
        json.end();
        List<String> about = Stream.concat(one.closes().stream(), one.lowers().stream())
                .filter(known::contains)
                .toList();
        if (!about.isEmpty()) {
            json.array("related-risks");
            about.forEach(scenario -> json.object()
                    .text("risk-uuid", document.shared("risk " + scenario))
                    .end());
            json.end();
        }
        json.end();
    }

    /** The schema wants an item. */
    private void nothing() {
        json.object()
                .text("uuid", document.id("nothing"))
                .text("title", "Nothing to do")
                .text("description", "No mitigation was chosen from the backlog.")
                .end();
    }
}
