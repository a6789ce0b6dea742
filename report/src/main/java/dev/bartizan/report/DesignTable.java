package dev.bartizan.report;

import java.util.List;

/**
 * A chapter of a network design that an analysis brings.
 *
 * @param note what the table means, or why it is empty
 * @param rows each with as many cells as there are headings
 */
public record DesignTable(String heading, String note, List<String> headings, List<List<String>> rows) {
    public DesignTable {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
