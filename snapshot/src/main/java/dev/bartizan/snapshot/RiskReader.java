package dev.bartizan.snapshot;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Accepted;
import dev.bartizan.graph.RiskFacts.AppetiteResult;
import dev.bartizan.graph.RiskFacts.Band;
import dev.bartizan.graph.RiskFacts.Curve;
import dev.bartizan.graph.RiskFacts.Curves;
import dev.bartizan.graph.RiskFacts.Driver;
import dev.bartizan.graph.RiskFacts.Estimate;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.RiskFacts.Point;
import dev.bartizan.graph.RiskFacts.Rating;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.RiskSettings.Method;
import dev.bartizan.graph.Severity;
import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.snapshot.json.Shape;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the keys that {@link RiskWriter} writes. */
final class RiskReader {
    private static final Shape RISKS = Shape.of("version", "currency", "scenarios", "drivers", "limits")
            .optional("inherent", "residual", "calibrated", "appetite");
    private static final Shape RISK = Shape.of(
                    "scenario",
                    "threat",
                    "title",
                    "layer",
                    "severity",
                    "confirmed",
                    "zones",
                    "owners",
                    "calibrated",
                    "inherent",
                    "residual",
                    "arithmetic",
                    "missing",
                    "state")
            .optional("rating", "acceptance");
    private static final Shape RATING = Shape.of("method", "level", "value", "basis", "own");
    private static final Shape ESTIMATE = Shape.of("frequency", "magnitude", "low", "high", "band");
    private static final Shape ACCEPTED = Shape.of("owner", "reason", "expires", "standing");
    private static final Shape CURVE = Shape.of("expected", "error", "points", "low", "high", "quantiles");
    private static final Shape POINT = Shape.of("loss", "probability");
    private static final Shape APPETITE =
            Shape.of("verdict", "tolerance", "crossing", "excess", "comparable", "reasons");
    private static final Shape DRIVER = Shape.of("input", "low", "high");
    private static final Shape MITIGATION = Shape.of(
                    "id",
                    "title",
                    "fixes",
                    "effort",
                    "avoided",
                    "closes",
                    "lowers",
                    "findings",
                    "severity",
                    "owners",
                    "with",
                    "cutsPaths")
            .optional("due");
    private static final Map<String, Layer> LAYERS = Words.of(Layer.values(), Layer::word);
    private static final Map<String, Severity> SEVERITIES = Words.of(Severity.values(), Severity::word);
    private static final Map<String, Band> BANDS = Words.of(Band.values(), Band::word);
    private static final Map<String, Accepted.Standing> STANDINGS =
            Words.of(Accepted.Standing.values(), Accepted.Standing::word);
    private static final Map<String, Method> METHODS = Words.of(Method.values(), Method::word);
    private static final Map<String, AppetiteResult.Verdict> VERDICTS =
            Words.of(AppetiteResult.Verdict.values(), AppetiteResult.Verdict::word);
    private static final Estimate NOTHING = new Estimate(0, 0, 0, 0, Band.NEGLIGIBLE);

    private final JsonCursor cursor;
    private boolean isPresent;
    private String currency = "";
    private List<Risk> risks = List.of();
    private List<Mitigation> backlog = List.of();
    private Optional<Curve> inherent = Optional.empty();
    private Optional<Curve> residual = Optional.empty();
    private Optional<Curve> calibrated = Optional.empty();
    private Optional<AppetiteResult> appetite = Optional.empty();
    private List<Driver> drivers = List.of();
    private List<String> limits = List.of();

    RiskReader(JsonCursor cursor) {
        this.cursor = cursor;
    }

