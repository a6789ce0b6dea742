package dev.bartizan.source;

import java.util.Comparator;

/**
 * A place in the input.
 *
 * @param file the path relative to the argument it came from, with forward slashes; {@code -} for standard input
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 * @param pointer the JSON pointer (RFC 6901) of the value within its document; empty for the document itself or where none is known
 */
public record Location(String file, int line, int column, String pointer) implements Comparable<Location> {
    private static final Comparator<Location> ORDER = Comparator.comparing(Location::file)
            .thenComparingInt(Location::line)
            .thenComparingInt(Location::column)
            .thenComparing(Location::pointer);

    public Location {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column are 1-based: " + line + ":" + column);
        }
    }

    /** The first line of a file. */
    public static Location ofFile(String file) {
        return new Location(file, 1, 1, "");
    }

    @Override
    public int compareTo(Location other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line:column}, as compilers print it and editors open it. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
