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
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Puts what is long onto as many pages as it needs, and says what there was no room for. */
final class Slides {
    private Slides() {}

    /**
     * A table over as many pages as it needs.
     *
     * @param lead what stands above it on the first page
     * @param most rows in all; how many more there are is said below the last
     */
    static List<Chapter> table(
            String heading, List<Block> lead, List<String> columns, List<List<String>> rows, int most) {
        List<Double> widths = Room.columns(columns, rows);
        double head = Room.row(columns, widths);
        return pages(heading, lead, rows, most, head, row -> Room.row(row, widths), some -> new Grid(columns, some));
    }

    /** Statements over as many pages as they need. */
    static List<Chapter> points(String heading, List<Block> lead, List<Point> points, int most) {
        return pages(heading, lead, points, most, 0, Room::point, Points::new);
    }

    private static <T> List<Chapter> pages(
            String heading,
            List<Block> lead,
            List<T> all,
            int most,
            double head,
            ToDoubleFunction<T> height,
            Function<List<T>, Block> block) {
        List<T> shown = all.subList(0, Math.min(most, all.size()));
        var pages = new ArrayList<Chapter>();
        int first = 0;
        do {
            double left = Room.SLIDE
                    - head
                    - (all.size() > shown.size() ? Room.NOTE : 0)
                    - (first == 0 ? Room.lead(lead) : 0);
            int last = first;
            while (last < shown.size() && (last == first || height.applyAsDouble(shown.get(last)) <= left)) {
                left -= height.applyAsDouble(shown.get(last++));
            }
            var blocks = new ArrayList<>(first == 0 ? lead : List.of());
            if (last > first) {
                blocks.add(block.apply(shown.subList(first, last)));
            }
            if (last == shown.size() && all.size() > shown.size()) {
                blocks.add(new Note("and " + (all.size() - shown.size()) + " more, in assessment.json"));
            }
            pages.add(new Chapter(page(heading, pages.size()), blocks));
            first = last;
        } while (first < shown.size());
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
