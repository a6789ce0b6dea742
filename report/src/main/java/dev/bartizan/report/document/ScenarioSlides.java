package dev.bartizan.report.document;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Figure;
import dev.bartizan.report.document.Document.Figures;
import dev.bartizan.report.document.Document.Mark;
import dev.bartizan.report.document.Document.Note;
import dev.bartizan.report.document.Document.Point;
import dev.bartizan.report.document.Document.Points;
import dev.bartizan.report.document.Document.Text;
import dev.bartizan.report.document.Document.Tone;
import java.util.ArrayList;
import java.util.List;

/** The threats that are real: a table of them, and a page for each of the worst. */
final class ScenarioSlides {
    private static final int ROWS_A_PAGE = 12;
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
                ROWS_A_PAGE,
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

    private static Block decided(ThreatFacts facts) {
        var points = new ArrayList<Point>();
        for (Layer layer : Layer.values()) {
            ThreatFacts.Result result = facts.layer(layer);
            int decided = result.confirmed() + result.refuted();
            points.add(Point.of(result.applicable() == 0
                    ? "In layer " + layer.word() + " no threat of the catalogue is about anything."
                    : "In layer " + layer.word() + " " + decided + " of " + result.applicable()
                            + " questions whether a threat is real on an asset are decided: " + result.confirmed()
                            + " yes, " + result.refuted() + " no."));
        }
        return new Points(points);
    }

    private static List<String> row(ThreatScenario scenario) {
        return List.of(
                scenario.severity().word(),
                AssetNames.clip(scenario.title(), 120),
                String.join(" to ", scenario.zones()),
                Integer.toString(scenario.places().size()),
                String.join(", ", scenario.missing()));
    }

    private static List<Block> page(ThreatScenario scenario, AssetNames names, ThreatModel.Context context) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Points(List.of(new Point(
                Slides.mark(scenario), "in " + String.join(" to ", scenario.zones()) + ", " + scenario.layer().word() + ", "
                        + String.join(", ", scenario.patterns()).replace('-', ' ') + "; " + scenario.severityReason(),
                List.of()))));
        blocks.add(new Text(scenario.story()));
        var points = new ArrayList<Point>();
        for (ThreatScenario.Place place : scenario.places().stream().limit(MOST_PLACES).toList()) {
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
