package dev.bartizan.source;

import dev.bartizan.source.text.SourceText;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** A file that was read: what it takes to turn an offset into a line and a column, and to show a line of it without its secrets. */
public final class SourceFile {
    /** Where its text can be had from again. */
    sealed interface Origin {
        /** On disk, as long as it did not change. */
        record OnDisk(Path path, int bytes, int checksum) implements Origin {
            static OnDisk of(Path path, byte[] content) {
                var checksum = new CRC32C();
                checksum.update(content);
                return new OnDisk(path, content.length, (int) checksum.getValue());
            }
        }

        /** Kept, because it cannot be read twice; its secrets are masked, its lines are the same. */
        record Kept(SourceText masked) implements Origin {}

        /** Nowhere. */
        record Gone() implements Origin {}
    }

    private final String name;
    private final int[] lineStarts;
    private final int length;
    /** Start and end of each secret. */
    private int[] masks = {};
    /** Start and end of each document that could not be read, and may hold secrets anywhere. */
    private int[] broken = {};

    private Origin origin = new Origin.Gone();

    /**
     * Takes ownership of the array.
     *
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

    /** Only its reader, before the file is handed out. */
    void finish(int[] newMasks, int[] newBroken) {
        this.masks = newMasks;
        this.broken = newBroken;
    }

    /** Only its reader, before the file is handed out. */
    void comesFrom(Origin newOrigin) {
        this.origin = newOrigin;
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

    /** Where a 1-based line begins. */
    int lineStart(int line) {
        return lineStarts[line - 1];
    }

    int[] masks() {
        return masks;
    }

    int[] broken() {
        return broken;
    }

    Origin origin() {
        return origin;
    }

    @Override
    public String toString() {
        return name;
    }
}
