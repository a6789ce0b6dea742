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
import dev.bartizan.graph.RiskSettings;
import dev.bartizan.graph.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Two risks, what mends one of them, a curve and an appetite. */
final class ExampleRisks {
    private static final String FIRST = "0b".repeat(16);
    private static final String SECOND = "0c".repeat(16);

    private ExampleRisks() {}

    static RiskFacts facts() {
        return new RiskFacts(
                "EUR",
                List.of(accepted(), open()),
                List.of(mitigation()),
                Optional.of(new Curves(curve(2), curve(1), Optional.of(curve(1)))),
                Optional.of(new AppetiteResult(
                        AppetiteResult.Verdict.STRADDLES,
                        List.of(new Point(1e6, 0.1), new Point(1e7, 0.04)),
                        Optional.of(new Point(1e7, 0.044)),
                        40000.5,
                        false,
                        List.of("P(loss > 10,000,000) is 4.4 % (2.0 to 6.1), appetite is 4.0 %"))),
                List.of(new Driver("how often TH-M19 happens", 120000.25, 480000)),
                List.of("1 of 2 real risks stands on placeholders."));
    }

    private static Risk accepted() {
        return new Risk(
                FIRST,
                "TH-M19",
                "Anyone on the network can use or read the model server",
                Layer.MODEL,
                Severity.CRITICAL,
                true,
                List.of("ml-serving"),
                List.of("model serving"),
                true,
                new Estimate(0.5, 800000, 100000.5, 900000, Band.HIGH),
                new Estimate(0.125, 800000, 25000, 225000, Band.MODERATE),
                Optional.of(new Rating(
                        RiskSettings.Method.SP800_30, "moderate", 5, "likelihood moderate; impact moderate", true)),
                List.of("C-NETSEG lowers frequency by up to 70 %: strength 0.7, evidenced on 100 % of its places"),
                List.of("C-AUTHN"),
                "ab".repeat(16),
                Optional.of(new Accepted(
                        "model serving",
                        "The gateway comes in spring.",
                        LocalDate.of(2027, 3, 31),
                        Accepted.Standing.HOLDS)));
    }

    private static Risk open() {
        return new Risk(
                SECOND,
                "TH-P02",
                "Images that can change run beside data and weights",
                Layer.PIPELINE,
                Severity.LOW,
                false,
                List.of("ml-training", "ml-serving"),
                List.of(),
                false,
                new Estimate(0.01, 20000, 0, 900, Band.LOW),
                new Estimate(0.01, 10000, 0, 450, Band.NEGLIGIBLE),
                Optional.empty(),
                List.of(),
                List.of(),
                "cd".repeat(16),
                Optional.empty());
    }

    private static Mitigation mitigation() {
        return new Mitigation(
                "pass BL-SV-001 namespace/ml-serving",
                "Ask every caller of the model server who it is",
                List.of("pass BL-SV-001 k8s:-/apps/Deployment/ml-serving/vllm"),
                2,
                100000.75,
                List.of(FIRST),
                List.of(SECOND),
                List.of("ef".repeat(16)),
                Severity.CRITICAL,
                List.of("model serving"),
                Optional.of(LocalDate.of(2026, 12, 5)),
                List.of("isolate namespace/ml-serving"),
                true);
    }

    private static Curve curve(int times) {
        return new Curve(
                List.of(new Point(1000, 0.2 * times), new Point(1e6, 0.05 * times)),
                List.of(new Point(1000, 0.1 * times), new Point(1e6, 0.02 * times)),
                List.of(new Point(1000, 0.4 * times), new Point(1e6, 0.1 * times)),
                50000.5 * times,
                List.of(new Point(2e6, 0.05)),
                1e-6);
    }
}
