package dev.bartizan.report.document;

import dev.bartizan.diagram.MapOptions;
import dev.bartizan.diagram.PlatformMap;
import dev.bartizan.diagram.Svg;
import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.graph.IncidentFacts.Outcome;
import dev.bartizan.graph.Question;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Figure;
import dev.bartizan.report.document.Document.Figures;
import dev.bartizan.report.document.Document.Form;
import dev.bartizan.report.document.Document.Picture;
import dev.bartizan.report.document.Document.Point;
import dev.bartizan.report.document.Document.Points;
import dev.bartizan.report.document.Document.Signatures;
import dev.bartizan.report.document.Document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The threat model of a platform, to be shown to a room: one thought a page, every number of it from the facts. */
public final class ThreatModel {
    private static final int MOST_QUESTIONS = 14;
    private static final int MOST_NAMED = 3;

    private final Snapshot snapshot;
    private final Context context;
    private final AssetNames names;

    /**
     * What the document needs besides the facts.
     *
     * @param seal hash of the facts that signatures are bound to
     * @param roles who signs
     * @param controls titles by id
     * @param decided by id of the threat and its zones, a blank between them
     * @param before an older assessment to tell changes from
     */
    public record Context(
            String seal,
            List<String> roles,
            SortedMap<String, String> controls,
            SortedMap<String, Decided> decided,
            Optional<Snapshot> before) {
        public Context {
            roles = List.copyOf(roles);
        }

        /** Of what nobody signs. */
        public static Context of(SortedMap<String, String> controls) {
            return new Context("", List.of(), controls, new TreeMap<>(), Optional.empty());
        }

        Decided decided(ThreatScenario scenario) {
            return Optional.ofNullable(decided.get(scenario.threat() + " " + String.join(" ", scenario.zones())))
                    .orElse(Decided.NOTHING);
        }

        /** What a control is called, with its id. */
        String control(String id) {
            return Optional.ofNullable(controls.get(id))
                    .map(title -> title + " (" + id + ")")
                    .orElse(id);
        }
    }

    /** What was decided about a threat, who does it and until when; empty texts when nothing was. */
    public record Decided(String decision, String owner, String until) {
        static final Decided NOTHING = new Decided("", "", "");
    }

    private ThreatModel(Snapshot snapshot, Context context) {
        this.snapshot = snapshot;
        this.context = context;
        this.names = new AssetNames(snapshot.platform());
    }

    public static Document of(Snapshot snapshot, Context context) {
        return new ThreatModel(snapshot, context).document();
    }

    private Document document() {
        var chapters = new ArrayList<Chapter>();
        chapters.add(summary());
        for (ThreatModelSection section : ThreatModelSection.values()) {
            chapters.addAll(section(section));
        }
        String name = snapshot.platform().name();
        return new Document(
                "Threat model",
                (name.isEmpty() ? "AI platform" : name) + ", as of "
                        + snapshot.input().asOf(),
                snapshot.input().asOf(),
                context.seal(),
                Form.SLIDES,
                chapters);
    }

    private List<Chapter> section(ThreatModelSection section) {
        String heading = section.heading();
        return switch (section) {
            case SCOPE -> List.of(ScopeSlide.of(heading, snapshot));
            case MAP -> List.of(map(heading));
            case FLOWS -> FlowSlides.of(heading, snapshot);
            case THREATS -> threats(heading, facts -> ScenarioSlides.of(heading, facts, names, context));
            case PATHS -> paths(heading, facts -> PathSlides.paths(heading, facts, names));
            case CHOKE_POINTS -> paths(heading, facts -> PathSlides.chokePoints(heading, facts, names));
            case CONTROLS -> ControlSlides.of(heading, snapshot, context);
            case INCIDENTS -> incidents(heading);
            case DECISIONS -> DecisionSlides.of(heading, snapshot, names, context);
            case QUESTIONS -> threats(heading, facts -> questions(heading, facts));
            case CHANGES -> List.of(ChangeSlide.of(heading, snapshot, context.before(), names));
            case SIGN_OFF -> List.of(signOff(heading));
        };
    }

