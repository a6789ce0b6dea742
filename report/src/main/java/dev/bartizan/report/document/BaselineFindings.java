package dev.bartizan.report.document;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Grid;
import dev.bartizan.report.document.Document.Heading;
import dev.bartizan.report.document.Document.Mark;
import dev.bartizan.report.document.Document.Note;
import dev.bartizan.report.document.Document.Point;
import dev.bartizan.report.document.Document.Points;
import dev.bartizan.report.document.Document.Text;
import dev.bartizan.report.document.Document.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the checks found, layer by layer, and the lines that show it. */
final class BaselineFindings {
    private static final int MOST_OF_A_LAYER = 40;
    private static final int MOST_PLACES = 4;
    private static final int MOST_SHOWN = 120;
    private static final int MOST_EVIDENCE = 4;
    private static final int LONGEST = 240;

    private BaselineFindings() {}

    /** What nobody accepted, worst first; what is decided before what is not. */
    static List<Finding> inForce(Snapshot snapshot) {
        Set<String> waived = snapshot.controls().map(ControlFacts::waivers).orElse(List.of()).stream()
                .map(Waiver::finding)
                .collect(Collectors.toSet());
        return snapshot.controls().map(ControlFacts::findings).orElse(List.of()).stream()
                .filter(finding -> !waived.contains(finding.id()))
                .sorted(Comparator.comparing(Finding::severity)
                        .reversed()
                        .thenComparing(finding -> !finding.truth().isConfirmed()))
                .toList();
    }

    static List<Block> byLayer(Snapshot snapshot, List<Finding> findings) {
        if (snapshot.controls().isEmpty()) {
            return List.of(new Text("The baseline was not checked."));
        }
        var blocks = new ArrayList<Block>();
        blocks.add(
                new Text(
                        AssetNames.count(findings.size(), "finding")
                                + " in force, by layer and severity. One cause is one finding, whatever it is seen on; undecided ones hang on a question."));
        blocks.add(counts(findings));
        for (Layer layer : Layer.values()) {
            layer(
                    layer,
                    findings.stream()
                            .filter(finding -> finding.layer() == layer)
                            .toList(),
                    blocks);
        }
        return blocks;
    }

    private static Grid counts(List<Finding> findings) {
        var headings = new ArrayList<>(List.of("Layer"));
        List<Severity> severities = List.of(Severity.values()).reversed();
        severities.forEach(severity -> headings.add(severity.word()));
        headings.add("undecided");
        var rows = new ArrayList<List<String>>();
        for (Layer layer : Layer.values()) {
            var row = new ArrayList<>(List.of(layer.word()));
            for (Severity severity : severities) {
                row.add(count(findings, layer, severity));
            }
            row.add(Long.toString(findings.stream()
                    .filter(finding ->
                            finding.layer() == layer && !finding.truth().isConfirmed())
                    .count()));
            rows.add(row);
        }
        return new Grid(headings, rows);
    }

    private static String count(List<Finding> findings, Layer layer, Severity severity) {
        return Long.toString(findings.stream()
                .filter(finding -> finding.layer() == layer
                        && finding.severity() == severity
                        && finding.truth().isConfirmed())
                .count());
    }

    private static void layer(Layer layer, List<Finding> findings, List<Block> blocks) {
        String word = layer.word();
        blocks.add(new Heading(Character.toUpperCase(word.charAt(0)) + word.substring(1)));
        if (findings.isEmpty()) {
            blocks.add(new Text("Nothing was found."));
            return;
        }
        List<List<Finding>> alike = alike(findings);
        blocks.add(new Grid(
                List.of("Severity", "What", "Where", "Remedy"),
                alike.stream().limit(MOST_OF_A_LAYER).map(BaselineFindings::row).toList()));
        if (alike.size() > MOST_OF_A_LAYER) {
            blocks.add(new Note("and " + (alike.size() - MOST_OF_A_LAYER) + " more kinds, in assessment.json"));
        }
    }

    /** Findings of one check and grade read as one, in the order of the first of them. */
    private static List<List<Finding>> alike(List<Finding> findings) {
        return List.copyOf(findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.rule() + " " + grade(finding) + " " + finding.title(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values());
    }

    private static List<String> row(List<Finding> alike) {
        Finding first = alike.getFirst();
        var places = new ArrayList<String>(
                alike.stream().map(BaselineFindings::where).limit(MOST_PLACES).toList());
        if (alike.size() > MOST_PLACES) {
            places.add((alike.size() - MOST_PLACES) + " more findings");
        }
        return List.of(
                grade(first),
                AssetNames.clip(first.title(), LONGEST) + " (" + first.rule() + ")"
                        + (alike.size() > 1 ? ", " + alike.size() + " findings" : ""),
                String.join(", ", places),
                AssetNames.clip(first.remedy(), LONGEST));
    }

    private static String where(Finding finding) {
        int more = finding.members().size() - 1;
        return AssetNames.place(finding.location()) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String grade(Finding finding) {
        return finding.severity().word() + (finding.truth().isConfirmed() ? "" : ", undecided");
    }

    /** The lines of the input that show each finding, worst first. */
    static List<Block> evidence(Snapshot snapshot, List<Finding> findings) {
        if (findings.isEmpty()) {
            return List.of(new Text("No finding is in force."));
        }
        var names = new AssetNames(snapshot.platform());
        var blocks = new ArrayList<Block>();
        blocks.add(new Text("What was seen, where, for each finding in force, worst first."));
        blocks.add(new Points(findings.stream()
                .limit(MOST_SHOWN)
                .map(finding -> point(finding, names))
                .toList()));
        if (findings.size() > MOST_SHOWN) {
            blocks.add(new Note("and " + (findings.size() - MOST_SHOWN) + " more, in assessment.json"));
        }
        return blocks;
    }

    private static Point point(Finding finding, AssetNames names) {
        return new Point(
                new Mark(grade(finding), finding.truth().isConfirmed() ? Slides.tone(finding.severity()) : Tone.OPEN),
                AssetNames.clip(finding.title(), LONGEST) + " (" + finding.rule() + "), " + names.of(finding.asset())
                        + (finding.references().isEmpty() ? "" : "; " + String.join(", ", finding.references())),
                AssetNames.places(finding.evidence(), MOST_EVIDENCE));
    }
}
