package dev.bartizan.report.document;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A document, before it has a form.
 *
 * @param subtitle what it is about, and of which day
 * @param date the day it holds for
 * @param seal what it is bound to; printed on every page, nothing when it is empty
 * @param form how it is read
 */
public record Document(String title, String subtitle, LocalDate date, String seal, Form form, List<Chapter> chapters) {
    public Document {
        chapters = List.copyOf(chapters);
    }

    /** As a page for a browser. */
    public String html() {
        return DocumentHtml.screen(this);
    }

    /** As PDF; the stream stays open. */
    public void writePdf(OutputStream out) throws IOException {
        DocumentPdf.write(this, out);
    }

    /** How a document is read. */
    public enum Form {
        /** At a desk, chapter after chapter. */
        PAPER,
        /** Handed over: upright pages with numbered chapters, each on a new one; the first stands under the title. */
        REPORT,
        /** In a room, a chapter a page, large; the first chapter stands under the title. */
        SLIDES
    }

    /** A heading and what stands under it. */
    public record Chapter(String heading, List<Block> blocks) {
        public Chapter {
            blocks = List.copyOf(blocks);
        }
    }

    /** A piece of a chapter. */
    public sealed interface Block {}

    /** A heading within a chapter. */
    public record Heading(String text) implements Block {}

    /** Running text. */
    public record Text(String text) implements Block {}

    /** The thought of a page, larger than the rest. */
    public record Lead(String text) implements Block {}

    /** Text of less weight. */
    public record Note(String text) implements Block {}

    /** A table; every row has as many cells as there are headings. */
    public record Grid(List<String> headings, List<List<String>> rows) implements Block {
        public Grid {
            headings = List.copyOf(headings);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A table to fill in by hand. */
    public record Blank(List<String> headings, int rows) implements Block {
        public Blank {
            headings = List.copyOf(headings);
        }
    }

    /** Numbers that are to be seen from the last row. */
    public record Figures(List<Figure> figures) implements Block {
        public Figures {
            figures = List.copyOf(figures);
        }
    }

    /** A number and what it counts. */
    public record Figure(String value, String label) {
        static Figure of(long count, String label) {
            return new Figure(Long.toString(count), label);
        }
    }

    /** Statements, one below the other. */
    public record Points(List<Point> points) implements Block {
        public Points {
            points = List.copyOf(points);
        }
    }

    /**
     * A statement.
     *
     * @param mark how grave, or what is answered
     * @param places what it rests on, a line each, with file and line
     */
    public record Point(Mark mark, String text, List<String> places) {
        public Point {
            places = List.copyOf(places);
        }

        static Point of(String text) {
            return new Point(Mark.NONE, text, List.of());
        }
    }

    /**
     * A word in a box.
     *
     * @param word nothing is drawn when it is empty
     */
    public record Mark(String word, Tone tone) {
        static final Mark NONE = new Mark("", Tone.PLAIN);
    }

    /** The colour of a mark. */
    public enum Tone {
        CRITICAL,
        HIGH,
        MEDIUM,
        LOW,
        OPEN,
        GOOD,
        PLAIN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A picture of module {@code diagram}.
     *
     * @param description for who does not see it
     */
    public record Picture(String svg, String description) implements Block {}

    /** Room to write by hand. */
    public record Lines(int count) implements Block {}

    /**
     * Who reaches whom, as shades.
     *
     * @param names of rows and columns alike
     * @param cells by row, then column
     */
    public record Matrix(List<String> names, List<List<Shade>> cells) implements Block {
        public Matrix {
            names = List.copyOf(names);
            cells = cells.stream().map(List::copyOf).toList();
        }
    }

    /** How much of a pair of zones is open. */
    public enum Shade {
        NOTHING("·", "nothing"),
        SOME("some", "some ports of some pods"),
        DEPENDS("?", "depends on an assumption"),
        ALL("all", "all ports of all pods");

        private final String mark;
        private final String meaning;

        Shade(String mark, String meaning) {
            this.mark = mark;
            this.meaning = meaning;
        }

        String mark() {
            return mark;
        }

        String meaning() {
            return meaning;
        }
    }

    /** Lines to sign on. */
    public record Signatures(List<String> roles) implements Block {
        public Signatures {
            roles = List.copyOf(roles);
        }
    }
}
