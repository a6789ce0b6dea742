package dev.bartizan.report.risk;

import dev.bartizan.graph.RiskFacts.Curves;
import dev.bartizan.graph.RiskFacts.Point;
import java.util.ArrayList;
import java.util.List;

/** Reads a loss curve between its points. */
public final class CurvePoints {
    private static final double CERTAIN = 0.9995;

    private CurvePoints() {}

    /**
     * The probability that a year's loss exceeds an amount: between two points on the straight line over the logarithm of the loss. Before the first point it is that of the first, after
     * the last at most that of the last, of a curve without points 0.
     *
     * @param points with losses that grow
     */
    public static double probability(List<Point> points, double loss) {
        for (int i = 0; i < points.size(); i++) {
            Point next = points.get(i);
            if (next.loss() >= loss) {
                return i == 0 ? next.probability() : between(points.get(i - 1), next, loss);
            }
        }
        return points.isEmpty() ? 0 : points.getLast().probability();
    }

    private static double between(Point before, Point next, double loss) {
        double way = StrictMath.log(loss / before.loss()) / StrictMath.log(next.loss() / before.loss());
        return before.probability() + way * (next.probability() - before.probability());
    }

    /** Round amounts, one and three of each power of ten, that the inherent curve spans; of those that are exceeded for certain, the last one. */
    public static List<Double> decades(Curves curves) {
        List<Point> points = curves.inherent().high();
        var decades = new ArrayList<Double>();
        if (points.isEmpty()) {
            return decades;
        }
        double last = points.getLast().loss();
        for (double power = 1; power <= last; power *= 10) {
            for (double amount : new double[] {power, 3 * power}) {
                if (amount >= points.getFirst().loss() && amount <= last) {
                    decades.add(amount);
                }
            }
        }
        while (decades.size() > 1 && probability(curves.residual().low(), decades.get(1)) >= CERTAIN) {
            decades.removeFirst();
        }
        return decades;
    }
}
