package dev.bartizan.report.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of equal length, the first column to the left and figures to the right. Zeros are dots, so that figures stand out. */
final class Table {
    private final List<String[]> rows = new ArrayList<>();

    Table row(String... cells) {
        rows.add(cells);
        return this;
    }

    Table row(String name, int... figures) {
        var cells = new String[figures.length + 1];
        cells[0] = name;
        for (int i = 0; i < figures.length; i++) {
            cells[i + 1] = figures[i] == 0 ? "·" : Integer.toString(figures[i]);
        }
        return row(cells);
    }

    List<String> lines() {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        var widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(String[] row, int[] widths) {
        var line = new StringBuilder(row[0]).append(" ".repeat(widths[0] - row[0].length()));
        for (int i = 1; i < row.length; i++) {
            line.append("  ").append(" ".repeat(widths[i] - row[i].length())).append(row[i]);
        }
        return line.toString();
    }

    @Override
    public String toString() {
        return rows.stream().map(Arrays::toString).toList().toString();
    }
}
