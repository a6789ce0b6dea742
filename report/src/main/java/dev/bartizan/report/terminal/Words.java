package dev.bartizan.report.terminal;

import java.util.List;

/** Figures and lists in words. */
final class Words {
    private Words() {}

    /** {@code 1 file}, {@code 2 files}. */
    static String count(int figure, String noun) {
        return figure + " " + noun + (figure == 1 ? "" : "s");
    }

    /** The first few names, and how many more there are. */
    static String some(List<String> names, int most) {
        var shown =
                String.join(", ", names.stream().limit(most).map(Printable::of).toList());
        return names.size() > most ? shown + " and " + (names.size() - most) + " more" : shown;
    }
}
