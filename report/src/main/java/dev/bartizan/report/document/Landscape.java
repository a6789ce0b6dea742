package dev.bartizan.report.document;

import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.graph.IncidentFacts.Outcome;
import dev.bartizan.graph.IncidentFacts.Replay;
import dev.bartizan.graph.IncidentFacts.Step;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Figure;
import dev.bartizan.report.document.Document.Figures;
import dev.bartizan.report.document.Document.Form;
import dev.bartizan.report.document.Document.Grid;
import dev.bartizan.report.document.Document.Mark;
import dev.bartizan.report.document.Document.Point;
import dev.bartizan.report.document.Document.Points;
import dev.bartizan.report.document.Document.Text;
import dev.bartizan.report.document.Document.Tone;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What happened to others, by the pattern of the attack, and what of it would work on this platform. */
public final class Landscape {
    /** Those that every platform is asked about; others follow when there is something to tell. */
    private static final List<String> PATTERNS = List.of("supply-chain", "poisoning", "theft", "insider");

    private static final int MOST_INCIDENTS = 24;
    private static final int MOST_THREATS = 22;

    private final Snapshot snapshot;
    private final List<Replay> replays;
    private final List<ThreatScenario> scenarios;
    private final AssetNames names;
    private final ThreatModel.Context context;

    private Landscape(Snapshot snapshot, ThreatModel.Context context) {
        this.snapshot = snapshot;
        this.replays = snapshot.incidents().map(IncidentFacts::incidents).orElse(List.of());
        this.scenarios = snapshot.threats().map(ThreatFacts::scenarios).orElse(List.of()).stream()
                .filter(scenario -> scenario.truth().isConfirmed())
                .toList();
        this.names = new AssetNames(snapshot.platform());
        this.context = context;
    }

    public static Document of(Snapshot snapshot, ThreatModel.Context context) {
        return new Landscape(snapshot, context).document();
    }

    private Document document() {
        var chapters = new ArrayList<Chapter>();
        chapters.add(summary());
        for (String pattern : patterns()) {
            chapters.addAll(pattern(pattern));
        }
        String name = snapshot.platform().name();
        return new Document(
                "Threat landscape",
                (name.isEmpty() ? "AI platform" : name) + ", as of "
                        + snapshot.input().asOf(),
                snapshot.input().asOf(),
                "",
                Form.SLIDES,
                chapters);
    }

    private Set<String> patterns() {
        var patterns = new LinkedHashSet<>(PATTERNS);
        replays.forEach(replay -> patterns.addAll(replay.patterns()));
        scenarios.forEach(scenario -> patterns.addAll(scenario.patterns()));
        return patterns;
    }

    private Chapter summary() {
        if (snapshot.incidents().isEmpty()) {
            return Slides.absent("", "Incidents were not replayed: assess the manifests again.");
        }
        var rows = new ArrayList<List<String>>();
        for (String pattern : patterns()) {
            List<Replay> of = replays(pattern);
            rows.add(List.of(
                    spoken(pattern),
                    count(of, Outcome.WOULD_WORK),
                    count(of, Outcome.STOPPED),
                    count(of, Outcome.UNDECIDED),
                    count(of, Outcome.NOT_HERE),
                    Integer.toString(threats(pattern).size())));
        }
        return new Chapter(
                "",
                List.of(
                        IncidentSlides.figures(replays),
                        new Text("An incident or threat of several patterns is told under each."),
                        new Grid(
                                List.of(
                                        "Pattern",
                                        "Would work here",
                                        "Stopped",
                                        "Not decided",
                                        "Nothing of the kind",
                                        "Real threats"),
                                rows)));
    }

    private static String count(List<Replay> of, Outcome outcome) {
        return Long.toString(
                of.stream().filter(replay -> replay.outcome() == outcome).count());
    }

    private List<Replay> replays(String pattern) {
        return replays.stream()
                .filter(replay -> replay.patterns().contains(pattern))
                .toList();
    }

    private List<ThreatScenario> threats(String pattern) {
        return scenarios.stream()
                .filter(scenario -> scenario.patterns().contains(pattern))
                .toList();
    }

