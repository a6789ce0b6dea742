package dev.bartizan.source.text;

import java.util.Arrays;

/** Turns the code point indexes of snakeyaml-engine within a part into UTF-16 offsets within the file. */
public final class Offsets {
    private static final int[] NONE = {};

    private final int start;
    private final int length;
    /** The code point index behind each surrogate pair. */
    private final int[] pairs;

    private Offsets(int start, int length, int[] pairs) {
        this.start = start;
        this.length = length;
        this.pairs = pairs;
    }

    public static Offsets of(String part, int start) {
        int points = part.codePointCount(0, part.length());
        return new Offsets(start, part.length(), points == part.length() ? NONE : pairs(part));
    }

    private static int[] pairs(String part) {
        int[] pairs = new int[part.length() - part.codePointCount(0, part.length())];
        int found = 0;
        int point = 0;
        for (int i = 0; i < part.length(); point++) {
            int width = Character.charCount(part.codePointAt(i));
            if (width == 2) {
                pairs[found++] = point + 1;
            }
            i += width;
        }
        return pairs;
    }

    public int of(int index) {
        if (pairs.length == 0) {
            return start + Math.min(index, length);
        }
        int found = Arrays.binarySearch(pairs, index);
        return start + Math.min(index + (found >= 0 ? found + 1 : -found - 1), length);
    }
}
