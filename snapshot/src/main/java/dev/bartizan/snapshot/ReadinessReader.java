package dev.bartizan.snapshot;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.Answer;
import dev.bartizan.graph.ReadinessFacts.Change;
import dev.bartizan.graph.ReadinessFacts.DomainScore;
import dev.bartizan.graph.ReadinessFacts.Measurement;
import dev.bartizan.graph.ReadinessFacts.Point;
import dev.bartizan.graph.ReadinessFacts.Provenance;
import dev.bartizan.graph.ReadinessFacts.Rung;
import dev.bartizan.graph.ReadinessFacts.Scorecard;
import dev.bartizan.graph.ReadinessFacts.Standing;
import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.snapshot.json.Shape;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the key {@code readiness}. */
final class ReadinessReader {
    private static final Shape READINESS =
            Shape.of("version", "catalogue", "asOf", "platform", "answers", "teams", "history", "changes", "limits");
    private static final Shape SCORECARD = Shape.of("name", "assets", "score", "confidence", "domains", "levels");
    private static final Shape DOMAIN = Shape.of("domain", "title", "weight", "score", "confidence");
    private static final Shape POINT = Shape.of("asOf", "platform");
    private static final Shape CHANGE = Shape.of("kind", "subject", "statement");
    private static final Shape ANSWER = Shape.of(
                    "question",
                    "domain",
                    "ask",
                    "weight",
                    "cadence",
                    "provenance",
                    "level",
                    "reached",
                    "missed",
                    "review",
                    "due",
                    "rungs",
                    "evidence",
                    "notes",
                    "maps")
            .optional("answered");
    private static final Shape RUNG = Shape.of("level", "lifts", "standing", "measured");
    private static final Shape MEASUREMENT = Shape.of("measure", "target", "standing", "part", "open", "whole", "gap")
            .optional("date");
    private static final Map<String, Provenance> PROVENANCES = Words.of(Provenance.values(), Provenance::word);
    private static final Map<String, Standing> STANDINGS = Words.of(Standing.values(), Standing::word);
    private static final Map<String, Change.Kind> KINDS = Words.of(Change.Kind.values(), Change.Kind::word);
    private static final Scorecard NO_CARD = new Scorecard("", 0, 0, 0, List.of(), new TreeMap<>());

    private final JsonCursor cursor;
    private final FindingReader findings;
    private Optional<ReadinessFacts> facts = Optional.empty();

    ReadinessReader(JsonCursor cursor, LocationReader locations) {
        this.cursor = cursor;
        this.findings = new FindingReader(cursor, locations);
    }

    /** Empty when nobody asked how ready the platform is. */
    Optional<ReadinessFacts> facts() {
        return facts;
    }

