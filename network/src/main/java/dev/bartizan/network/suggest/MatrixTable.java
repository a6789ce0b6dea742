package dev.bartizan.network.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** How many pairs may connect before and after, by namespaces, as a table of Markdown. */
final class MatrixTable {
    private static final int MOST_ROWS = 500;

    private MatrixTable() {}

    static List<String> of(SortedMap<Matrix.Cell, Long> before, SortedMap<Matrix.Cell, Long> after) {
        var cells = new TreeSet<>(before.keySet());
        cells.addAll(after.keySet());
        var lines = new ArrayList<>(List.of(
                "",
                "## Before and after",
                "",
                "Pairs of workloads that may or might connect at some port.",
                "",
                "| from | to | before | after |",
                "|------|----|-------:|------:|"));
        cells.stream()
                .limit(MOST_ROWS)
                .forEach(cell -> lines.add(row(
                        text(cell.from()),
                        text(cell.to()),
                        before.getOrDefault(cell, 0L),
                        after.getOrDefault(cell, 0L))));
        if (cells.size() > MOST_ROWS) {
            lines.add("| and " + (cells.size() - MOST_ROWS) + " more | | | |");
        }
        lines.add(row("**all**", "", sum(before), sum(after)));
        return lines;
    }

    private static String row(String from, String to, long before, long after) {
        return "| " + from + " | " + to + " | " + before + " | " + after + " |";
    }

    private static long sum(SortedMap<Matrix.Cell, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** A text of others that means nothing to Markdown. */
    static String text(String said) {
        return YamlText.oneLine(said).replaceAll("([\\\\`*_{}\\[\\]<>#|!])", "\\\\$1");
    }
}
