package dev.bartizan.report.html;

import dev.bartizan.source.Location;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gives the lines of the input around places, secrets masked. */
@FunctionalInterface
public interface ExcerptSource {
    /** For a platform that was read from a snapshot file, which holds no lines. */
    ExcerptSource NONE = (places, context) -> new TreeMap<>();

    /**
     * @param context how many lines to give before and after
     * @return without the places whose lines are not at hand
     */
    SortedMap<Location, Excerpt> around(Collection<Location> places, int context);

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
