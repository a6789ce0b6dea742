package dev.bartizan.report.document;

import java.time.LocalDate;
import java.util.List;

/**
 * A document, before it has a form.
 *
 * @param subtitle what it is about
 * @param date the day it holds for
 * @param seal what it is bound to; printed on every page
 */
public record Document(String title, String subtitle, LocalDate date, String seal, List<Chapter> chapters) {
    public Document {
        chapters = List.copyOf(chapters);
    }

    /** A heading and what stands under it. */
    public record Chapter(String heading, List<Block> blocks) {
        public Chapter {
            blocks = List.copyOf(blocks);
        }
    }

    /** A piece of a chapter. */
    public sealed interface Block {}

    /** Running text. */
    public record Text(String text) implements Block {}

    /** A table; every row has as many cells as there are headings. */
    public record Grid(List<String> headings, List<List<String>> rows) implements Block {
        public Grid {
            headings = List.copyOf(headings);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

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
