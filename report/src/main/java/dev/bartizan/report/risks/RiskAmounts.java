package dev.bartizan.report.risks;

import java.util.List;
import java.util.Locale;

/** Amounts of money in words that say no more than is known: digits where they were calibrated, else an order of magnitude. */
public final class RiskAmounts {
    private static final List<String> ORDERS = List.of("", "thousands", "millions", "billions", "trillions");
    private static final List<String> UNITS = List.of("", " k", " M", " bn", " tn");

    private RiskAmounts() {}

    /** {@code 20.8 M EUR} if it is calibrated, else {@code tens of millions EUR}. */
    public static String of(double amount, String currency, boolean isCalibrated) {
        return (isCalibrated ? digits(amount) : order(amount)) + " " + currency;
    }

    /** Three digits: {@code 20.8 M}. */
    public static String digits(double amount) {
        if (amount < 1) {
            return "0";
        }
        int decade = (int) Math.floor(StrictMath.log10(amount) + 1e-12);
        double leading = Math.round(amount / StrictMath.pow(10, decade - 2));
        if (leading >= 1000) {
            leading = 100;
            decade++;
        }
        int thousands = Math.min(decade / 3, UNITS.size() - 1);
        int behind = Math.max(0, 2 - (decade - 3 * thousands));
        double shown = leading * StrictMath.pow(10, decade - 2 - 3 * thousands);
        return String.format(Locale.ROOT, "%." + (decade < 3 ? 0 : behind) + "f", shown) + UNITS.get(thousands);
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
}
