package dev.bartizan.source.text;

import java.util.OptionalInt;

/** What bytes turned out to be. */
public sealed interface Decoded {
    /**
     * A text.
     *
     * @param firstBad the offset of the first character that is not UTF-8, when the whole had to be read as ISO-8859-1 for that
     */
    record Text(SourceText source, OptionalInt firstBad) implements Decoded {}

    /**
     * No text.
     *
     * @param looksLike what it is, with its article: "a zip archive"
     * @param line 1-based, of the byte that betrays it
     * @param column 1-based, in bytes
     */
    record Binary(String looksLike, int line, int column) implements Decoded {}
}
