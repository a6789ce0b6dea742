package dev.bartizan.report.findings;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.report.terminal.Printable;
import dev.bartizan.snapshot.JsonOutput;
import dev.bartizan.source.Location;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Findings in lines and as JSON. */
public record FindingWriting(List<Finding> findings) {
    private static final int MOST_EVIDENCE = 5;

    public FindingWriting {
        findings = List.copyOf(findings);
    }

    /** For a terminal: each with its place, what was seen and what to do. */
    public String text() {
        var lines = new ArrayList<String>();
        for (Finding finding : findings) {
            lines.add(String.format(Locale.ROOT, "%-8s  %s: %s", severity(finding), finding.rule(), finding.title()));
            List<Evidence> evidence = finding.evidence();
            evidence.stream()
                    .limit(MOST_EVIDENCE)
                    .forEach(seen -> lines.add("          " + seen.statement() + "  " + seen.location()));
            if (evidence.size() > MOST_EVIDENCE) {
                lines.add("          and " + (evidence.size() - MOST_EVIDENCE) + " more");
            }
            lines.add("          " + finding.remedy());
        }
        lines.add(findings.size() == 1 ? "1 finding" : findings.size() + " findings");
        return String.join("\n", lines.stream().map(Printable::of).toList()) + "\n";
    }

    private static String severity(Finding finding) {
        String word = finding.severity().word().toUpperCase(Locale.ROOT);
        return finding.truth().isConfirmed() ? word : word + "?";
    }

    /** {@code {"findings": [...]}}, with the keys of {@code assessment.json}. */
    public String json() {
        var out = new ByteArrayOutputStream();
        JsonOutput.write(out, json -> {
            json.object().inRows().array("findings");
            findings.forEach(finding -> write(finding, json));
            json.end().end();
        });
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void write(Finding finding, JsonOutput json) {
        json.object()
                .text("id", finding.id())
                .text("rule", finding.rule())
                .text("title", finding.title())
                .text("severity", finding.severity().word())
                .text("truth", finding.truth().word())
                .text("asset", finding.asset());
        place(finding.location(), json);
        json.array("evidence");
        finding.evidence().forEach(seen -> {
            json.object().text("statement", seen.statement());
            place(seen.location(), json);
            json.end();
        });
        json.end().text("remedy", finding.remedy()).end();
    }

    private static void place(Location location, JsonOutput json) {
        json.object("location")
                .text("file", location.file())
                .number("line", location.line())
                .number("column", location.column())
                .text("pointer", location.pointer())
                .end();
    }
}
