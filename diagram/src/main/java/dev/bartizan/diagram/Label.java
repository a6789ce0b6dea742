package dev.bartizan.diagram;

/** Shortens text to a width without measuring fonts: the same on every machine. */
final class Label {
    private static final String NARROW = "fijlrtI.,:;'|!-()[]/ ";
    private static final String WIDE = "mwMW@%";

    private Label() {}

    /** The text, or its beginning and end around an ellipsis; names that differ tend to differ there. */
    static String fit(String text, double fontSize, int width) {
        int[] points = text.codePoints().limit(512).toArray();
        if (width(points, 0, points.length, fontSize) <= width) {
            return new String(points, 0, points.length);
        }
        int head = points.length;
        int tail = 0;
        double room = width - fontSize;
        while (head > 1 && width(points, 0, head, fontSize) > room * 0.6) {
            head--;
        }
        while (tail < points.length - head
                && width(points, points.length - tail - 1, points.length, fontSize) <= room * 0.4) {
            tail++;
        }
        return new String(points, 0, head) + "…" + new String(points, points.length - tail, tail);
    }

    /** About how wide a text is. */
    static int width(String text, double fontSize) {
        int[] points = text.codePoints().limit(512).toArray();
        return (int) Math.ceil(width(points, 0, points.length, fontSize));
    }

    private static double width(int[] points, int from, int to, double fontSize) {
        double ems = 0;
        for (int i = from; i < to; i++) {
            ems += ems(points[i]);
        }
        return ems * fontSize;
    }

    private static double ems(int point) {
        if (point > 0x2000) {
            return 1;
        }
        if (NARROW.indexOf(point) >= 0) {
            return 0.34;
        }
        if (WIDE.indexOf(point) >= 0) {
            return 0.86;
        }
        return Character.isUpperCase(point) ? 0.68 : 0.57;
    }
}