    private Chapter summary() {
        var figures = new ArrayList<Figure>();
        snapshot.threats().ifPresent(facts -> {
            figures.add(Figure.of(confirmed(facts), "threats are real here"));
            figures.add(Figure.of(facts.scenarios().size() - confirmed(facts), "hang on an open question"));
        });
        snapshot.attackPaths().ifPresent(facts -> {
            long reached = facts.jewels().stream()
                    .filter(jewel -> !jewel.paths().isEmpty())
                    .count();
            figures.add(new Figure(reached + " of " + facts.jewels().size(), "crown jewels can be got at"));
            figures.add(Figure.of(facts.chokePoints().size(), "fixes cut what a fix can cut"));
        });
        snapshot.incidents()
                .ifPresent(facts -> figures.add(Figure.of(
                        facts.incidents().stream()
                                .filter(replay -> replay.outcome() == Outcome.WOULD_WORK)
                                .count(),
                        "known incidents would work")));
        return new Chapter(
                "",
                figures.isEmpty()
                        ? List.of(new Text("Threats were not analysed."))
                        : List.of(new Figures(figures), new Points(worst())));
    }

    /** What to remember when everything else is forgotten. */
    private List<Point> worst() {
        var points = new ArrayList<Point>();
        snapshot.threats()
                .ifPresent(facts -> facts.scenarios().stream()
                        .filter(scenario -> scenario.truth().isConfirmed())
                        .limit(MOST_NAMED)
                        .forEach(scenario -> points.add(new Point(
                                Slides.mark(scenario),
                                scenario.title() + ", in " + AssetNames.zones(scenario.zones()),
                                List.of()))));
        snapshot.attackPaths()
                .ifPresent(facts -> facts.chokePoints().stream()
                        .limit(MOST_NAMED)
                        .forEach(fix -> points.add(new Point(
                                new Document.Mark("do first", Document.Tone.GOOD),
                                AssetNames.clip(fix.title(), 120),
                                List.of()))));
        return points;
    }

    private static long confirmed(ThreatFacts facts) {
        return facts.scenarios().stream()
                .filter(scenario -> scenario.truth().isConfirmed())
                .count();
    }

    private Chapter map(String heading) {
        var layout = PlatformMap.layout(snapshot, MapOptions.DEFAULT.forPaper());
        if (layout.zones().isEmpty()) {
            return Slides.absent(heading, "Nothing that has a place on a map was read.");
        }
        return new Chapter(
                heading,
                List.of(new Picture(
                        Svg.of(layout, snapshot.platform(), Svg.Theme.AUTO),
                        "Map: " + AssetNames.count(layout.zones().size(), "zone") + " in the lanes of their planes, "
                                + AssetNames.count(layout.bundles().size(), "bundle") + " of links between them")));
    }

    private interface Pages<T> {
        List<Chapter> of(T facts);
    }

    private List<Chapter> threats(String heading, Pages<ThreatFacts> pages) {
        return snapshot.threats().map(pages::of).orElse(List.of(Slides.absent(heading, "Threats were not analysed.")));
    }

    private List<Chapter> paths(String heading, Pages<AttackPathFacts> pages) {
        return snapshot.attackPaths()
                .map(pages::of)
                .orElse(List.of(Slides.absent(heading, "Attack paths were not looked for.")));
    }

    private List<Chapter> incidents(String heading) {
        return snapshot.incidents()
                .map(IncidentFacts::incidents)
                .map(replays -> IncidentSlides.of(heading, replays, names, context))
                .orElse(List.of(Slides.absent(heading, "Incidents were not replayed.")));
    }

    private static List<Chapter> questions(String heading, ThreatFacts facts) {
        List<List<String>> rows = facts.severeQuestions().stream()
                .map(question -> List.of(AssetNames.clip(question.text(), 240), question.place(), settles(question)))
                .toList();
        if (rows.isEmpty()) {
            return List.of(Slides.absent(heading, "No answer would change what is said of a severe threat."));
        }
        return Slides.table(
                heading,
                List.of(new Text("The answers that settle most, first. Each goes into bartizan.yaml.")),
                List.of("Question", "About", "Settles"),
                rows,
                MOST_QUESTIONS);
    }

    private static String settles(Question question) {
        return AssetNames.count(question.settles().size(), "threat");
    }

    private Chapter signOff(String heading) {
        return new Chapter(
                heading,
                List.of(
                        new Text("Signatures hold for the facts with the hash " + context.seal()
                                + ": a new threat, a new way to a crown jewel, a new crossing between zones or a lost control"
                                + " gives another one."),
                        new Signatures(context.roles())));
    }
}
