package dev.bartizan.source.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file, or why there are none. */
public sealed interface FileContent {
    /** The whole file. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] bytes) implements FileContent {}

    /** More than the limit, whatever its size was said to be. */
    record TooLarge() implements FileContent {}

    record Unreadable(IOException cause) implements FileContent {}

    /** Reads a file of at most this many bytes. */
    static FileContent of(Path path, long most) {
        try (InputStream input = Files.newInputStream(path)) {
            return of(input, most);
        } catch (IOException exception) {
            return new Unreadable(exception);
        }
    }

    /** Reads a stream of at most this many bytes to its end. */
    static FileContent of(InputStream input, long most) {
        try {
            byte[] bytes = input.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
            return bytes.length > most ? new TooLarge() : new Bytes(bytes);
        } catch (IOException exception) {
            return new Unreadable(exception);
        }
    }
}
