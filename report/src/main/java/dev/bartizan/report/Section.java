package dev.bartizan.report;

import dev.bartizan.report.terminal.TerminalExplanation;
import java.util.List;

/** A part of an explanation that somebody else puts together. */
public record Section(String title, List<Entry> entries) {
    public Section {
        entries = List.copyOf(entries);
    }

    TerminalExplanation.Section shown() {
        return new TerminalExplanation.Section(
                title,
                entries.stream().map(Entry::text).toList(),
                entries.stream().map(Entry::note).toList());
    }

    /**
     * One line.
     *
     * @param note what it rests on: a source, a place
     */
    public record Entry(String text, String note) {}
}
