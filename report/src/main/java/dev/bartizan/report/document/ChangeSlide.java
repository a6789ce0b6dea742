package dev.bartizan.report.document;

import dev.bartizan.graph.AttackPathFacts.Jewel;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Figure;
import dev.bartizan.report.document.Document.Figures;
import dev.bartizan.report.document.Document.Mark;
import dev.bartizan.report.document.Document.Note;
import dev.bartizan.report.document.Document.Point;
import dev.bartizan.report.document.Document.Points;
import dev.bartizan.report.document.Document.Text;
import dev.bartizan.report.document.Document.Tone;
import dev.bartizan.snapshot.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is new, and what is over, since an older assessment. Threats compare by their ids, which hang on the threat and the zones. */
final class ChangeSlide {
    private static final int MOST_POINTS = 7;

    private final Snapshot before;
    private final Snapshot now;
    private final AssetNames names;
    private final List<Point> points = new ArrayList<>();

    private ChangeSlide(Snapshot before, Snapshot now, AssetNames names) {
        this.before = before;
        this.now = now;
        this.names = names;
    }

    static Chapter of(String heading, Snapshot now, Optional<Snapshot> before, AssetNames names) {
        return before.map(old -> new ChangeSlide(old, now, names).chapter(heading))
                .orElseGet(() -> Slides.absent(
                        heading, "This is the first one, or no older assessment was given (--against OLD.json)."));
    }

    private Chapter chapter(String heading) {
        Comparison comparison = Comparison.of(before, now);
        if (before.threats().isPresent()) {
            threats();
        }
        if (before.attackPaths().isPresent()) {
            jewels();
        }
        var figures = List.of(
                Figure.of(comparison.addedAssets().size(), "assets came"),
                Figure.of(comparison.removedAssets().size(), "assets went"),
                Figure.of(comparison.addedLinks().size(), "links came"),
                Figure.of(comparison.added().size(), "findings came"),
                Figure.of(comparison.fixed().size(), "findings were fixed"));
        int more = points.size() - MOST_POINTS;
        return new Chapter(
                heading,
                List.of(
                        new Text("Since " + before.input().asOf() + ":"),
                        new Figures(figures),
                        points.isEmpty()
                                ? new Text(
                                        before.threats().isPresent()
                                                ? "No threat came, went or was decided."
                                                : "The older assessment holds no threats to compare with.")
                                : new Points(points.stream().limit(MOST_POINTS).toList()),
                        new Note(more > 0 ? "and " + more + " more" : "")));
    }

    private void threats() {
        SortedMap<String, ThreatScenario> old = scenarios(before);
        SortedMap<String, ThreatScenario> current = scenarios(now);
        current.values().stream()
                .filter(scenario -> scenario.truth().isConfirmed())
                .filter(scenario -> Optional.ofNullable(old.get(scenario.id()))
                        .filter(known -> known.truth().isConfirmed())
                        .isEmpty())
                .sorted((one, other) -> other.severity().compareTo(one.severity()))
                .forEach(scenario -> points.add(point(
                        old.containsKey(scenario.id()) ? "now confirmed" : "new",
                        Slides.tone(scenario.severity()),
                        scenario)));
        old.values().stream()
                .filter(scenario -> scenario.truth().isConfirmed())
                .filter(scenario -> Optional.ofNullable(current.get(scenario.id()))
                        .filter(known -> known.truth().isConfirmed())
                        .isEmpty())
                .forEach(scenario -> points.add(
                        current.containsKey(scenario.id())
                                ? point("now open", Tone.OPEN, scenario)
                                : point("no longer", Tone.GOOD, scenario)));
    }

    private static SortedMap<String, ThreatScenario> scenarios(Snapshot snapshot) {
        var byId = new TreeMap<String, ThreatScenario>();
        snapshot.threats()
                .map(ThreatFacts::scenarios)
                .orElse(List.of())
                .forEach(scenario -> byId.put(scenario.id(), scenario));
        return byId;
    }

    private static Point point(String word, Tone tone, ThreatScenario scenario) {
        return new Point(
                new Mark(word, tone), scenario.title() + ", in " + AssetNames.zones(scenario.zones()), List.of());
    }

    private void jewels() {
        SortedSet<String> old = reached(before);
        SortedSet<String> current = reached(now);
        current.stream()
                .filter(jewel -> !old.contains(jewel))
                .forEach(jewel -> points.add(
                        new Point(new Mark("new way", Tone.HIGH), "to the crown jewel " + names.of(jewel), List.of())));
        old.stream()
                .filter(jewel -> !current.contains(jewel))
                .forEach(jewel -> points.add(new Point(
                        new Mark("cut", Tone.GOOD), "no way leads to " + names.of(jewel) + " any more", List.of())));
    }

    private static SortedSet<String> reached(Snapshot snapshot) {
        var reached = new TreeSet<String>();
        snapshot.attackPaths()
                .ifPresent(facts -> facts.jewels().stream()
                        .filter(jewel -> !jewel.paths().isEmpty())
                        .map(Jewel::asset)
                        .forEach(reached::add));
        return reached;
    }
}
