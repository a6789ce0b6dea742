package dev.bartizan.risk;

import dev.bartizan.graph.RiskFacts.Driver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Which inputs move the expected loss most: each goes to the ends of its range while the others stay. */
final class Drivers {
    private static final int MOST = 10;

    /** By how much a placeholder of a loss may be off, up or down: half an order of magnitude. */
    private static final double OFF = 3;

    private Drivers() {}

    static List<Driver> of(List<Exposure> exposures) {
        List<Exposure> real = exposures.stream()
                .filter(exposure -> exposure.isConfirmed() && exposure.isOpen())
                .toList();
        double all = real.stream().mapToDouble(Exposure::residual).sum();
        var byThreat = new TreeMap<String, double[]>();
        var byLoss = new TreeMap<String, double[]>();
        for (Exposure exposure : real) {
            double own = exposure.residual();
            double perEvent =
                    exposure.frequency().mean() > 0 ? own / exposure.frequency().mean() : 0;
            add(
                    byThreat,
                    "how often " + exposure.scenario().threat() + " happens: "
                            + exposure.scenario().title(),
                    perEvent * exposure.ends().low() - own,
                    perEvent * exposure.ends().high() - own);
            if (!exposure.hasOwnLoss()) {
                add(
                        byLoss,
                        "what lost " + exposure.impact().name().toLowerCase(Locale.ROOT) + " of an asset of value "
                                + exposure.value() + " costs",
                        own / OFF - own,
                        own * OFF - own);
            }
        }
        var drivers = new ArrayList<Driver>();
        byThreat.forEach((input, ends) -> drivers.add(new Driver(input, all + ends[0], all + ends[1])));
        byLoss.forEach((input, ends) -> drivers.add(new Driver(input, all + ends[0], all + ends[1])));
        return drivers.stream()
                .sorted(Comparator.comparingDouble((Driver driver) -> driver.low() - driver.high())
                        .thenComparing(Driver::input))
                .limit(MOST)
                .toList();
    }

    private static void add(Map<String, double[]> sums, String input, double low, double high) {
        double[] ends = sums.computeIfAbsent(input, key -> new double[2]);
        ends[0] += low;
        ends[1] += high;
    }
}
