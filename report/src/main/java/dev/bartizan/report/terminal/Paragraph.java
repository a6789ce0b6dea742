package dev.bartizan.report.terminal;

import java.util.ArrayList;
import java.util.List;

/** Running text, broken where people break it: a terminal would break words and lose the indent. */
final class Paragraph {
    private static final int WIDTH = 110;

    private Paragraph() {}

    /**
     * The lines of a text from the input.
     *
     * @param first stands before the first line
     * @param next stands before every other
     */
    static List<String> lines(String first, String next, String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(first);
        boolean isEmpty = true;
        for (String word : Printable.of(text).split(" ")) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(next);
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
