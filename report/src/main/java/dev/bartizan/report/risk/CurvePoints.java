package dev.bartizan.report.risk;

import dev.bartizan.graph.RiskFacts.Curves;
import dev.bartizan.graph.RiskFacts.Point;
import java.util.ArrayList;
import java.util.List;

/** Where a loss curve is read. */
public final class CurvePoints {
    private static final double CERTAIN = 0.9995;

    private CurvePoints() {}

    /** Round amounts, one and three of each power of ten, that the inherent curve spans; of those that are exceeded for certain, the last one. */
    public static List<Double> decades(Curves curves) {
        List<Point> points = curves.inherent().points().isEmpty()
                ? curves.residual().high()
                : curves.inherent().points();
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
        while (decades.size() > 1 && Point.probability(curves.residual().low(), decades.get(1)) >= CERTAIN) {
            decades.removeFirst();
        }
        return decades;
    }
}
