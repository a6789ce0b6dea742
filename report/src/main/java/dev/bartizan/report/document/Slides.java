package dev.bartizan.report.document;

import dev.bartizan.graph.Severity;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Grid;
import dev.bartizan.report.document.Document.Mark;
import dev.bartizan.report.document.Document.Note;
import dev.bartizan.report.document.Document.Point;
import dev.bartizan.report.document.Document.Points;
import dev.bartizan.report.document.Document.Text;
import dev.bartizan.report.document.Document.Tone;
import java.util.ArrayList;
import java.util.List;

/** Puts what is long onto as many pages as it needs, and says what there was no room for. */
final class Slides {
    private Slides() {}

    /**
     * A table over several pages.
     *
     * @param lead what stands above it on the first page
     * @param most rows in all; how many more there are is said below the last
     */
    static List<Chapter> table(
            String heading, List<Block> lead, List<String> columns, List<List<String>> rows, int perPage, int most) {
        List<List<String>> shown = rows.subList(0, Math.min(most, rows.size()));
        var pages = new ArrayList<Chapter>();
        for (int first = 0; first == 0 || first < shown.size(); first += perPage) {
            int last = Math.min(shown.size(), first + perPage);
            var blocks = new ArrayList<Block>();
            if (first == 0) {
                blocks.addAll(lead);
            }
            if (!shown.isEmpty()) {
                blocks.add(new Grid(columns, shown.subList(first, last)));
            }
            if (last == shown.size() && rows.size() > shown.size()) {
                blocks.add(new Note("and " + (rows.size() - shown.size()) + " more, in assessment.json"));
            }
            pages.add(new Chapter(page(heading, first / perPage), blocks));
        }
        return pages;
    }

    /** Statements over several pages. */
    static List<Chapter> points(String heading, List<Block> lead, List<Point> points, int perPage, int most) {
        List<Point> shown = points.subList(0, Math.min(most, points.size()));
        var pages = new ArrayList<Chapter>();
        for (int first = 0; first == 0 || first < shown.size(); first += perPage) {
            int last = Math.min(shown.size(), first + perPage);
            var blocks = new ArrayList<Block>();
            if (first == 0) {
                blocks.addAll(lead);
            }
            if (!shown.isEmpty()) {
                blocks.add(new Points(shown.subList(first, last)));
            }
            if (last == shown.size() && points.size() > shown.size()) {
                blocks.add(new Note("and " + (points.size() - shown.size()) + " more, in assessment.json"));
            }
            pages.add(new Chapter(page(heading, first / perPage), blocks));
        }
        return pages;
    }

    private static String page(String heading, int page) {
        return page == 0 ? heading : heading + " (" + (page + 1) + ")";
    }

    static Chapter absent(String heading, String reason) {
        return new Chapter(heading, List.of(new Text(reason)));
    }

    /** The severity, or that nobody knows whether it is so. */
    static Mark mark(ThreatScenario scenario) {
        return scenario.truth().isConfirmed()
                ? new Mark(scenario.severity().word(), tone(scenario.severity()))
                : new Mark("open, " + scenario.severity().word(), Tone.OPEN);
    }

    static Tone tone(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Tone.CRITICAL;
            case HIGH -> Tone.HIGH;
            case MEDIUM -> Tone.MEDIUM;
            case LOW -> Tone.LOW;
            case INFO -> Tone.PLAIN;
        };
    }
}