    private List<Chapter> pattern(String pattern) {
        List<Replay> of = replays(pattern);
        List<ThreatScenario> threats = threats(pattern);
        String title = spoken(pattern);
        var chapters = new ArrayList<Chapter>();
        var first = new ArrayList<Block>();
        first.add(figures(of, threats));
        first.add(new Points(cut(of)));
        chapters.add(new Chapter(title, first));
        List<Replay> touching = of.stream()
                .filter(replay -> replay.outcome() != Outcome.NOT_HERE)
                .sorted((one, other) -> one.outcome().compareTo(other.outcome()))
                .toList();
        if (!touching.isEmpty()) {
            chapters.addAll(Slides.points(
                    title + ": what happened, and here",
                    List.of(),
                    touching.stream()
                            .map(replay -> IncidentSlides.point(replay, names, context))
                            .toList(),
                    MOST_INCIDENTS));
        }
        if (!threats.isEmpty()) {
            chapters.addAll(Slides.table(
                    title + ": threats that are real",
                    List.of(),
                    List.of("Severity", "Threat", "Where", "On", "Missing"),
                    threats.stream().map(this::row).toList(),
                    MOST_THREATS));
        }
        return chapters;
    }

    private Figures figures(List<Replay> of, List<ThreatScenario> threats) {
        var touched = new TreeSet<String>();
        of.stream().map(Replay::asset).filter(asset -> !asset.isEmpty()).forEach(touched::add);
        threats.forEach(threat -> threat.places().forEach(place -> touched.add(place.asset())));
        return new Figures(List.of(
                new Figure(count(of, Outcome.WOULD_WORK) + " of " + of.size(), "incidents would work here"),
                Figure.of(threats.size(), "threats are real"),
                Figure.of(touched.size(), "of our components are touched")));
    }

    /** The fewest controls against what would work, and what no control stands against. */
    private List<Point> cut(List<Replay> of) {
        List<Replay> working = of.stream()
                .filter(replay -> replay.outcome() == Outcome.WOULD_WORK)
                .toList();
        if (working.isEmpty()) {
            return List.of(new Point(
                    new Mark("good", Tone.GOOD),
                    "No incident of this pattern would work here for certain.",
                    List.of()));
        }
        SmallestCut cut =
                SmallestCut.of(working.stream().map(Landscape::stoppers).toList());
        var points = new ArrayList<Point>();
        if (!cut.controls().isEmpty()) {
            points.add(Point.of(AssetNames.count(cut.controls().size(), "control")
                    + " would stop every incident below that a control stops"
                    + (cut.isFewest() ? "; no fewer do:" : ":")));
        }
        for (String control : cut.controls()) {
            String stopped = working.stream()
                    .filter(replay -> stoppers(replay).contains(control))
                    .map(Replay::title)
                    .collect(Collectors.joining("; "));
            points.add(
                    new Point(new Mark("missing", Tone.OPEN), context.control(control), List.of("stops " + stopped)));
        }
        String unstopped = working.stream()
                .filter(replay -> stoppers(replay).isEmpty())
                .map(Replay::title)
                .collect(Collectors.joining("; "));
        if (!unstopped.isEmpty()) {
            points.add(new Point(
                    new Mark("by design", Tone.HIGH), "No control of the catalogue stops: " + unstopped, List.of()));
        }
        return points;
    }

    private static NavigableSet<String> stoppers(Replay replay) {
        return replay.steps().stream()
                .map(Step::control)
                .filter(control -> !control.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> row(ThreatScenario threat) {
        return List.of(
                threat.severity().word(),
                AssetNames.clip(threat.title(), 120),
                AssetNames.zones(threat.zones()),
                names.some(
                        threat.places().stream()
                                .map(ThreatScenario.Place::asset)
                                .toList(),
                        3),
                String.join(", ", threat.missing()));
    }

    private static String spoken(String pattern) {
        return Character.toUpperCase(pattern.charAt(0)) + pattern.substring(1).replace('-', ' ');
    }
}
