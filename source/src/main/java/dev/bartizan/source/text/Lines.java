package dev.bartizan.source.text;

import java.util.Arrays;

/** Where the lines of a text begin. Lines end as YAML and editors have it: with LF, CR LF or a lone CR. */
final class Lines {
    private int[] offsets;
    private int count = 1;

    private Lines(int expected) {
        this.offsets = new int[Math.max(16, expected)];
    }

    static int[] starts(String text) {
        var starts = new Lines(text.length() / 24);
        if (text.indexOf('\r') >= 0) {
            starts.addAll(text);
        } else {
            for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
                starts.add(feed + 1);
            }
        }
        return Arrays.copyOf(starts.offsets, starts.count);
    }

    private void addAll(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '\n' || (unit == '\r' && !text.startsWith("\n", i + 1))) {
                add(i + 1);
            }
        }
    }

    private void add(int start) {
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        offsets[count++] = start;
    }
}
