package dev.bartizan.risk.appetite;

import dev.bartizan.risk.loss.Band;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * An appetite: at each of some amounts, the probability with which a year may lose more. It is met when the loss-exceedance curve is nowhere above at these points (D. W. Hubbard and R. Seiersen, How to Measure
 * Anything in Cybersecurity Risk: the risk tolerance curve). Between points it is taken as straight over the logarithm of the amount, for the place and the size of an excess alone.
 *
 * @param points by amount, rising; their probabilities fall
 */
public record ToleranceCurve(List<Point> points) {
    private static final int STEPS_BETWEEN_POINTS = 200;
    private static final int HALVINGS = 50;

    /**
     * At most this probability of losing more than the amount.
     *
     * @param amount above 0
     */
    public record Point(double amount, double probability, Location location) {}

    /** What became of some points. */
    public sealed interface Result {}

    /** They are a curve. */
    public record Read(ToleranceCurve curve) implements Result {}

    /** They are none, for each of these reasons. */
    public record Refused(List<Problem> problems) implements Result {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    public ToleranceCurve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("an appetite has at least one point");
        }
    }

    /** Reads points in any order. */
    public static Result of(List<Point> points, Location place) {
        var problems = new ArrayList<Problem>();
        if (points.isEmpty()) {
            problems.add(Problem.error(
                    "appetite-empty",
                    "An appetite without points says nothing.",
                    "add amounts with probabilities",
                    place));
        }
        List<Point> rising = points.stream()
                .sorted(Comparator.comparingDouble(Point::amount))
                .toList();
        for (Point point : points) {
            range(point, problems);
        }
        for (int i = 1; i < rising.size(); i++) {
            order(rising.get(i - 1), rising.get(i), problems);
        }
        return problems.isEmpty() ? new Read(new ToleranceCurve(rising)) : new Refused(problems);
    }

    private static void range(Point point, List<Problem> problems) {
        if (!(point.amount > 0 && Double.isFinite(point.amount))) {
            problems.add(Problem.error(
                    "appetite-amount", "An amount of an appetite is above 0.", "correct the amount", point.location));
        }
        if (!(point.probability >= 0 && point.probability <= 1)) {
            problems.add(Problem.error(
                    "appetite-probability", "A probability is 0 to 1.", "write 0.04 for 4 %", point.location));
        }
    }

    private static void order(Point before, Point point, List<Problem> problems) {
        if (point.probability > before.probability) {
            problems.add(Problem.error(
                    "appetite-rises",
                    "The appetite rises: losing more would be allowed more often than losing less.",
                    "let probabilities fall as amounts rise",
                    point.location));
        } else if (point.amount <= before.amount) {
            problems.add(Problem.error(
                    "appetite-twice", "This amount stands twice.", "leave one of the two points", point.location));
        }
    }

    /** Judges losses by a band of curves. */
    public Verdict judge(Band band) {
        List<Point> broken = points.stream()
                .filter(point -> band.at(point.amount).low() > point.probability)
                .toList();
        if (!broken.isEmpty()) {
            return new Verdict.Exceeded(broken, excess(band));
        }
        List<Point> open = points.stream()
                .filter(point -> band.at(point.amount).high() > point.probability)
                .toList();
        return open.isEmpty() ? new Verdict.Met() : new Verdict.Straddles(open, excess(band));
    }

    /** How far the middle of a band is above. */
    Verdict.Excess excess(Band band) {
        DoubleUnaryOperator above = amount -> band.at(amount).value() - tolerated(amount);
        double from = Double.NaN;
        double area = 0;
        double before = points.getFirst().amount;
        double beforeAbove = above.applyAsDouble(before);
        if (beforeAbove > 0) {
            from = before;
        }
        for (int i = 1; i < points.size(); i++) {
            double start = points.get(i - 1).amount;
            double ratio = points.get(i).amount / start;
            for (int step = 1; step <= STEPS_BETWEEN_POINTS; step++) {
                double amount = start * StrictMath.pow(ratio, (double) step / STEPS_BETWEEN_POINTS);
                double nowAbove = above.applyAsDouble(amount);
                if (Double.isNaN(from) && nowAbove > 0) {
                    from = crossing(above, before, amount);
                }
                area += (amount - before) * (Math.max(0, beforeAbove) + Math.max(0, nowAbove)) / 2;
                before = amount;
                beforeAbove = nowAbove;
            }
        }
        return new Verdict.Excess(from, area);
    }

    private static double crossing(DoubleUnaryOperator above, double below, double beyond) {
        double low = below;
        double high = beyond;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            if (above.applyAsDouble(middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** The probability tolerated at an amount: that of the first point below it, of the last above it. */
    double tolerated(double amount) {
        Point before = points.getFirst();
        for (Point point : points) {
            if (point.amount >= amount) {
                if (point.amount <= before.amount) {
                    return point.probability;
                }
                double share = StrictMath.log(amount / before.amount) / StrictMath.log(point.amount / before.amount);
                return before.probability + Math.clamp(share, 0, 1) * (point.probability - before.probability);
            }
            before = point;
        }
        return before.probability;
    }
}
