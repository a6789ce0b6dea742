package dev.bartizan.risk.portfolio;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What the best choice within a budget can avoid at most on top of what is chosen: as every further mitigation avoids less, no more than each would avoid alone, filled into the budget in the order of avoidance per effort and the last one in
 * part (G. L. Nemhauser, L. A. Wolsey and M. L. Fisher, Math. Programming 14, 1978).
 */
final class KnapsackBound {
    private KnapsackBound() {}

    /**
     * @param gains of each beside what is chosen
     * @param excluded those that are not to be had
     */
    static double of(double[] gains, double[] efforts, BitSet excluded, double budget) {
        int[] order = IntStream.range(0, gains.length)
                .filter(m -> !excluded.get(m) && gains[m] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer m) -> -gains[m] / efforts[m])
                        .thenComparingInt(Integer::intValue))
                .mapToInt(Integer::intValue)
                .toArray();
        double left = budget;
        double sum = 0;
        for (int m : order) {
            if (left <= 0 && efforts[m] > 0) {
                break;
            }
            sum += gains[m] * (efforts[m] <= left ? 1 : left / efforts[m]);
            left -= efforts[m];
        }
        return sum;
    }
}
