package dev.bartizan.risk.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The loss-exceedance curve of a year: with what probability more than an amount is lost. Computed and not simulated: the compound Poisson distribution of all scenarios by the Fourier
 * transform (P. Embrechts and M. Frei, Math. Methods Oper. Res. 69, 2009). Every answer comes with bounds that enclose the truth; see {@link GridLosses} and {@link Grid} for where they come
 * from, {@link Resolution} for the choice of the grids. The same scenarios give the same curve to the last bit.
 */
public final class LossCurve implements Band {
    /**
     * A probability or an amount.
     *
     * @param low the truth is not below
     * @param high the truth is not above
     */
    public record Bounded(double value, double low, double high) {}

    /**
     * What one scenario adds.
     *
     * @param annualLoss expected loss of a year
     * @param share of the expected loss of all
     * @param happens probability of at least one event in a year
     */
    public record Contribution(String scenario, double annualLoss, double share, double happens) {}

    /**
     * How it was computed.
     *
     * @param points of each grid
     * @param steps of the grids, the widest first
     * @param end of the widest grid: beyond there are bounds only
     * @param tilt in total over the widest grid
     * @param numericalError the most that wrapping, rounding, the integration of frequencies and the evaluation of severities add to a probability; part of all bounds
     */
    public record Method(int points, List<Double> steps, double end, double tilt, double numericalError) {
        public Method {
            steps = List.copyOf(steps);
        }
    }

    private final double[] amounts;
    private final double[] values;
    private final double[] lows;
    private final double[] highs;
    private final double[] areas;
    private final List<LossProcess> processes;
    private final Method method;

    LossCurve(CurvePoints points, List<LossProcess> processes, Method method) {
        this.amounts = points.amounts();
        this.values = points.values();
        this.lows = points.lows();
        this.highs = points.highs();
        this.areas = points.areas();
        this.processes = List.copyOf(processes);
        this.method = method;
    }

    /** The curve of scenarios that are independent of each other. */
    public static LossCurve of(List<LossScenario> scenarios) {
        return of(scenarios, Resolution.USUAL);
    }

    public static LossCurve of(List<LossScenario> scenarios, Resolution resolution) {
        return new CurveComputation(scenarios, resolution).run();
    }

    public Method method() {
        return method;
    }

    /** Expected loss of a year, exactly: the sum over scenarios of mean frequency times mean severity. */
    public double annualLoss() {
        return processes.stream()
                .mapToDouble(process -> process.scenario().annualLoss())
                .sum();
    }

    @Override
    public Bounded at(double amount) {
        return exceedance(amount);
    }

    /** P(loss &gt; amount). */
    public Bounded exceedance(double amount) {
        if (amount < 0) {
            return new Bounded(1, 1, 1);
        }
        int at = Arrays.binarySearch(amounts, amount);
        if (at >= 0) {
            return new Bounded(values[at], lows[at], highs[at]);
        }
        int next = -at - 1;
        if (next == amounts.length) {
            double last = highs[next - 1];
            return new Bounded(Math.min(values[next - 1], oneLargeLoss(amount)), 0, last);
        }
        double share = (amount - amounts[next - 1]) / (amounts[next] - amounts[next - 1]);
        double value = values[next - 1] + share * (values[next] - values[next - 1]);
        return new Bounded(value, lows[next], highs[next - 1]);
    }

    /** Far out a year's loss is large because one event is: the expected number of such events. */
    private double oneLargeLoss(double amount) {
        return processes.stream()
                .mapToDouble(process ->
                        process.rate() * (1 - process.scenario().severity().cdf(amount)))
                .sum();
    }

    /** The smallest amount that is exceeded with a probability of at most 1 - p; empty when it lies beyond the widest grid. */
    public Optional<Bounded> quantile(double p) {
        double most = 1 - p;
        int at = firstAtMost(values, most);
        int high = firstAtMost(highs, most);
        if (at == amounts.length || high == amounts.length) {
            return Optional.empty();
        }
        double low = amounts[Math.max(0, firstAtMost(lows, most) - 1)];
        return Optional.of(new Bounded(interpolated(at, most), low, amounts[high]));
    }

    private double interpolated(int at, double most) {
        if (at == 0 || values[at - 1] <= values[at]) {
            return amounts[at];
        }
        double share = Math.clamp((values[at - 1] - most) / (values[at - 1] - values[at]), 0, 1);
        return amounts[at - 1] + share * (amounts[at] - amounts[at - 1]);
    }

    /** The curve falls: the first point at which it is not above. */
    private static int firstAtMost(double[] falling, double most) {
        int low = 0;
        int high = falling.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (falling[middle] <= most) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** By how much the amount is exceeded on average in a year in which it is; empty where that is as good as impossible. */
    public Optional<Double> meanExcess(double amount) {
        double probability = exceedance(amount).value();
        if (amount < 0 || amount > method.end() || probability <= method.numericalError()) {
            return Optional.empty();
        }
        return Optional.of(Math.max(0, annualLoss() - areaTo(amount)) / probability);
    }

    /** The area below the curve from 0 to an amount: the expected loss of a year, no year counted with more than the amount. */
    double areaTo(double amount) {
        int at = Arrays.binarySearch(amounts, amount);
        if (at >= 0) {
            return areas[at];
        }
        int before = -at - 2;
        double width = amount - amounts[before];
        return areas[before]
                + 0.5 * width * (values[before] + exceedance(amount).value());
    }

    /** In the order of the question. */
    public List<Contribution> contributions() {
        double all = annualLoss();
        return processes.stream()
                .map(process -> {
                    double own = process.scenario().annualLoss();
                    return new Contribution(
                            process.scenario().id(),
                            own,
                            all > 0 ? own / all : 0,
                            1 - process.counts().none());
                })
                .toList();
    }
}
