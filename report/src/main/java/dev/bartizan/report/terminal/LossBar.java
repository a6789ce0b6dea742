package dev.bartizan.report.terminal;

import dev.bartizan.report.risk.LossShare;

/** An expected loss as a bar: what is left, and what controls took away. It is of use without digits. */
final class LossBar {
    private static final int LENGTH = 28;

    private LossBar() {}

    /** @param most the loss of a full bar */
    static String of(LossShare share, double most) {
        int whole = length(share.inherent(), most);
        int left = Math.min(whole, length(share.residual(), most));
        return "█".repeat(left) + "░".repeat(whole - left) + " ".repeat(LENGTH - whole);
    }

    /** One amount of another. */
    static String of(double amount, double most) {
        int left = length(amount, most);
        return "█".repeat(left) + " ".repeat(LENGTH - left);
    }

    /** Something is never nothing. */
    private static int length(double amount, double most) {
        return amount <= 0 || most <= 0 ? 0 : Math.clamp(Math.round(LENGTH * amount / most), 1, LENGTH);
    }
}
