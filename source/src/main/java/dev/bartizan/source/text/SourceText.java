package dev.bartizan.source.text;

/** The text of a file with its lines and the parts it can be read in. */
public final class SourceText {
    private final String text;
    private final int[] lineStarts;

    private SourceText(String text) {
        this.text = text;
        this.lineStarts = Lines.starts(text);
    }

    public static SourceText of(String text) {
        return new SourceText(text);
    }

    public String text() {
        return text;
    }

    /** The offset of the first unit of each line, in UTF-16 units; the first is 0. Owned by the caller from here on. */
    public int[] lineStarts() {
        return lineStarts;
    }

    /** A line without its break; 1-based. */
    public String line(int number) {
        int end = number < lineStarts.length ? lineStarts[number] : text.length();
        int start = lineStarts[number - 1];
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /** How many lines there are. */
    public int lines() {
        return lineStarts.length;
    }

    /** Where each part of a YAML stream begins, in UTF-16 units; the first is 0. A part holds whole documents, mostly one. */
    public int[] yamlParts() {
        return DocumentSplitter.starts(text, lineStarts);
    }
}
