package dev.bartizan.testkit;

import java.util.List;
import org.assertj.core.util.diff.DiffUtils;

/** A unified diff of two texts, short enough to read in a test log. */
final class TextDifference {
    private static final int CONTEXT = 3;
    /** The diff is quadratic in what differs: beyond this many lines a side only the beginning is compared. */
    private static final int COMPARED_LINES = 400;

    private static final int SHOWN_LINES = 120;
    private static final int SHOWN_COLUMNS = 240;

    private TextDifference() {}

    static String between(String expected, String actual) {
        List<String> expectedLines = expected.lines().toList();
        List<String> actualLines = actual.lines().toList();
        if (expectedLines.equals(actualLines)) {
            return "the lines are equal; line ends or the end of the file differ (expected %s units, actual %s)"
                    .formatted(expected.length(), actual.length());
        }
        int from = Math.max(0, commonPrefix(expectedLines, actualLines) - CONTEXT);
        List<String> expectedPart = part(expectedLines, from);
        List<String> actualPart = part(actualLines, from);
        List<String> diff = DiffUtils.generateUnifiedDiff(
                "expected", "actual", expectedPart, DiffUtils.diff(expectedPart, actualPart), CONTEXT);
        var text = new StringBuilder("from line ").append(from + 1).append('\n');
        diff.stream()
                .limit(SHOWN_LINES)
                .forEach(line -> text.append(shortened(line)).append('\n'));
        if (diff.size() > SHOWN_LINES) {
            text.append("… ").append(diff.size() - SHOWN_LINES).append(" more lines\n");
        }
        return text.toString();
    }

    private static int commonPrefix(List<String> expected, List<String> actual) {
        int limit = Math.min(expected.size(), actual.size());
        int line = 0;
        while (line < limit && expected.get(line).equals(actual.get(line))) {
            line++;
        }
        return line;
    }

    private static List<String> part(List<String> lines, int from) {
        return lines.subList(from, Math.min(lines.size(), from + COMPARED_LINES));
    }

    private static String shortened(String line) {
        return line.length() <= SHOWN_COLUMNS ? line : line.substring(0, SHOWN_COLUMNS) + "…";
    }
}
