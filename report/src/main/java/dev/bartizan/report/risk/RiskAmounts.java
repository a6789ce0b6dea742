package dev.bartizan.report.risk;

import java.util.List;

/** Amounts of money and probabilities in words that say no more than is known: digits where they were calibrated, else an order of magnitude. */
public final class RiskAmounts {
    private static final List<String> ORDERS = List.of("", "thousands", "millions", "billions", "trillions");

    private RiskAmounts() {}

    /** {@code 21 M EUR} if it is calibrated, else {@code tens of millions EUR}. */
    public static String of(double amount, String currency, boolean isCalibrated) {
        return (isCalibrated ? Amounts.of(amount) : order(amount)) + " " + currency;
    }

    /** {@code hundreds of thousands}. */
    public static String order(double amount) {
        if (amount < 1000) {
            return "less than a thousand";
        }
        int decade = (int) Math.floor(StrictMath.log10(amount) + 1e-12);
        int thousands = Math.min(decade / 3, ORDERS.size() - 1);
        List<String> parts = List.of("", "tens of ", "hundreds of ");
        return parts.get(Math.min(decade - 3 * thousands, 2)) + ORDERS.get(thousands);
    }

    /** A probability: {@code 3.1 %} if it is calibrated, else {@code unlikely}. */
    public static String likely(double probability, boolean isCalibrated) {
        if (isCalibrated) {
            return Amounts.percent(probability);
        }
        if (probability >= 0.9) {
            return "almost certain";
        }
        if (probability >= 0.5) {
            return "likely";
        }
        if (probability >= 0.1) {
            return "possible";
        }
        return probability >= 0.01 ? "unlikely" : "rare";
    }
}
