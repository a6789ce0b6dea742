package dev.bartizan.network.observed;

import java.util.ArrayList;
import java.util.List;

/** A line of CSV (RFC 4180); a quoted field ends in its line. */
final class CsvLine {
    private final String line;
    private final List<Cell> cells = new ArrayList<>();
    private int at;

    private CsvLine(String line) {
        this.line = line;
    }

    static List<Cell> read(String line) throws Mistake {
        var reading = new CsvLine(line);
        do {
            reading.cell();
        } while (reading.at++ < line.length());
        return reading.cells;
    }

    private void cell() throws Mistake {
        int column = at + 1;
        if (at < line.length() && line.charAt(at) == '"') {
            at++;
            cells.add(new Cell(quoted(column), column));
            if (at < line.length() && line.charAt(at) != ',') {
                throw new Mistake(at + 1, "something stands behind a quoted field", "separate fields with commas");
            }
            return;
        }
        int end = line.indexOf(',', at);
        int stop = end < 0 ? line.length() : end;
        cells.add(new Cell(line.substring(at, stop), column));
        at = stop;
    }

    private String quoted(int column) throws Mistake {
        var text = new StringBuilder();
        for (; at < line.length(); at++) {
            boolean isQuote = line.charAt(at) == '"';
            boolean isDoubled = isQuote && at + 1 < line.length() && line.charAt(at + 1) == '"';
            if (isQuote && !isDoubled) {
                at++;
                return text.toString();
            }
            text.append(line.charAt(at));
            at += isDoubled ? 1 : 0;
        }
        throw new Mistake(column, "a quoted field does not end", "close it in its line");
    }
}
