package dev.bartizan.report.document;

import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a slide something takes, by counting letters: what is too much goes onto the next one. Lengths are in millimetres of a printed page, letters in
 * widths of a middling one.
 */
final class Room {
    /** Below the heading. */
    static final double SLIDE = 157;

    /** One line below a table. */
    static final double NOTE = 12;

    private static final double LETTERS_OF_A_TABLE = 112;
    private static final double LETTERS_OF_A_CELL = 3.2;
    private static final double TABLE_LINE = 6.0;
    private static final double TABLE_PADDING = 3.6;
    private static final double TEXT_LINE = 8.1;
    private static final int TEXT_LETTERS = 93;
    private static final double PLACE_LINE = 6.1;
    private static final int PLACE_LETTERS = 132;
    private static final double GAP = 3.6;
    private static final double FIGURES = 33;
    private static final int WIDEST_WORD = 22;
    private static final int WIDEST_WISH = 260;

    private Room() {}

    /** How wide the columns of a table are to be, in parts of a hundred: each at least as its longest word, the rest by how much stands in it. */
    static List<Double> columns(List<String> headings, List<List<String>> rows) {
        int count = headings.size();
        var least = new double[count];
        var wish = new double[count];
        for (int column = 0; column < count; column++) {
            least[column] = longestWord(headings.get(column)) + LETTERS_OF_A_CELL;
            wish[column] = headings.get(column).length();
            for (List<String> row : rows) {
                String cell = row.get(column);
                least[column] = Math.max(least[column], Math.min(WIDEST_WORD, longestWord(cell)) + LETTERS_OF_A_CELL);
                wish[column] = Math.max(wish[column], Math.min(WIDEST_WISH, cell.length()));
            }
        }
        double leastOfAll = sum(least);
        double rest = Math.max(0, LETTERS_OF_A_TABLE - leastOfAll);
        double all = leastOfAll + rest;
        var widths = new ArrayList<Double>();
        for (int column = 0; column < count; column++) {
            widths.add(100 * (least[column] + rest * wish[column] / sum(wish)) / all);
        }
        return widths;
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }

    private static int longestWord(String text) {
        int longest = 0;
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            length = Character.isWhitespace(text.charAt(i)) ? 0 : length + 1;
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** How high a row becomes. */
    static double row(List<String> cells, List<Double> columns) {
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            double letters = Math.max(1, columns.get(i) * LETTERS_OF_A_TABLE / 100 - LETTERS_OF_A_CELL);
            lines = Math.max(lines, (int) Math.ceil(cells.get(i).length() / letters));
        }
        return lines * TABLE_LINE + TABLE_PADDING;
    }

    static double point(Point point) {
        int letters = point.text().length() + point.mark().word().length() + 2;
        double height = GAP + TEXT_LINE * lines(letters, TEXT_LETTERS);
        for (String place : point.places()) {
            height += PLACE_LINE * lines(place.length(), PLACE_LETTERS);
        }
        return height;
    }

    /** What stands above a table or statements. */
    static double lead(List<Block> blocks) {
        double height = 0;
        for (Block block : blocks) {
            height += switch (block) {
                case Document.Figures ignored -> FIGURES;
                case Document.Heading ignored -> GAP + TEXT_LINE;
                case Document.Text(var text) -> GAP + TEXT_LINE * lines(text.length(), TEXT_LETTERS);
                case Document.Lead(var text) -> 2 * GAP + 1.25 * TEXT_LINE * lines(text.length(), TEXT_LETTERS * 3 / 4);
                case Document.Note(var text) -> GAP + PLACE_LINE * lines(text.length(), PLACE_LETTERS);
                case Document.Points(var points) ->
                    points.stream().mapToDouble(Room::point).sum();
                case Document.Grid grid -> {
                    List<Double> columns = columns(grid.headings(), grid.rows());
                    yield row(grid.headings(), columns)
                            + grid.rows().stream()
                                    .mapToDouble(row -> row(row, columns))
                                    .sum();
                }
                case Document.Blank ignored -> SLIDE;
                case Document.Picture ignored -> SLIDE;
                case Document.Matrix ignored -> SLIDE;
                case Document.Signatures ignored -> SLIDE;
                case Document.Lines(var count) -> count * TEXT_LINE;
            };
        }
        return height;
    }

    private static int lines(int letters, int inLine) {
        return Math.max(1, (letters + inLine - 1) / inLine);
    }
}
