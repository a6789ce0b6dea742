package dev.bartizan.report.document;

import dev.bartizan.report.document.Document.Blank;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Form;
import dev.bartizan.report.document.Document.Note;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A threat model to fill in by hand: the sections of {@link ThreatModel}, each with guidance and an empty table. */
public final class ThreatTemplate {
    private static final int EMPTY_ROWS = 9;
    private static final String ABOUT = "of ____________________, as of ____________";

    private ThreatTemplate() {}

    /** To print or to fill in in a browser's or office program. */
    public static Document document(LocalDate day) {
        var chapters = new ArrayList<Chapter>();
        chapters.add(
                new Chapter(
                        "",
                        List.of(
                                new Note("Author: ____________________   Reviewers: ______________________________"),
                                new Note(
                                        "Fill in what you know and say what you do not: an empty cell is a question, not an answer. A platform that Bartizan can read fills in most of this by itself."))));
        for (ThreatModelSection section : ThreatModelSection.values()) {
            List<Block> blocks = List.of(new Note(section.guidance()), new Blank(section.columns(), EMPTY_ROWS));
            chapters.add(new Chapter(section.heading(), blocks));
        }
        return new Document("Threat model", ABOUT, day, "", Form.SLIDES, chapters);
    }

    /** For a repository. */
    public static String markdown() {
        var text = new StringBuilder("# Threat model\n\nof ____________________, as of ____________\n\n");
        text.append("Author:\n\nReviewers:\n\n");
        text.append("Fill in what you know and say what you do not: an empty cell is a question, not an answer.\n");
        Arrays.stream(ThreatModelSection.values()).forEach(section -> {
            text.append("\n## ").append(section.heading()).append("\n\n");
            text.append("> ").append(section.guidance()).append("\n\n");
            text.append("| ").append(String.join(" | ", section.columns())).append(" |\n");
            text.append("|").append("---|".repeat(section.columns().size())).append('\n');
            for (int row = 0; row < 3; row++) {
                text.append("|").append("  |".repeat(section.columns().size())).append('\n');
            }
        });
        return text.toString();
    }
}
