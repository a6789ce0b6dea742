package dev.bartizan.snapshot;

import dev.bartizan.graph.Truth;
import dev.bartizan.snapshot.json.JsonCursor;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tools.jackson.core.TokenStreamLocation;

/** Reads the keys {@code truth} and {@code gaps} of one object. */
final class TruthReader {
    private static final Map<String, String> TRUTHS =
            Words.of(new String[] {"confirmed", "refuted", "undecided"}, UnaryOperator.identity());

    private final JsonCursor cursor;
    private final TokenStreamLocation start;
    private String truth = "confirmed";
    private List<String> gaps = List.of();

    /** Made before the object is opened. */
    TruthReader(JsonCursor cursor) {
        this.cursor = cursor;
        this.start = cursor.place();
    }

    void word() {
        truth = cursor.word(TRUTHS, truth);
    }

    void gaps() {
        gaps = cursor.texts("the gaps");
    }

    Truth read() {
        if (truth.equals("undecided") == gaps.isEmpty()) {
            cursor.problem(
                    "snapshot-contradiction",
                    "what is undecided, and nothing else, names its gaps",
                    JsonCursor.WRITE_AGAIN,
                    cursor.location(start));
        }
        Truth known = truth.equals("refuted") ? Truth.REFUTED : Truth.CONFIRMED;
        return gaps.isEmpty() ? known : new Truth.Undecided(new TreeSet<>(gaps));
    }
}