    void readRisks() {
        isPresent = true;
        cursor.open("risks", RISKS);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "version" -> cursor.number(0);
                case "currency" -> currency = cursor.text();
                case "scenarios" -> risks = cursor.list("the risks", this::risk);
                case "inherent" -> inherent = Optional.of(curve());
                case "residual" -> residual = Optional.of(curve());
                case "calibrated" -> calibrated = Optional.of(curve());
                case "appetite" -> appetite = Optional.of(appetite());
                case "drivers" -> drivers = cursor.list("the drivers", this::driver);
                case "limits" -> limits = cursor.texts("the limits");
            }
        }
    }

    void readBacklog() {
        backlog = cursor.list("the backlog", this::mitigation);
    }

    /** Empty when nobody asked about risks. */
    Optional<RiskFacts> facts() {
        return isPresent
                ? Optional.of(new RiskFacts(
                        currency,
                        risks,
                        backlog,
                        inherent.flatMap(before -> residual.map(after -> new Curves(before, after, calibrated))),
                        appetite,
                        drivers,
                        limits))
                : Optional.empty();
    }

    private Risk risk() {
        String scenario = "";
        String threat = "";
        String title = "";
        var layer = Layer.INFRASTRUCTURE;
        var severity = Severity.INFO;
        boolean confirmed = false;
        List<String> zones = List.of();
        List<String> owners = List.of();
        boolean calibrated = false;
        var before = NOTHING;
        var after = NOTHING;
        Optional<Rating> rating = Optional.empty();
        List<String> arithmetic = List.of();
        List<String> missing = List.of();
        String state = "";
        Optional<Accepted> acceptance = Optional.empty();
        cursor.open("a risk", RISK);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "scenario" -> scenario = cursor.text();
                case "threat" -> threat = cursor.sharedText();
                case "title" -> title = cursor.sharedText();
                case "layer" -> layer = cursor.word(LAYERS, layer);
                case "severity" -> severity = cursor.word(SEVERITIES, severity);
                case "confirmed" -> confirmed = cursor.flag();
                case "zones" -> zones = cursor.texts("the zones");
                case "owners" -> owners = cursor.texts("the owners");
                case "calibrated" -> calibrated = cursor.flag();
                case "inherent" -> before = estimate();
                case "residual" -> after = estimate();
                case "rating" -> rating = Optional.of(rating());
                case "arithmetic" -> arithmetic = cursor.texts("the arithmetic");
                case "missing" -> missing = cursor.texts("the missing controls");
                case "state" -> state = cursor.text();
                case "acceptance" -> acceptance = Optional.of(accepted());
            }
        }
        return new Risk(
                scenario,
                threat,
                title,
                layer,
                severity,
                confirmed,
                zones,
                owners,
                calibrated,
                before,
                after,
                rating,
                arithmetic,
                missing,
                state,
                acceptance);
    }

    private Rating rating() {
        var method = Method.FAIR;
        String level = "";
        double value = 0;
        String basis = "";
        boolean isOwn = false;
        cursor.open("a rating", RATING);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "method" -> method = cursor.word(METHODS, method);
                case "level" -> level = cursor.sharedText();
                case "value" -> value = cursor.decimal();
                case "basis" -> basis = cursor.text();
                case "own" -> isOwn = cursor.flag();
            }
        }
        return new Rating(method, level, value, basis, isOwn);
    }

    private Estimate estimate() {
        double frequency = 0;
        double magnitude = 0;
        double low = 0;
        double high = 0;
        var band = Band.NEGLIGIBLE;
        cursor.open("an estimate", ESTIMATE);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "frequency" -> frequency = cursor.decimal();
                case "magnitude" -> magnitude = cursor.decimal();
                case "low" -> low = cursor.decimal();
                case "high" -> high = cursor.decimal();
                case "band" -> band = cursor.word(BANDS, band);
            }
        }
        return new Estimate(frequency, magnitude, low, high, band);
    }

    private Accepted accepted() {
        String owner = "";
        String reason = "";
        var expires = LocalDate.EPOCH;
        var standing = Accepted.Standing.EXPIRED;
        cursor.open("an acceptance", ACCEPTED);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "owner" -> owner = cursor.sharedText();
                case "reason" -> reason = cursor.sharedText();
                case "expires" -> expires = date().orElse(expires);
                case "standing" -> standing = cursor.word(STANDINGS, standing);
            }
        }
        return new Accepted(owner, reason, expires, standing);
    }

    private Optional<LocalDate> date() {
        String text = cursor.text();
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADate) {
            cursor.problem("snapshot-date", "a date such as 2026-01-31 was expected here", JsonCursor.WRITE_AGAIN);
            return Optional.empty();
        }
    }

    private Curve curve() {
        double expected = 0;
        double error = 0;
        List<Point> points = List.of();
        List<Point> low = List.of();
        List<Point> high = List.of();
        List<Point> quantiles = List.of();
        cursor.open("a curve", CURVE);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "expected" -> expected = cursor.decimal();
                case "error" -> error = cursor.decimal();
                case "points" -> points = points();
                case "low" -> low = points();
                case "high" -> high = points();
                case "quantiles" -> quantiles = points();
            }
        }
        return new Curve(points, low, high, expected, quantiles, error);
    }

    private List<Point> points() {
        return cursor.list("points of a curve", () -> {
            double loss = 0;
            double probability = 0;
            cursor.open("a point", POINT);
            while (cursor.next()) {
                switch (cursor.key()) {
                    case "loss" -> loss = cursor.decimal();
                    case "probability" -> probability = cursor.decimal();
                }
            }
            return new Point(loss, probability);
        });
    }

    private AppetiteResult appetite() {
        var verdict = AppetiteResult.Verdict.EXCEEDED;
        List<Point> tolerance = List.of();
        List<Point> crossing = List.of();
        double excess = 0;
        boolean comparable = false;
        List<String> reasons = List.of();
        cursor.open("the appetite", APPETITE);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "verdict" -> verdict = cursor.word(VERDICTS, verdict);
                case "tolerance" -> tolerance = points();
                case "crossing" -> crossing = points();
                case "excess" -> excess = cursor.decimal();
                case "comparable" -> comparable = cursor.flag();
                case "reasons" -> reasons = cursor.texts("the reasons");
            }
        }
        return new AppetiteResult(verdict, tolerance, crossing.stream().findFirst(), excess, comparable, reasons);
    }

    private Driver driver() {
        String input = "";
        double low = 0;
        double high = 0;
        cursor.open("a driver", DRIVER);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "input" -> input = cursor.text();
                case "low" -> low = cursor.decimal();
                case "high" -> high = cursor.decimal();
            }
        }
        return new Driver(input, low, high);
    }

    private Mitigation mitigation() {
        String id = "";
        String title = "";
        List<String> fixes = List.of();
        int effort = 1;
        double avoided = 0;
        List<String> closes = List.of();
        List<String> lowers = List.of();
        List<String> findings = List.of();
        var severity = Severity.INFO;
        List<String> owners = List.of();
        Optional<LocalDate> due = Optional.empty();
        List<String> with = List.of();
        boolean cutsPaths = false;
        cursor.open("a mitigation", MITIGATION);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "id" -> id = cursor.text();
                case "title" -> title = cursor.text();
                case "fixes" -> fixes = cursor.texts("the fixes");
                case "effort" -> effort = cursor.number(1);
                case "avoided" -> avoided = cursor.decimal();
                case "closes" -> closes = cursor.texts("the scenarios");
                case "lowers" -> lowers = cursor.texts("the scenarios");
                case "findings" -> findings = cursor.texts("the findings");
                case "severity" -> severity = cursor.word(SEVERITIES, severity);
                case "owners" -> owners = cursor.texts("the owners");
                case "due" -> due = date();
                case "with" -> with = cursor.texts("the mitigations");
                case "cutsPaths" -> cutsPaths = cursor.flag();
            }
        }
        return new Mitigation(
                id, title, fixes, effort, avoided, closes, lowers, findings, severity, owners, due, with, cutsPaths);
    }
}
