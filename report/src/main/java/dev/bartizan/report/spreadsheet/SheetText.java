package dev.bartizan.report.spreadsheet;

import dev.bartizan.report.safeguards.MatrixTable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One table as a sheet: headings that stay in sight and filter, columns as wide as what they hold. */
final class SheetText {
    /** More digits than these a spreadsheet would round away. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,6})?");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Day 0 of a spreadsheet, for days from March 1900. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private static final int FIRST_YEAR = 1901;

    /** What one cell holds at most; programs refuse the file otherwise. */
    private static final int LONGEST = 32_767;

    private static final int WIDEST = 60;
    private static final int NARROWEST = 8;

    private enum Column {
        TEXT,
        NUMBER,
        DAY
    }

    private final StringBuilder text = new StringBuilder();

    private SheetText() {}

    static String of(MatrixTable table, String namespace) {
        var sheet = new SheetText();
        sheet.write(table, namespace);
        return sheet.text.toString();
    }

    private void write(MatrixTable table, String namespace) {
        int columns = table.headings().size();
        text.append("<worksheet xmlns=\"").append(namespace).append("\"><sheetViews><sheetView workbookViewId=\"0\">");
        text.append("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
        text.append("</sheetView></sheetViews><cols>");
        var kinds = new ArrayList<Column>();
        for (int i = 0; i < columns; i++) {
            int column = i;
            List<String> cells =
                    table.rows().stream().map(row -> row.get(column)).toList();
            kinds.add(kind(cells));
            int widest = cells.stream().mapToInt(String::length).max().orElse(0) + 1;
            int width = Math.clamp(Math.max(widest, table.headings().get(i).length() + 3), NARROWEST, WIDEST);
            text.append(
                    "<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\"" + width + "\" customWidth=\"1\"/>");
        }
        text.append("</cols><sheetData>");
        row(1, table.headings(), 1, kinds.stream().map(kind -> Column.TEXT).toList());
        for (int i = 0; i < table.rows().size(); i++) {
            row(i + 2, table.rows().get(i), 2, kinds);
        }
        text.append("</sheetData><autoFilter ref=\"A1:")
                .append(name(columns - 1))
                .append(table.rows().size() + 1)
                .append("\"/></worksheet>");
    }

    /** @param style of text */
    private void row(int number, List<String> cells, int style, List<Column> kinds) {
        text.append("<row r=\"").append(number).append("\">");
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                cell(name(i) + number, cells.get(i), style, kinds.get(i));
            }
        }
        text.append("</row>");
    }

    private void cell(String reference, String cell, int style, Column kind) {
        text.append("<c r=\"").append(reference);
        switch (kind) {
            case TEXT ->
                text.append("\" s=\"" + style + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                        .append(escaped(cell))
                        .append("</t></is></c>");
            case NUMBER -> text.append("\" s=\"0\"><v>").append(cell).append("</v></c>");
            case DAY ->
                text.append("\" s=\"3\"><v>")
                        .append(ChronoUnit.DAYS.between(EPOCH, LocalDate.parse(cell)))
                        .append("</v></c>");
        }
    }

    private static Column kind(List<String> cells) {
        List<String> known = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        if (known.isEmpty()) {
            return Column.TEXT;
        }
        if (known.stream().allMatch(NUMBER.asMatchPredicate())) {
            return Column.NUMBER;
        }
        return known.stream().allMatch(SheetText::isDay) ? Column.DAY : Column.TEXT;
    }

    private static boolean isDay(String cell) {
        try {
            return DAY.matcher(cell).matches() && LocalDate.parse(cell).getYear() >= FIRST_YEAR;
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }

    /** A, B … Z, AA … */
    private static String name(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : name(column / 26 - 1) + last;
    }

    /** For XML 1.0, which cannot hold every character. */
    static String escaped(String cell) {
        var escaped = new StringBuilder();
        cell.codePoints().limit(LONGEST).forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isAllowed(point) ? point : ' ');
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int point) {
        return point >= 0x20
                && !Character.isISOControl(point)
                && !(point >= 0xD800 && point <= 0xDFFF)
                && (point & 0xFFFE) != 0xFFFE;
    }
}
