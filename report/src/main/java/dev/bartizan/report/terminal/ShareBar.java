package dev.bartizan.report.terminal;

/** A share as a bar of characters. */
final class ShareBar {
    static final String LEGEND = "  █ proven   ▒ refuted   · open";

    private static final int LENGTH = 16;

    private ShareBar() {}

    /** What there is of each shows, however little. */
    static String of(int evidenced, int refuted, int open) {
        int all = evidenced + refuted + open;
        if (all == 0) {
            return "-".repeat(LENGTH);
        }
        int dark = evidenced == 0 ? 0 : Math.max(1, LENGTH * evidenced / all);
        int grey = refuted == 0 ? 0 : Math.max(1, LENGTH * refuted / all);
        int rest = open == 0 ? 0 : Math.max(1, LENGTH - dark - grey);
        int over = dark + grey + rest - LENGTH;
        if (dark >= grey && dark >= rest) {
            dark -= over;
        } else if (grey >= rest) {
            grey -= over;
        } else {
            rest -= over;
        }
        return "█".repeat(dark) + "▒".repeat(grey) + "·".repeat(rest);
    }
}
