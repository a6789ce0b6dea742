package dev.bartizan.report.document;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Figure;
import dev.bartizan.report.document.Document.Figures;
import dev.bartizan.report.document.Document.Grid;
import dev.bartizan.report.document.Document.Lead;
import dev.bartizan.report.document.Document.Mark;
import dev.bartizan.report.document.Document.Note;
import dev.bartizan.report.document.Document.Point;
import dev.bartizan.report.document.Document.Points;
import dev.bartizan.report.document.Document.Tone;
import java.util.ArrayList;
import java.util.List;

/** The threats that are real: a table of them, and a page for each of the worst. */
final class ScenarioSlides {
    private static final int MOST_ROWS = 48;
    private static final int MOST_PAGES = 8;
    private static final int MOST_PLACES = 3;
    private static final int MOST_EVIDENCE = 2;

    private ScenarioSlides() {}

    static List<Chapter> of(String heading, ThreatFacts facts, AssetNames names, ThreatModel.Context context) {
        List<ThreatScenario> real = facts.scenarios().stream()
                .filter(scenario -> scenario.truth().isConfirmed())
                .toList();
        var chapters = new ArrayList<Chapter>();
        chapters.add(new Chapter(heading, List.of(new Figures(layers(facts)), decided(facts))));
        if (real.isEmpty()) {
            return chapters;
        }
        chapters.addAll(Slides.table(
                "Threats that are real here",
                List.of(),
                List.of("Severity", "Threat", "Where", "Assets", "Missing"),
                real.stream().map(ScenarioSlides::row).toList(),
                MOST_ROWS));
        real.stream()
                .limit(MOST_PAGES)
                .forEach(scenario -> chapters.add(new Chapter(scenario.title(), page(scenario, names, context))));
        return chapters;
    }

    private static List<Figure> layers(ThreatFacts facts) {
        var figures = new ArrayList<Figure>();
        for (Layer layer : Layer.values()) {
            figures.add(Figure.of(facts.layer(layer).confirmed(), layer.word() + ": confirmed"));
        }
        return figures;
    }

    /** How much is decided, by layer: of the pairs of a threat and an asset that it can be about. */
    private static Block decided(ThreatFacts facts) {
        var rows = new ArrayList<List<String>>();
        for (Layer layer : Layer.values()) {
            ThreatFacts.Result result = facts.layer(layer);
            int decided = result.confirmed() + result.refuted();
            rows.add(List.of(
                    layer.word(),
                    Integer.toString(result.applicable()),
                    Integer.toString(result.confirmed()),
                    Integer.toString(result.refuted()),
                    Integer.toString(result.undecided()),
                    result.applicable() == 0 ? "" : 100 * decided / result.applicable() + " %"));
        }
        return new Grid(List.of("Layer", "A threat asked about an asset", "Real", "Not", "Open", "Decided"), rows);
    }

    private static List<String> row(ThreatScenario scenario) {
        return List.of(
                scenario.severity().word(),
                AssetNames.clip(scenario.title(), 120),
                AssetNames.zones(scenario.zones()),
                Integer.toString(scenario.places().size()),
                String.join(", ", scenario.missing()));
    }

    private static List<Block> page(ThreatScenario scenario, AssetNames names, ThreatModel.Context context) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Points(List.of(new Point(
                Slides.mark(scenario),
                "in " + AssetNames.zones(scenario.zones()) + ", "
                        + scenario.layer().word() + ", "
                        + String.join(", ", scenario.patterns()).replace('-', ' ') + "; " + scenario.severityReason(),
                List.of()))));
        blocks.add(new Lead(scenario.story()));
        var points = new ArrayList<Point>();
        for (ThreatScenario.Place place :
                scenario.places().stream().limit(MOST_PLACES).toList()) {
            points.add(new Point(
                    Mark.NONE,
                    AssetNames.clip(place.statement(), 240),
                    AssetNames.places(place.evidence(), MOST_EVIDENCE)));
        }
        int more = scenario.places().size() - points.size();
        if (more > 0) {
            points.add(Point.of("and on " + AssetNames.count(more, "other asset") + ": "
                    + names.some(
                            scenario.places().stream()
                                    .skip(MOST_PLACES)
                                    .map(ThreatScenario.Place::asset)
                                    .toList(),
                            6)));
        }
        scenario.missing()
                .forEach(control ->
                        points.add(new Point(new Mark("missing", Tone.OPEN), context.control(control), List.of())));
        blocks.add(new Points(points));
        blocks.add(new Note(scenario.threat() + "  " + String.join("  ", scenario.references())));
        return blocks;
    }
}
