package dev.bartizan.risk.appetite;

import dev.bartizan.risk.appetite.ToleranceCurve.Point;
import java.util.List;

/** Whether losses stay within an appetite. */
public sealed interface Verdict {
    /** Every point holds, all over the band. */
    record Met() implements Verdict {}

    /** At these points the whole band is above the appetite. */
    record Exceeded(List<Point> points, Excess excess) implements Verdict {
        public Exceeded {
            points = List.copyOf(points);
        }
    }

    /** At these points the band holds the appetite: the inputs do not say whether it is met. */
    record Straddles(List<Point> points, Excess excess) implements Verdict {
        public Straddles {
            points = List.copyOf(points);
        }
    }

    /**
     * How far the middle of the band is above.
     *
     * @param from the smallest amount, between the first point and the last, at which the curve is above the appetite; not a number when it is nowhere above
     * @param area between curve and appetite where the curve is above, from the first point to the last: money a year
     */
    record Excess(double from, double area) {
        /** Whether the middle of the band is above anywhere. */
        public boolean isAny() {
            return !Double.isNaN(from);
        }
    }
}
