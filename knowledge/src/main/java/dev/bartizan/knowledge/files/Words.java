package dev.bartizan.knowledge.files;

import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Spelling;
import java.util.Collection;
import java.util.Optional;

/** Checks a word against a list of allowed ones. */
public final class Words {
    private Words() {}

    /** The problem with this word, if it is not allowed. */
    public static Optional<Problem> check(String what, String word, Collection<String> allowed, Location location) {
        if (allowed.contains(word)) {
            return Optional.empty();
        }
        String suggestion = Spelling.nearest(word, allowed)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse(".");
        return Optional.of(Problem.error(
                "unknown-word",
                "'" + word + "' is no " + what + suggestion,
                "use a word of vocabulary.yaml, or add it there",
                location));
    }
}
