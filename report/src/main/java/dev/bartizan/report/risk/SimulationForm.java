package dev.bartizan.report.risk;

import dev.bartizan.graph.RiskFacts.Simulated;
import dev.bartizan.graph.RiskFacts.Simulated.Held;
import dev.bartizan.report.safeguards.MatrixTable;
import dev.bartizan.snapshot.JsonOutput;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

/** The exact curve beside simulated years, for files: figures, whether they were calibrated or not. */
public final class SimulationForm {
    private SimulationForm() {}

    /** A row for each amount; whether both agree is told of independent scenarios only. */
    public static MatrixTable table(String currency, Simulated simulated) {
        return new MatrixTable(
                List.of(
                        "loss " + currency,
                        "exact",
                        "exact low",
                        "exact high",
                        "simulated",
                        "standard error",
                        "agrees",
                        "years",
                        "correlation",
                        "seed"),
                simulated.amounts().stream().map(held -> row(simulated, held)).toList());
    }

    private static List<String> row(Simulated simulated, Held held) {
        return List.of(
                String.format(Locale.ROOT, "%.0f", held.loss()),
                probability(held.exact()),
                probability(held.low()),
                probability(held.high()),
                probability(held.simulated()),
                probability(held.error()),
                agreement(simulated, held),
                Integer.toString(simulated.years()),
                Double.toString(simulated.correlation()),
                Long.toString(simulated.seed()));
    }

    private static String probability(double probability) {
        return String.format(Locale.ROOT, "%.7f", probability);
    }

    private static String agreement(Simulated simulated, Held held) {
        if (!simulated.isIndependent()) {
            return "";
        }
        return held.agrees() ? "yes" : "no";
    }

    public static void json(String currency, Simulated simulated, OutputStream out) {
        JsonOutput.write(out, json -> {
            json.object()
                    .text("currency", currency)
                    .text("controls", "residual")
                    .number("scenarios", simulated.scenarios())
                    .number("years", simulated.years())
                    .number("seed", simulated.seed())
                    .decimal("correlation", simulated.correlation())
                    .object("expected")
                    .decimal("exact", simulated.expected())
                    .decimal("simulated", simulated.simulatedMean())
                    .decimal("error", simulated.meanError())
                    .end();
            if (simulated.isIndependent()) {
                json.number("withinErrors", simulated.withinErrors()).number("agreeing", simulated.agreeing());
            }
            json.inRows().array("amounts");
            simulated.amounts().forEach(held -> amount(json, simulated, held));
            json.end().end();
        });
    }

    private static void amount(JsonOutput json, Simulated simulated, Held held) {
        json.object()
                .decimal("loss", held.loss())
                .decimal("exact", held.exact())
                .decimal("low", held.low())
                .decimal("high", held.high())
                .decimal("simulated", held.simulated())
                .decimal("error", held.error());
        if (simulated.isIndependent()) {
            json.flag("agrees", held.agrees());
        }
        json.end();
    }
}
