package dev.bartizan.report.risk;

import dev.bartizan.graph.Layer;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Accepted;
import dev.bartizan.graph.RiskFacts.Accepted.Standing;
import dev.bartizan.graph.RiskFacts.AppetiteResult;
import dev.bartizan.graph.RiskFacts.AppetiteResult.Verdict;
import dev.bartizan.graph.RiskFacts.Band;
import dev.bartizan.graph.RiskFacts.Curve;
import dev.bartizan.graph.RiskFacts.Curves;
import dev.bartizan.graph.RiskFacts.Driver;
import dev.bartizan.graph.RiskFacts.Estimate;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.RiskFacts.Point;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Three risks, of which one is open and one accepted, with everything that is known of them. */
public final class ExampleRisks {
    /** An amount that stands nowhere but in these figures. */
    public static final double AMOUNT = 3_141_593;

    private ExampleRisks() {}

    /**
     * The example.
     *
     * @param decoration stands in all texts that come from the input
     */
    public static RiskFacts facts(boolean isCalibrated, String decoration) {
        List<Risk> risks = List.of(
                risk(
                        "s-1",
                        "Model server answers anybody" + decoration,
                        List.of("serving"),
                        true,
                        isCalibrated,
                        2,
                        Optional.empty()),
                risk(
                        "s-2",
                        "Bucket stands open" + decoration,
                        List.of("data", "ml"),
                        true,
                        isCalibrated,
                        0.05,
                        Optional.of(new Accepted(
                                "ana" + decoration,
                                "It holds samples." + decoration,
                                LocalDate.of(2026, 12, 1),
                                Standing.REOPENED))),
                risk("s-3", "Weights may be copied", List.of(), false, isCalibrated, 1, Optional.empty()));
        return new RiskFacts(
                "EUR",
                risks,
                List.of(
                        mitigation(
                                "fix 1" + decoration,
                                AMOUNT,
                                List.of("s-1"),
                                Optional.of(LocalDate.of(2026, 12, 24)),
                                List.of("fix 2")),
                        mitigation("fix 2", 10, List.of(), Optional.empty(), List.of())),
                Optional.of(new Curves(curve(4), curve(1))),
                Optional.of(new AppetiteResult(
                        Verdict.EXCEEDED,
                        List.of(new Point(AMOUNT, 0.04)),
                        Optional.of(new Point(AMOUNT, 0.1)),
                        2.5,
                        isCalibrated,
                        List.of("P(loss > 3,141,593) is 10.0 % (8.0 to 12.0), appetite is 4.0 %"))),
                List.of(
                        new Driver("frequency" + decoration, AMOUNT / 2, AMOUNT * 2),
                        new Driver("loss", AMOUNT / 1.5, AMOUNT * 1.2)),
                List.of("One more scenario is undecided." + decoration));
    }

    private static Risk risk(
            String id,
            String title,
            List<String> owners,
            boolean isConfirmed,
            boolean isCalibrated,
            double frequency,
            Optional<Accepted> accepted) {
        return new Risk(
                id,
                "TH-" + id,
                title,
                id.equals("s-2") ? Layer.DATA : Layer.MODEL,
                Severity.HIGH,
                isConfirmed,
                List.of("serving"),
                owners,
                isCalibrated,
                new Estimate(frequency * 2, AMOUNT, 1, 2, Band.HIGH),
                new Estimate(frequency, AMOUNT, 1, 2, Band.MODERATE),
                Optional.empty(),
                List.of("half of the events are stopped"),
                List.of("C-AUTHN"),
                "00ff",
                accepted);
    }

    private static Mitigation mitigation(
            String id, double avoided, List<String> closes, Optional<LocalDate> due, List<String> with) {
        return new Mitigation(
                id,
                "Do " + id,
                List.of(id),
                2,
                avoided,
                closes,
                List.of(),
                List.of(),
                Severity.HIGH,
                List.of("serving"),
                due,
                with,
                true);
    }

    private static Curve curve(double scale) {
        return new Curve(
                falling(scale),
                falling(scale / 2),
                falling(scale * 2),
                scale * AMOUNT,
                List.of(new Point(AMOUNT, 0.1)),
                1e-6);
    }

    private static List<Point> falling(double scale) {
        return IntStream.range(0, 30)
                .mapToObj(step -> Math.pow(10, 4 + step * 0.15))
                .map(loss -> new Point(loss, Math.exp(-loss / (scale * AMOUNT))))
                .toList();
    }
}
