package dev.bartizan.risk.loss;

/**
 * A falling curve point by point, with its bounds.
 *
 * @param amounts ascending, from 0
 * @param areas below the curve, from 0 to each amount
 */
@SuppressWarnings("ArrayRecordComponent")
record CurvePoints(double[] amounts, double[] values, double[] lows, double[] highs, double[] areas) {
    /** Takes the points as they were computed and makes them fall, which tightens the bounds and takes rounding out of the values. */
    static CurvePoints of(double[] amounts, double[] values, double[] lows, double[] highs) {
        int n = amounts.length;
        for (int i = 1; i < n; i++) {
            highs[i] = Math.min(highs[i], highs[i - 1]);
        }
        for (int i = n - 2; i >= 0; i--) {
            lows[i] = Math.max(lows[i], lows[i + 1]);
        }
        var areas = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = Math.clamp(values[i], Math.min(lows[i], highs[i]), highs[i]);
            if (i > 0) {
                values[i] = Math.min(values[i], values[i - 1]);
                areas[i] = areas[i - 1] + 0.5 * (amounts[i] - amounts[i - 1]) * (values[i] + values[i - 1]);
            }
        }
        return new CurvePoints(amounts, values, lows, highs, areas);
    }
}
