package dev.bartizan.source.text;

import java.util.Arrays;

/** Where the lines of a text begin. Lines end as YAML and editors have it: with LF, CR LF or a lone CR. */
final class Lines {
    private Lines() {}

    static int[] starts(String text) {
        int[] starts = new int[Math.max(16, text.length() / 24)];
        int count = 1;
        boolean returns = text.indexOf('\r') >= 0;
        int at = next(text, 0, returns);
        while (at >= 0) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = at;
            at = next(text, at, returns);
        }
        return Arrays.copyOf(starts, count);
    }

    private static int next(String text, int from, boolean returns) {
        int feed = text.indexOf('\n', from);
        if (!returns) {
            return feed < 0 ? -1 : feed + 1;
        }
        int end = text.indexOf('\r', from, feed < 0 ? text.length() : feed);
        if (end < 0 || end + 1 == feed) {
            return feed < 0 ? -1 : feed + 1;
        }
        return end + 1;
    }
}
