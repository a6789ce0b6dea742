package dev.bartizan.risk;

import dev.bartizan.risk.control.ControlEffect;
import dev.bartizan.risk.control.Factor;
import dev.bartizan.risk.loss.Dependence;
import dev.bartizan.risk.loss.Distribution;
import dev.bartizan.risk.loss.Fixed;
import dev.bartizan.risk.loss.InputBand;
import dev.bartizan.risk.loss.Lognormal;
import dev.bartizan.risk.loss.LossCurve;
import dev.bartizan.risk.loss.LossScenario;
import dev.bartizan.risk.loss.Pert;
import dev.bartizan.risk.loss.Simulation;
import dev.bartizan.risk.portfolio.Offer;
import dev.bartizan.risk.portfolio.Portfolio;
import dev.bartizan.risk.portfolio.Stake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Measures curves, simulations and portfolios on invented scenarios and holds them to their targets; see scripts/bench/risk.sh. */
public final class RiskBench {
    private static final int ROUNDS = 3;
    private static final int YEARS = 1_000_000;

    private final List<String> lines = new ArrayList<>();
    private boolean isKept = true;

    private RiskBench() {}

    /** Ends with 1 when a target is missed. */
    public static void main(String[] words) throws IOException {
        var bench = new RiskBench();
        bench.run();
        String table = String.join("\n", bench.lines) + "\n";
        Path file = Path.of(words[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, table, StandardCharsets.UTF_8);
        System.out.print(table);
        System.exit(bench.isKept ? 0 : 1);
    }

    private void run() {
        lines.add(Runtime.getRuntime().availableProcessors() + " processors, medians of " + ROUNDS
                + " rounds after a warm one\n");
        lines.add("| target | measured ms | limit ms | |");
        lines.add("|---|---|---|---|");
        List<LossScenario> known = scenarios(500, false);
        List<LossScenario> uncertain = scenarios(100, true);
        List<LossScenario> hundred = scenarios(100, false);
        target("exact curve, 500 scenarios of known frequency", milliseconds(() -> LossCurve.of(known)), 1_000);
        double exact = milliseconds(() -> LossCurve.of(uncertain));
        target("exact curve, 100 scenarios of PERT frequency", exact, 2_000);
        List<LossScenario> bounded = uncertain.stream()
                .map(scenario -> new LossScenario(
                        scenario.id(),
                        scenario.frequency(),
                        Pert.of(
                                0,
                                scenario.severity().mean(),
                                5 * scenario.severity().mean())))
                .toList();
        target("the same with PERT severities", milliseconds(() -> LossCurve.of(bounded)), 2_000);
        LossCurve curve = LossCurve.of(uncertain);
        target(
                "band of 200 draws, 100 scenarios of PERT frequency",
                milliseconds(() -> InputBand.of(curve, uncertain, InputBand.errorFactor(2), 200, 1)),
                2_000);
        target(
                "simulation, 1 M years, 100 independent scenarios",
                milliseconds(() -> Simulation.of(hundred, Dependence.NONE, YEARS, 1)),
                5_000);
        var together = new Dependence(
                Dependence.Target.EVENTS,
                List.of(new Dependence.Group(
                        hundred.stream().map(LossScenario::id).toList(), 0.3)));
        double simulation = milliseconds(() -> Simulation.of(hundred, together, YEARS, 1));
        target("simulation, 1 M years, 100 scenarios that hang together", simulation, 5_000);
        target("portfolio of 5,000 mitigations, 500 scenarios", milliseconds(() -> portfolio(5_000, 500)), 2_000);
        target("portfolio of 25 mitigations, exact search", milliseconds(() -> portfolio(25, 12)), 2_000);
        ratio(uncertain, curve, exact);
    }

    /** How long a simulation would take for the half-width that the exact curve's bounds have at the loss of one year in a hundred. */
    private void ratio(List<LossScenario> scenarios, LossCurve curve, double exact) {
        double amount = curve.quantile(0.99).orElseThrow().value();
        var bounded = curve.exceedance(amount);
        double width = (bounded.high() - bounded.low()) / 2;
        double simulated = milliseconds(() -> Simulation.of(scenarios, Dependence.NONE, YEARS, 1));
        double error = Simulation.of(scenarios, Dependence.NONE, YEARS, 1)
                .exceedance(amount)
                .error();
        double factor = Math.pow(2 * error / width, 2);
        lines.add(String.format(
                Locale.ROOT,
                "%nAt the loss that one year in a hundred exceeds, the bounds of the exact curve are %.1e to either side (steps of the grid and numerical error,"
                        + " worst case); 1 M years take %.0f ms and leave %.1e (two standard errors). For the same width a simulation takes %.1f times as long as the curve.",
                width,
                simulated,
                2 * error,
                simulated * factor / exact));
    }

    private static Portfolio portfolio(int count, int scenarios) {
        var random = new Random(4);
        var stakes = IntStream.range(0, scenarios)
                .mapToObj(i -> new Stake("s" + i, Math.exp(2 * random.nextGaussian() + 10), List.of()))
                .toList();
        var offers = new ArrayList<Offer>();
        double effort = 0;
        for (int i = 0; i < count; i++) {
            var effects = new TreeMap<String, List<ControlEffect.Applied>>();
            for (int k = 0; k < 3; k++) {
                effects.put(
                        "s" + random.nextInt(scenarios),
                        List.of(new ControlEffect.Applied(
                                "C" + i, Factor.values()[random.nextInt(4)], random.nextDouble(), 1)));
            }
            var offer = new Offer("m" + i, 0.5 + 5 * random.nextDouble(), new TreeSet<>(), new TreeSet<>(), effects);
            offers.add(offer);
            effort += offer.effort();
        }
        return Portfolio.of(stakes, offers, effort / 5);
    }

    private static List<LossScenario> scenarios(int count, boolean uncertain) {
        var random = new Random(1);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    double rate = Math.exp(random.nextGaussian() - 2);
                    double low = Math.exp(1.5 * random.nextGaussian() + 10);
                    Distribution frequency = uncertain ? Pert.of(rate / 3, rate, rate * 3) : new Fixed(rate);
                    return new LossScenario(
                            "s" + i, frequency, Lognormal.ofInterval90(low, low * (5 + 50 * random.nextDouble())));
                })
                .toList();
    }

    private void target(String what, double measured, double limit) {
        boolean isMet = measured <= limit;
        isKept &= isMet;
        lines.add(String.format(
                Locale.ROOT, "| %s | %.0f | %.0f | %s |", what, measured, limit, isMet ? "met" : "MISSED"));
    }

    private static double milliseconds(Supplier<Object> work) {
        Object warm = work.get();
        double[] rounds = IntStream.range(0, ROUNDS)
                .mapToDouble(_ -> {
                    long start = System.nanoTime();
                    Object result = work.get();
                    double elapsed = (System.nanoTime() - start) / 1e6;
                    return result.getClass() == warm.getClass() ? elapsed : Double.NaN;
                })
                .toArray();
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }
}
