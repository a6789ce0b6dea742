package dev.bartizan.report.html;

import dev.bartizan.snapshot.JsonOutput;
import dev.bartizan.source.Location;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The texts of the report, each embedded once: five thousand findings share a few hundred titles, remedies and file names. */
final class Texts {
    private static final int MAX_LENGTH = 1_500;

    private final Island island;
    private final Map<String, Integer> indexes = new HashMap<>();

    Texts(int maxBytes) {
        island = new Island("texts", maxBytes);
        index("… (left out: this report is full)");
    }

    /** Where the text stands in the island; the first one when there is no room left. */
    int index(String text) {
        String clipped = clip(text, MAX_LENGTH);
        Integer known = indexes.get(clipped);
        if (known != null) {
            return known;
        }
        if (!island.add(json -> json.text(clipped))) {
            return 0;
        }
        int index = island.size() - 1;
        indexes.put(clipped, index);
        return index;
    }

    /** A text of any length, at most this many UTF-16 units of it. */
    static String clip(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }

    /** As {@code [file, line, column, pointer]}, file and pointer being texts. */
    void place(JsonOutput json, Location location) {
        json.array()
                .number(index(location.file()))
                .number(location.line())
                .number(location.column())
                .number(index(location.pointer()))
                .end();
    }

    void list(JsonOutput json, String name, Collection<String> texts) {
        json.array(name);
        texts.forEach(text -> json.number(index(text)));
        json.end();
    }

    Island island() {
        return island;
    }
}
