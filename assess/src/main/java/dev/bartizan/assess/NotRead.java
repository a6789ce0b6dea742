package dev.bartizan.assess;

import dev.bartizan.graph.Input;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** What an assessment does not cover, in one line: nothing is dropped in silence. */
public final class NotRead {
    private NotRead() {}

    /** {@code not read: 2 binary files, 3 helm-template documents, 1 error}, or that everything was. */
    public static String line(Snapshot snapshot) {
        Input input = snapshot.input();
        var parts = new ArrayList<String>();
        others(input.files(), "read", "file", parts);
        others(input.documents(), "object", "document", parts);
        long errors = snapshot.problems().stream()
                .filter(problem -> problem.level() == Problem.Level.ERROR)
                .count();
        if (errors > 0) {
            parts.add(errors + (errors == 1 ? " error" : " errors"));
        }
        return parts.isEmpty()
                ? "not read: nothing, every file and document was read"
                : "not read: " + String.join(", ", parts);
    }

    private static void others(SortedMap<String, Integer> counts, String read, String noun, List<String> parts) {
        counts.forEach((outcome, count) -> {
            // An empty document was read: there is nothing in it.
            if (!outcome.equals(read) && !outcome.equals("empty") && count > 0) {
                parts.add(count + " " + outcome + " " + noun + (count == 1 ? "" : "s"));
            }
        });
    }
}
