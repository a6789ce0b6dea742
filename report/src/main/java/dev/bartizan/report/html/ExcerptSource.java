package dev.bartizan.report.html;

import dev.bartizan.source.Location;
import java.util.List;
import java.util.Optional;

/** Gives the lines of the input around a place, secrets masked. */
@FunctionalInterface
public interface ExcerptSource {
    /** For a platform that was read from a snapshot file, which holds no lines. */
    ExcerptSource NONE = (location, context) -> Optional.empty();

    /**
     * @param context how many lines to give before and after
     * @return empty when the lines are not at hand
     */
    Optional<Excerpt> around(Location location, int context);

    /**
     * @param firstLine the 1-based number of the first line
     * @param lines without line ends
     */
    record Excerpt(int firstLine, List<String> lines) {
        public Excerpt {
            lines = List.copyOf(lines);
        }
    }
}
