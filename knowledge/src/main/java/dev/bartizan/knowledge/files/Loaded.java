package dev.bartizan.knowledge.files;

import dev.bartizan.source.Problem;
import java.util.List;

/** What became of loading knowledge. */
public sealed interface Loaded<T> {
    /** It is right. */
    record Good<T>(T value) implements Loaded<T> {}

    /** It is wrong, for each of these reasons. */
    record Bad<T>(List<Problem> problems) implements Loaded<T> {
        public Bad {
            problems = List.copyOf(problems);
        }
    }
}
