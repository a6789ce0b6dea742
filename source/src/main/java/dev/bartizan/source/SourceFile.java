package dev.bartizan.source;

import java.util.Arrays;

/** A file that was read: what it takes to turn an offset into a line and a column, and to keep its secrets out of excerpts. */
public final class SourceFile {
    private final String name;
    private final int[] lineStarts;
    private final int length;

    /**
     * @param name the path relative to the argument it came from, with forward slashes
     * @param lineStarts offset of the first unit of each line, the first being 0
     * @param length of the text in UTF-16 units
     */
    SourceFile(String name, int[] lineStarts, int length) {
        this.name = name;
        this.lineStarts = lineStarts;
        this.length = length;
    }

    /** A file of which only the name is known, for problems about files that could not be read. */
    public static SourceFile unread(String name) {
        return new SourceFile(name, new int[] {0}, 0);
    }

    public String name() {
        return name;
    }

    /** In UTF-16 units. */
    public int length() {
        return length;
    }

    public int lines() {
        return lineStarts.length;
    }

    /** The 1-based line of an offset. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    public Location location(int offset, String pointer) {
        int line = line(offset);
        return new Location(name, line, offset - lineStarts[line - 1] + 1, pointer);
    }

    @Override
    public String toString() {
        return name;
    }
}