    void read() {
        String catalogue = "";
        LocalDate asOf = LocalDate.EPOCH;
        Scorecard platform = NO_CARD;
        List<Answer> answers = List.of();
        List<Scorecard> teams = List.of();
        List<Point> history = List.of();
        List<Change> changes = List.of();
        List<String> limits = List.of();
        cursor.open("the readiness", READINESS);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "version" -> cursor.number(0);
                case "catalogue" -> catalogue = cursor.text();
                case "asOf" -> asOf = cursor.date();
                case "platform" -> platform = scorecard();
                case "answers" -> answers = cursor.list("the answers", this::answer);
                case "teams" -> teams = cursor.list("the teams", this::scorecard);
                case "history" -> history = cursor.list("the history", this::point);
                case "changes" -> changes = cursor.list("the changes", this::change);
                case "limits" -> limits = cursor.texts("the limits");
            }
        }
        facts = Optional.of(new ReadinessFacts(catalogue, asOf, answers, platform, teams, history, changes, limits));
    }

    private Scorecard scorecard() {
        String name = "";
        int assets = 0;
        int score = 0;
        int confidence = 0;
        List<DomainScore> domains = List.of();
        SortedMap<String, Integer> levels = new TreeMap<>();
        cursor.open("a scorecard", SCORECARD);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "name" -> name = cursor.sharedText();
                case "assets" -> assets = cursor.number(0);
                case "score" -> score = cursor.number(0);
                case "confidence" -> confidence = cursor.number(0);
                case "domains" -> domains = cursor.list("the domains", this::domain);
                case "levels" -> cursor.entries("the levels", question -> levels.put(question, cursor.number(0)));
            }
        }
        return new Scorecard(name, assets, score, confidence, domains, levels);
    }

    private DomainScore domain() {
        String domain = "";
        String title = "";
        int weight = 1;
        int score = 0;
        int confidence = 0;
        cursor.open("a domain", DOMAIN);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "domain" -> domain = cursor.sharedText();
                case "title" -> title = cursor.sharedText();
                case "weight" -> weight = cursor.number(1);
                case "score" -> score = cursor.number(0);
                case "confidence" -> confidence = cursor.number(0);
            }
        }
        return new DomainScore(domain, title, weight, score, confidence);
    }

    private Point point() {
        LocalDate asOf = LocalDate.EPOCH;
        Scorecard platform = NO_CARD;
        cursor.open("an earlier scorecard", POINT);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "asOf" -> asOf = cursor.date();
                case "platform" -> platform = scorecard();
            }
        }
        return new Point(asOf, platform);
    }

    private Change change() {
        var kind = Change.Kind.LOST_CONTROL;
        String subject = "";
        String statement = "";
        cursor.open("a change", CHANGE);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "kind" -> kind = cursor.word(KINDS, kind);
                case "subject" -> subject = cursor.text();
                case "statement" -> statement = cursor.text();
            }
        }
        return new Change(kind, subject, statement);
    }

    private Answer answer() {
        String question = "";
        String domain = "";
        String ask = "";
        int weight = 1;
        Period cadence = Period.ofDays(1);
        var provenance = Provenance.NOBODY;
        int level = 0;
        int reached = 0;
        int missed = 0;
        Optional<LocalDate> answered = Optional.empty();
        LocalDate review = LocalDate.EPOCH;
        List<String> due = List.of();
        List<Rung> rungs = List.of();
        List<Evidence> evidence = List.of();
        List<String> notes = List.of();
        List<String> maps = List.of();
        cursor.open("an answer", ANSWER);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "question" -> question = cursor.sharedText();
                case "domain" -> domain = cursor.sharedText();
                case "ask" -> ask = cursor.text();
                case "weight" -> weight = cursor.number(1);
                case "cadence" -> cadence = period();
                case "provenance" -> provenance = cursor.word(PROVENANCES, provenance);
                case "level" -> level = level();
                case "reached" -> reached = level();
                case "missed" -> missed = cursor.number(0);
                case "answered" -> answered = Optional.of(cursor.date());
                case "review" -> review = cursor.date();
                case "due" -> due = cursor.texts("what makes it due");
                case "rungs" -> rungs = cursor.list("the rungs", this::rung);
                case "evidence" -> evidence = cursor.list("the evidence", findings::evidence);
                case "notes" -> notes = cursor.texts("the notes");
                case "maps" -> maps = cursor.texts("the maps");
            }
        }
        if (level > reached) {
            cursor.problem("snapshot-contradiction", "a level is above what was reached", JsonCursor.WRITE_AGAIN);
            level = reached;
        }
        return new Answer(
                question,
                domain,
                ask,
                weight,
                cadence,
                provenance,
                level,
                reached,
                missed,
                answered,
                review,
                due,
                rungs,
                evidence,
                notes,
                maps);
    }

    private int level() {
        int level = cursor.number(0);
        if (level > ReadinessFacts.HIGHEST) {
            cursor.problem(
                    "snapshot-wrong-type", "a level is from 0 to " + ReadinessFacts.HIGHEST, JsonCursor.WRITE_AGAIN);
            return 0;
        }
        return level;
    }

    private Period period() {
        try {
            Period period = Period.parse(cursor.text());
            if (!period.isNegative() && !period.isZero()) {
                return period;
            }
        } catch (DateTimeParseException e) {
            // Told below, as what is no period at all.
        }
        cursor.problem("snapshot-wrong-type", "a period like P30D was expected here", JsonCursor.WRITE_AGAIN);
        return Period.ofDays(1);
    }

    private Rung rung() {
        int level = 1;
        String lifts = "";
        var standing = Standing.OPEN;
        List<Measurement> measured = List.of();
        cursor.open("a level", RUNG);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "level" -> level = cursor.number(1);
                case "lifts" -> lifts = cursor.text();
                case "standing" -> standing = cursor.word(STANDINGS, standing);
                case "measured" -> measured = cursor.list("the measurements", this::measurement);
            }
        }
        return new Rung(level, lifts, standing, measured);
    }

    private Measurement measurement() {
        String measure = "";
        String target = "";
        var standing = Standing.OPEN;
        long part = 0;
        long open = 0;
        long whole = 0;
        Optional<LocalDate> date = Optional.empty();
        String gap = "";
        cursor.open("a measurement", MEASUREMENT);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "measure" -> measure = cursor.sharedText();
                case "target" -> target = cursor.sharedText();
                case "standing" -> standing = cursor.word(STANDINGS, standing);
                case "part" -> part = cursor.quantity();
                case "open" -> open = cursor.quantity();
                case "whole" -> whole = cursor.quantity();
                case "date" -> date = Optional.of(cursor.date());
                case "gap" -> gap = cursor.sharedText();
            }
        }
        return new Measurement(measure, target, standing, part, open, whole, date, gap);
    }
}
