package dev.bartizan.report.risk;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Accepted;
import dev.bartizan.graph.RiskFacts.Curve;
import dev.bartizan.graph.RiskFacts.Estimate;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.RiskFacts.Point;
import dev.bartizan.graph.RiskFacts.Rating;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.report.safeguards.MatrixTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Risks, backlog and loss curves as rows; amounts of placeholders are left empty, their band stands. */
public final class RiskTables {
    private RiskTables() {}

    /** A row for each risk, in order of rank. */
    public static MatrixTable risks(RiskFacts facts) {
        List<Risk> risks = facts.risks();
        return new MatrixTable(
                List.of(
                        "rank",
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
                        "inherent " + facts.currency(),
                        "residual " + facts.currency(),
                        "rating",
                        "rated by",
                        "basis of the rating",
                        "arithmetic",
                        "missing",
                        "acceptance",
                        "accepted by",
                        "until",
                        "state"),
                IntStream.range(0, risks.size())
                        .mapToObj(i -> risk(i + 1, risks.get(i)))
                        .toList());
    }

    private static List<String> risk(int rank, Risk risk) {
        return List.of(
                Integer.toString(rank),
                risk.threat(),
                risk.title(),
                risk.layer().word(),
                risk.severity().word(),
                risk.confirmed() ? "yes" : "undecided",
                String.join(" to ", risk.zones()),
                String.join(", ", risk.owners()),
                risk.calibrated() ? "yes" : "no",
                risk.inherent().band().word(),
                risk.residual().band().word(),
                digits(risk, risk.inherent()),
                digits(risk, risk.residual()),
                risk.rating().map(Rating::level).orElse(""),
                risk.rating().map(rating -> rating.method().word()).orElse(""),
                risk.rating().map(Rating::basis).orElse(""),
                String.join("; ", risk.arithmetic()),
                String.join(" ", risk.missing()),
                risk.acceptance().map(one -> one.standing().word()).orElse(""),
                risk.acceptance().map(Accepted::owner).orElse(""),
                risk.acceptance().map(one -> one.expires().toString()).orElse(""),
                risk.state());
    }

    private static String digits(Risk risk, Estimate estimate) {
        return risk.calibrated() ? String.format(Locale.ROOT, "%.0f", estimate.annual()) : "";
    }

    /**
     * A row for each mitigation.
     *
     * @param chosen of the facts' backlog, whose numbers they keep
     */
    public static MatrixTable backlog(RiskFacts facts, List<Mitigation> chosen) {
        Map<String, String> risks = names(facts);
        return new MatrixTable(
                List.of(
                        "number",
                        "title",
                        "severity",
                        "effort",
                        "due",
                        "owners",
                        "closes",
                        "lowers",
                        "findings",
                        "needs",
                        "choke point",
                        "id"),
                chosen.stream()
                        .map(one -> List.of(
                                Integer.toString(number(facts, one.id())),
                                one.title(),
                                one.severity().word(),
                                Integer.toString(one.effort()),
                                one.due().map(LocalDate::toString).orElse(""),
                                String.join(", ", one.owners()),
                                named(one.closes(), risks),
                                named(one.lowers(), risks),
                                Integer.toString(one.findings().size()),
                                needs(facts, one),
                                one.cutsPaths() ? "yes" : "",
                                one.id()))
                        .toList());
    }

    /** The place of a mitigation in the whole backlog, from 1; 0 when it is not there. */
    public static int number(RiskFacts facts, String id) {
        List<Mitigation> all = facts.backlog();
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).id().equals(id))
                .map(i -> i + 1)
                .findFirst()
                .orElse(0);
    }

    /** Numbers of those that must be done too. */
    public static String needs(RiskFacts facts, Mitigation mitigation) {
        return mitigation.with().stream()
                .map(other -> number(facts, other))
                .filter(number -> number > 0)
                .sorted()
                .map(String::valueOf)
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    /** What risks are called, by the id of their scenario: {@code TH-M19 in serving}. */
    public static Map<String, String> names(RiskFacts facts) {
        var names = new HashMap<String, String>();
        facts.risks()
                .forEach(risk -> names.put(
                        risk.scenario(),
                        risk.threat() + (risk.zones().isEmpty() ? "" : " in " + String.join(" to ", risk.zones()))));
        return names;
    }

    private static String named(List<String> scenarios, Map<String, String> names) {
        return scenarios.stream()
                .map(id -> names.getOrDefault(id, id))
                .sorted()
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    /** A row for each point: the probability that a year's loss exceeds an amount. */
    public static MatrixTable curves(RiskFacts facts) {
        return new MatrixTable(
                List.of("controls", "loss " + facts.currency(), "probability", "low", "high"),
                facts.curves().stream()
                        .flatMap(curves -> Stream.concat(
                                curve("inherent", curves.inherent()), curve("residual", curves.residual())))
                        .toList());
    }

    private static Stream<List<String>> curve(String name, Curve curve) {
        var rows = new ArrayList<List<String>>();
        List<Point> amounts = curve.high().isEmpty() ? curve.points() : curve.high();
        for (int i = 0; i < amounts.size(); i++) {
            rows.add(List.of(
                    name,
                    String.format(Locale.ROOT, "%.0f", amounts.get(i).loss()),
                    probability(curve.points(), i),
                    probability(curve.low(), i),
                    probability(curve.high(), i)));
        }
        return rows.stream();
    }

    private static String probability(List<Point> points, int index) {
        return index < points.size()
                ? String.format(Locale.ROOT, "%.6f", points.get(index).probability())
                : "";
    }
}
