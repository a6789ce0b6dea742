package dev.bartizan.report.document;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Form;
import dev.bartizan.report.document.Document.Grid;
import dev.bartizan.report.document.Document.Lead;
import dev.bartizan.report.document.Document.Lines;
import dev.bartizan.report.document.Document.Mark;
import dev.bartizan.report.document.Document.Note;
import dev.bartizan.report.document.Document.Point;
import dev.bartizan.report.document.Document.Points;
import dev.bartizan.report.document.Document.Text;
import dev.bartizan.report.document.Document.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The printed part of a workshop: an agenda, and a card for each threat and each missing control, with room to write. */
public final class WorkshopCards {
    private static final int WELCOME = 10;
    private static final int PLATFORM = 15;
    private static final int A_CARD = 5;
    private static final int DECISIONS = 20;
    private static final int CLOSE = 10;
    private static final int MOST_CONTROLS = 12;
    private static final int MOST_PLACES = 2;
    private static final int ROOM = 6;

    /** Blanks that a browser keeps. */
    private static final String WIDE = "\u2003\u2003";

    private final Snapshot snapshot;
    private final WorkshopDeck deck;
    private final ThreatModel.Context context;
    private final AssetNames names;

    private WorkshopCards(Snapshot snapshot, WorkshopDeck deck, ThreatModel.Context context) {
        this.snapshot = snapshot;
        this.deck = deck;
        this.context = context;
        this.names = new AssetNames(snapshot.platform());
    }

    public static Document of(Snapshot snapshot, WorkshopDeck deck, ThreatModel.Context context) {
        return new WorkshopCards(snapshot, deck, context).document();
    }

    private Document document() {
        var chapters = new ArrayList<Chapter>();
        chapters.add(new Chapter(
                "",
                List.of(
                        new Text(AssetNames.count(deck.cards().size(), "threat")
                                + " worth a talk, the worst first, those before the others that hang on an answer."
                                + (deck.omitted() == 0 ? "" : " " + deck.omitted() + " more are in assessment.json.")),
                        new Note("Where: ______________________" + WIDE + "When: ______________________" + WIDE
                                + "Host: ______________________"))));
        chapters.add(new Chapter("Agenda", List.of(agenda())));
        chapters.add(new Chapter("How we vote", rules()));
        deck.cards().forEach(card -> chapters.add(card(card)));
        deck.missing().stream().limit(MOST_CONTROLS).forEach(control -> chapters.add(control(control)));
        String name = snapshot.platform().name();
        return new Document(
                "Threat workshop",
                (name.isEmpty() ? "AI platform" : name) + ", as of "
                        + snapshot.input().asOf(),
                snapshot.input().asOf(),
                "",
                Form.SLIDES,
                chapters);
    }

    private Grid agenda() {
        int talk = A_CARD * deck.cards().size();
        var rows = new ArrayList<List<String>>();
        int minute = 0;
        minute = item(
                rows,
                minute,
                WELCOME,
                "Welcome",
                "Who is here, what the platform is for, what a wrong decision costs.");
        minute = item(rows, minute, PLATFORM, "The platform", "The map: what is new, what is missing on it.");
        minute = item(
                rows,
                minute,
                talk,
                "Threats, card after card",
                A_CARD + " minutes each: read the story, vote in silence, reveal, talk where the votes lie apart.");
        minute = item(
                rows, minute, DECISIONS, "Decisions", "Mitigate, avoid, transfer, accept or later; who, until when.");
        item(rows, minute, CLOSE, "Close", "Save the file, say who puts it beside bartizan.yaml.");
        return new Grid(List.of("From", "Minutes", "What", "How"), rows);
    }

    private static int item(List<List<String>> rows, int from, int minutes, String what, String how) {
        rows.add(List.of(
                String.format(Locale.ROOT, "%d:%02d", from / 60, from % 60), Integer.toString(minutes), what, how));
        return from + minutes;
    }

    private static List<Block> rules() {
        return List.of(
                new Points(
                        List.of(
                                Point.of(
                                        "Everybody votes before anybody speaks: how much does this worry you, 0 (not at all) to 5 (it keeps me awake)?"),
                                Point.of(
                                        "Votes are seen together. Who voted lowest and highest speak first; the others ask."),
                                Point.of(
                                        "A question on the card is answered by who knows, with a place where it can be looked up, or it stays open."),
                                Point.of("An acceptance has a reason, a name and an end."),
                                Point.of(
                                        "What was said goes into workshop.html, which saves it to a file that bartizan.yaml takes in."))));
    }

    private Chapter card(WorkshopDeck.Card card) {
        ThreatScenario scenario = card.scenario();
        var points = new ArrayList<Point>();
        points.add(new Point(
                Slides.mark(scenario),
                "in " + AssetNames.zones(scenario.zones()) + ", on "
                        + names.some(
                                scenario.places().stream()
                                        .map(ThreatScenario.Place::asset)
                                        .toList(),
                                4),
                scenario.places().stream()
                        .limit(MOST_PLACES)
                        .flatMap(place -> AssetNames.places(place.evidence(), 1).stream())
                        .toList()));
        points.add(new Point(new Mark("question", Tone.LOW), AssetNames.clip(card.question(), 300), List.of()));
        return new Chapter(
                scenario.title(),
                List.of(
                        new Lead(scenario.story()),
                        new Points(points),
                        new Note(scenario.threat() + WIDE + "My vote: 0 \u2002 1 \u2002 2 \u2002 3 \u2002 4 \u2002 5"
                                + WIDE + "Decision: mitigate \u2002 avoid \u2002 transfer \u2002 accept \u2002 later"),
                        new Lines(ROOM)));
    }

    private Chapter control(String control) {
        String stops = deck.cards().stream()
                .map(WorkshopDeck.Card::scenario)
                .filter(scenario -> scenario.missing().contains(control))
                .map(ThreatScenario::title)
                .distinct()
                .collect(Collectors.joining("; "));
        return new Chapter(
                "Control " + control,
                List.of(
                        new Lead(context.control(control)),
                        new Points(List.of(new Point(new Mark("missing", Tone.OPEN), "against: " + stops, List.of()))),
                        new Note("What would it take here? a line \u2002 a tested change \u2002 a piece of work" + WIDE
                                + "Owner: ________________"),
                        new Lines(ROOM)));
    }
}
