package dev.bartizan.report.risk;

import dev.bartizan.graph.RiskFacts.Estimate;
import dev.bartizan.graph.RiskFacts.Risk;
import java.util.Locale;

/** Money and probabilities in words. Digits stand only where somebody gave figures of his own: of placeholders there is the band. */
public final class Amounts {
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;

    private Amounts() {}

    /** {@code 1.2 M}, {@code 340 k}, {@code 12}. */
    public static String of(double amount) {
        if (amount >= BILLION) {
            return figure(amount / BILLION) + " G";
        }
        if (amount >= MILLION) {
            return figure(amount / MILLION) + " M";
        }
        return amount >= THOUSAND ? figure(amount / THOUSAND) + " k" : figure(amount);
    }

    private static String figure(double figure) {
        String shown = String.format(Locale.ROOT, figure < 10 ? "%.1f" : "%.0f", figure);
        return shown.endsWith(".0") ? shown.substring(0, shown.length() - 2) : shown;
    }

    /** {@code 3.1 %}. */
    public static String percent(double probability) {
        double percent = 100 * probability;
        if (percent > 0 && percent < 0.1) {
            return String.format(Locale.ROOT, "%.3f %%", percent);
        }
        return String.format(Locale.ROOT, "%.1f %%", percent);
    }

    /** What a year costs: {@code moderate}, of a calibrated risk {@code moderate, EUR 120 k a year}. */
    public static String estimate(Risk risk, Estimate estimate, String currency) {
        return risk.calibrated()
                ? estimate.band().word() + ", " + currency + " " + of(estimate.annual()) + " a year"
                : estimate.band().word();
    }
}
