package dev.bartizan.source;

/**
 * A place in the input.
 *
 * @param file the path relative to the argument it came from, with forward slashes; {@code -} for standard input
 * @param line 1-based
 * @param column 1-based, in UTF-16 units
 * @param pointer the JSON pointer (RFC 6901) of the value within its document; empty for the document itself or where none is known
 */
public record Location(String file, int line, int column, String pointer) implements Comparable<Location> {
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
        int order = file.compareTo(other.file);
        if (order == 0) {
            order = Integer.compare(line, other.line);
        }
        if (order == 0) {
            order = Integer.compare(column, other.column);
        }
        return order == 0 ? pointer.compareTo(other.pointer) : order;
    }

    /** Written out, as is the order: a platform has hundreds of thousands of places, and what a record makes of itself is several times slower. */
    @Override
    public int hashCode() {
        return 31 * (31 * (31 * file.hashCode() + line) + column) + pointer.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Location place
                && line == place.line
                && column == place.column
                && file.equals(place.file)
                && pointer.equals(place.pointer);
    }

    /** {@code file:line:column}, as compilers print it and editors open it. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
