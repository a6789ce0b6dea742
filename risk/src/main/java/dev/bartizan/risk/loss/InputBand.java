package dev.bartizan.risk.loss;

import dev.bartizan.risk.maths.Normal;
import dev.bartizan.risk.maths.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the curve would lie if the inputs were known: for each of many draws of all uncertain frequencies, and of a common error of all losses, one exact curve; of these the 5 % and the 95 % quantile at each
 * amount. Draws are stratified (Latin hypercube: M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21, 1979) and depend on the seed alone.
 */
public final class InputBand implements Band {
    /** Enough for the 5 % and the 95 % quantile to rest on ten draws each. */
    public static final int USUAL_DRAWS = 200;

    private static final double OUTSIDE = 0.05;

    private final LossCurve middle;
    private final double[] amounts;
    private final double[] lows;
    private final double[] highs;

    private InputBand(LossCurve middle, double[] amounts, double[] lows, double[] highs) {
        this.middle = middle;
        this.amounts = amounts;
        this.lows = lows;
        this.highs = highs;
    }

    /**
     * @param middle the curve of the same scenarios, uncertainty integrated
     * @param error a factor on all losses alike, {@code new Fixed(1)} for none
     */
    public static InputBand of(
            LossCurve middle, List<LossScenario> scenarios, Distribution error, int draws, long seed) {
        double[][] rates = new double[scenarios.size()][];
        IntStream.range(0, rates.length)
                .parallel()
                .forEach(i -> rates[i] = draws(scenarios.get(i).frequency(), draws, new RandomStream(seed, i)));
        double[] factors = draws(error, draws, new RandomStream(seed, scenarios.size()));
        double[] amounts = amounts(middle);
        var curves = new double[draws][amounts.length];
        for (Grid grid : grids(middle, scenarios)) {
            new Draws(grid, scenarios, rates).fill(amounts, factors, curves);
        }
        return quantiles(middle, amounts, curves);
    }

    /** One value from each of as many equally likely slices, in random order. */
    private static double[] draws(Distribution distribution, int draws, RandomStream stream) {
        var values = new double[draws];
        for (int i = 0; i < draws; i++) {
            values[i] = distribution.quantile((i + stream.uniform()) / draws);
        }
        for (int i = draws - 1; i > 0; i--) {
            int other = stream.below(i + 1);
            double swap = values[i];
            values[i] = values[other];
            values[other] = swap;
        }
        return values;
    }

    private static List<Grid> grids(LossCurve middle, List<LossScenario> scenarios) {
        int points = Resolution.COARSE.points();
        double events = scenarios.stream()
                .mapToDouble(scenario -> scenario.frequency().mean())
                .sum();
        var lattice = Lattice.of(points);
        var grids = new ArrayList<Grid>();
        int count = middle.method().steps().size();
        double end = middle.method().end();
        for (int i = 0; i < count; i++) {
            grids.add(Grid.of(lattice, end / points, events));
            end /= Resolution.RATIO;
        }
        return grids;
    }

    /** Sixteen for each doubling, as far as the middle curve is computed. */
    private static double[] amounts(LossCurve middle) {
        List<Double> steps = middle.method().steps();
        double least = steps.getLast() * Resolution.RATIO;
        int count = (int) (16 * StrictMath.log(middle.method().end() / least) / StrictMath.log(2));
        return IntStream.range(0, Math.max(1, count))
                .mapToDouble(i -> least * StrictMath.pow(2, i / 16.0))
                .toArray();
    }

    private static InputBand quantiles(LossCurve middle, double[] amounts, double[][] curves) {
        var lows = new double[amounts.length];
        var highs = new double[amounts.length];
        var column = new double[curves.length];
        for (int i = 0; i < amounts.length; i++) {
            for (int draw = 0; draw < curves.length; draw++) {
                column[draw] = curves[draw][i];
            }
            Arrays.sort(column);
            lows[i] = column[(int) (OUTSIDE * (curves.length - 1))];
            highs[i] = column[(int) Math.ceil((1 - OUTSIDE) * (curves.length - 1))];
        }
        return new InputBand(middle, amounts, lows, highs);
    }

    /** The middle curve's value, with the band; the numerical bounds of the middle curve are part of the band. */
    @Override
    public LossCurve.Bounded at(double amount) {
        LossCurve.Bounded exact = middle.exceedance(amount);
        double low = Math.min(exact.low(), interpolated(lows, amount));
        double high = Math.max(exact.high(), interpolated(highs, amount));
        return new LossCurve.Bounded(exact.value(), low, high);
    }

    private double interpolated(double[] curve, double amount) {
        int at = Arrays.binarySearch(amounts, amount);
        if (at >= 0) {
            return curve[at];
        }
        int next = -at - 1;
        if (next == 0 || next == amounts.length) {
            return curve[Math.min(next, amounts.length - 1)];
        }
        double share = (amount - amounts[next - 1]) / (amounts[next] - amounts[next - 1]);
        return curve[next - 1] + share * (curve[next] - curve[next - 1]);
    }

    /** A factor on all losses of which 90 % lies between one part and as many times: {@code 2} for between half and double. */
    public static Distribution errorFactor(double times) {
        if (!(times >= 1 && Double.isFinite(times))) {
            throw new IllegalArgumentException("a factor of error is 1 or more, not " + times);
        }
        return times > 1 ? new Lognormal(0, StrictMath.log(times) / Normal.QUANTILE_95) : new Fixed(1);
    }
}
