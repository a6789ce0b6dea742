package dev.bartizan.report.sarif;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.snapshot.JsonOutput;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Findings as SARIF 2.1.0 (OASIS standard): one run, one result per finding, worst first. Nothing in it tells the machine or the time of the
 * run, and paths are relative, so that equal snapshots give identical bytes.
 */
public final class SarifReport {
    /** What the file is called unless the user says otherwise. */
    public static final String NAME = "findings.sarif";

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final JsonOutput json;
    private final Snapshot snapshot;
    private final Optional<Comparison> comparison;
    private final SarifOptions options;
    private final Places places;
    private final Collection<Rule> rules;
    private final List<Finding> worstFirst;

    private SarifReport(JsonOutput json, Snapshot snapshot, Optional<Comparison> comparison, SarifOptions options) {
        this.json = json;
        this.snapshot = snapshot;
        this.comparison = comparison;
        this.options = options;
        places = new Places(json, snapshot.platform());
        rules = snapshot.controls().map(Rule::of).orElse(List.of());
        worstFirst = snapshot.controls().stream()
                .flatMap(controls -> controls.findings().stream())
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .toList();
    }

    /**
     * The stream is flushed and stays open.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public static void write(Snapshot snapshot, OutputStream out, SarifOptions options) {
        write(snapshot, Optional.empty(), out, options);
    }

    /** The same with what is new, against an older snapshot. */
    public static void write(
            Snapshot snapshot, Optional<Comparison> comparison, OutputStream out, SarifOptions options) {
        JsonOutput.write(out, json -> new SarifReport(json, snapshot, comparison, options).write());
    }

    private void write() {
        json.inRows().object().text("$schema", SCHEMA).text("version", "2.1.0").array("runs");
        json.inRows().object();
        tool();
        json.inRows().array("invocations").object().flag("executionSuccessful", true);
        notifications();
        json.end().end();
        json.text("columnKind", "utf16CodeUnits");
        snapshot.controls().ifPresent(this::results);
        properties();
        json.end().end().end();
    }

    private void tool() {
        json.object("tool").object("driver").text("name", "Bartizan");
        if (!options.version().isEmpty()) {
            json.text("version", options.version());
        }
        json.inRows().array("rules");
        for (Rule rule : rules) {
            rule.write(json, options.explanations().getOrDefault(rule.id(), ""));
        }
        json.end().end().end();
    }

    private void notifications() {
        json.inRows().array("toolExecutionNotifications");
        var notifications = new Notifications(json, places);
        if (snapshot.controls().isEmpty()) {
            notifications.baselineDidNotRun();
        }
        notifications.leftOut(worstFirst.subList(shown(), worstFirst.size()), worstFirst.size());
        notifications.problems(snapshot.problems(), options.maxNotifications());
        json.end();
    }

    /** An empty array says that nothing was found, none that nobody looked (3.14.23). */
    private void results(ControlFacts controls) {
        Map<String, Integer> indexes = new HashMap<>();
        rules.forEach(rule -> indexes.put(rule.id(), indexes.size()));
        Map<String, Waiver> waivers = new HashMap<>();
        controls.waivers().forEach(waiver -> waivers.put(waiver.finding(), waiver));
        var results = new Results(json, places, indexes, waivers, comparison, options.maxPlaces());
        json.inRows().array("results");
        worstFirst.subList(0, shown()).forEach(results::write);
        json.end();
    }

    private void properties() {
        json.object("properties")
                .text("asOf", snapshot.input().asOf().toString())
                .number("findings", worstFirst.size())
                .number("findingsLeftOut", worstFirst.size() - shown())
                .number("problems", snapshot.problems().size())
                .end();
    }

    private int shown() {
        return Math.min(options.maxResults(), worstFirst.size());
    }
}
