package dev.bartizan.report.terminal;

import java.util.List;

/** Figures and lists in words. */
final class Words {
    private static final List<String> EFFORTS = List.of("a line", "a tested change", "a piece of work");

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

    /** @param effort from 1; a file may hold any other number */
    static String effort(int effort) {
        return EFFORTS.get(Math.clamp(effort, 1, EFFORTS.size()) - 1);
    }
}
