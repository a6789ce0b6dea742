package dev.bartizan.diagram;

import dev.bartizan.graph.RiskFacts.Curve;
import dev.bartizan.graph.RiskFacts.Curves;
import dev.bartizan.graph.RiskFacts.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The axes of loss curves, both logarithmic: from where something may stay below, to what is too rare to be shown.
 *
 * @param leastLoss as a power of ten
 * @param mostLoss likewise
 * @param leastLikely likewise, of a probability
 */
record LossScale(int leastLoss, int mostLoss, int leastLikely) {
    /** Of the chance that anything is lost: up to here a curve is level, and there is nothing to be seen. */
    private static final double SURE = 0.98;

    private static final int RARE = -3;
    private static final int RAREST = -5;
    private static final int MOST_DECADES = 7;
    private static final double NEVER = 1e-12;
    private static final List<String> THOUSANDS = List.of("", " k", " M", " bn", " tn");

    static LossScale of(Curves curves, List<Point> tolerance) {
        int rare = tolerance.stream()
                .filter(point -> point.probability() > 0)
                .mapToInt(point -> (int) Math.floor(StrictMath.log10(point.probability())))
                .reduce(RARE, Math::min);
        int leastLikely = Math.max(RAREST, rare);
        double[] losses = Stream.concat(
                        Stream.of(curves.inherent(), curves.residual())
                                .flatMap(curve -> shown(curve, StrictMath.pow(10, leastLikely))),
                        tolerance.stream())
                .mapToDouble(Point::loss)
                .filter(loss -> loss > 0)
                .sorted()
                .toArray();
        if (losses.length == 0) {
            return new LossScale(3, 6, leastLikely);
        }
        int most = Math.max(1, (int) Math.ceil(StrictMath.log10(losses[losses.length - 1]) - 1e-9));
        int least = Math.max(0, (int) Math.floor(StrictMath.log10(losses[0]) + 1e-9));
        return new LossScale(Math.max(Math.min(least, most - 1), most - MOST_DECADES), most, leastLikely);
    }

    private static Stream<Point> shown(Curve curve, double rare) {
        return Stream.of(curve.points(), curve.low(), curve.high())
                .flatMap(points -> points.stream()
                        .filter(point -> point.probability() >= rare
                                && point.probability()
                                        < SURE * points.getFirst().probability()));
    }

    /** From 0 at the left to 1 at the right. */
    double across(double loss) {
        double share = (StrictMath.log10(Math.max(loss, NEVER)) - leastLoss) / (mostLoss - leastLoss);
        return Math.clamp(share, 0, 1);
    }

    /** From 0 at the bottom to 1 at the top. */
    double up(double probability) {
        double share = 1 - StrictMath.log10(Math.max(probability, NEVER)) / leastLikely;
        return Math.clamp(share, 0, 1);
    }

    /** A curve that falls, cut off where the axes end. */
    List<Point> inSight(List<Point> falling) {
        double left = StrictMath.pow(10, leastLoss);
        double right = StrictMath.pow(10, mostLoss);
        double bottom = StrictMath.pow(10, leastLikely);
        var seen = new ArrayList<Point>();
        for (int i = 0; i < falling.size(); i++) {
            Point point = falling.get(i);
            if (point.loss() < left) {
                continue;
            }
            if (seen.isEmpty() && i > 0 && point.loss() > left) {
                seen.add(between(falling.get(i - 1), point, left));
            }
            if (point.loss() > right) {
                seen.add(between(falling.get(i - 1), point, right));
                return seen;
            }
            if (point.probability() < bottom) {
                if (i > 0) {
                    seen.add(atBottom(falling.get(i - 1), point, bottom));
                }
                return seen;
            }
            seen.add(point);
        }
        return seen;
    }

    private static Point between(Point one, Point other, double loss) {
        double part = part(one.loss(), other.loss(), loss);
        return new Point(loss, mix(one.probability(), other.probability(), part));
    }

    private static Point atBottom(Point one, Point other, double probability) {
        double part = part(one.probability(), other.probability(), probability);
        return new Point(mix(one.loss(), other.loss(), part), probability);
    }

    private static double part(double one, double other, double at) {
        double whole = log(other) - log(one);
        return whole == 0 ? 0 : Math.clamp((log(at) - log(one)) / whole, 0, 1);
    }

    private static double mix(double one, double other, double part) {
        return StrictMath.pow(10, log(one) + part * (log(other) - log(one)));
    }

    private static double log(double value) {
        return StrictMath.log10(Math.max(value, NEVER));
    }

    /** {@code 100 k}. */
    static String amount(int decade) {
        int thousands = Math.min(decade / 3, THOUSANDS.size() - 1);
        return "1" + "0".repeat(decade - 3 * thousands) + THOUSANDS.get(thousands);
    }

    /** {@code 0.1 %}. */
    static String share(int decade) {
        return decade >= -2 ? "1" + "0".repeat(2 + decade) + " %" : "0." + "0".repeat(-3 - decade) + "1 %";
    }
}
