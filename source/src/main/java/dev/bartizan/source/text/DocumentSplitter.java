package dev.bartizan.source.text;

import java.util.Arrays;

/**
 * Cuts a stream where its documents begin, so that a broken document loses only itself and documents can be read in parallel. A line that begins with
 * {@code ---} and white space begins a document wherever it stands: YAML forbids it inside every kind of scalar (YAML 1.2.2, production
 * c-forbidden). Directives go with the document they precede.
 */
final class DocumentSplitter {
    private final String text;
    private int[] starts = new int[16];
    private int count;

    private DocumentSplitter(String text) {
        this.text = text;
    }

    /** Where each part begins, in UTF-16 units; the first is 0. */
    static int[] starts(String text, int[] lineStarts) {
        return new DocumentSplitter(text).split(lineStarts);
    }

    private int[] split(int[] lineStarts) {
        add(0);
        // Before the first document and after "..." directives may stand; they belong to the document that follows.
        boolean prologue = true;
        int directives = -1;
        for (int line : lineStarts) {
            int at = line < text.length() && text.charAt(line) == '\uFEFF' ? line + 1 : line;
            char first = at < text.length() ? text.charAt(at) : '\n';
            if (first == '-' && isMark(at, "---")) {
                add(directives >= 0 ? directives : line);
                prologue = false;
                directives = -1;
            } else if (first == '.' && isMark(at, "...")) {
                prologue = true;
                directives = -1;
            } else if (prologue && first == '%') {
                directives = directives >= 0 ? directives : line;
            } else if (prologue && first != '#' && !isBlank(at)) {
                prologue = false;
                directives = -1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private void add(int start) {
        if (count > 0 && starts[count - 1] == start) {
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = start;
    }

    private boolean isMark(int at, String mark) {
        return text.startsWith(mark, at) && (at + 3 == text.length() || isWhite(text.charAt(at + 3)));
    }

    private boolean isBlank(int line) {
        for (int i = line; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '\n' || unit == '\r') {
                return true;
            }
            if (unit == '#') {
                return true;
            }
            if (unit != ' ' && unit != '\t') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhite(char unit) {
        return unit == ' ' || unit == '\t' || unit == '\n' || unit == '\r';
    }
}
