package dev.bartizan.source.text;

import java.util.Arrays;

/** What {@link BlockYaml} found in one document, event by event: each with its kind and where it begins and ends in the text, end exclusive. */
public final class YamlTape {
    /** What an event is; a scalar says how it is written. */
    public enum Kind {
        MAPPING,
        SEQUENCE,
        END,
        PLAIN,
        /** Between quotes that hold no escapes. */
        QUOTED,
        SINGLE_QUOTED_ESCAPES,
        DOUBLE_QUOTED_ESCAPES,
        LITERAL
    }

    private static final Kind[] KINDS = Kind.values();
    private static final int WIDTH = 3;

    private final String text;
    private int[] words = new int[WIDTH * 256];
    private int used;

    YamlTape(String text) {
        this.text = text;
    }

    void clear() {
        used = 0;
    }

    void add(Kind kind, int start, int end) {
        if (used == words.length) {
            words = Arrays.copyOf(words, used * 2);
        }
        words[used++] = kind.ordinal();
        words[used++] = start;
        words[used++] = end;
    }

    /** How many events there are. */
    public int size() {
        return used / WIDTH;
    }

    public Kind kind(int event) {
        return KINDS[words[event * WIDTH]];
    }

    public int start(int event) {
        return words[event * WIDTH + 1];
    }

    public int end(int event) {
        return words[event * WIDTH + 2];
    }

    /** The value of a scalar whose value is not simply what is written; quotes, escapes, indentation and surplus line breaks resolved. */
    public String decoded(int event) {
        int start = start(event);
        int end = end(event);
        return switch (kind(event)) {
            case SINGLE_QUOTED_ESCAPES -> text.substring(start + 1, end - 1).replace("''", "'");
            case DOUBLE_QUOTED_ESCAPES -> unescaped(start + 1, end - 1);
            case LITERAL -> literal(start, end);
            case QUOTED -> text.substring(start + 1, end - 1);
            case PLAIN, MAPPING, SEQUENCE, END -> text.substring(start, end);
        };
    }

    /** The character behind a backslash, or 0 when it is none of the simple ones. */
    static char simpleEscape(char letter) {
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            default -> 0;
        };
    }

    private String unescaped(int start, int end) {
        var value = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char unit = text.charAt(i);
            value.append(unit == '\\' ? simpleEscape(text.charAt(++i)) : unit);
        }
        return value.toString();
    }

    /** The lines of a literal block, all of which end with a line break, without their indentation, which is that of the first one. */
    private String literal(int start, int end) {
        int line = text.indexOf('\n', start) + 1;
        int indent = 0;
        while (text.charAt(line + indent) == ' ') {
            indent++;
        }
        var value = new StringBuilder(end - line);
        int content = 0;
        while (line < end) {
            int feed = text.indexOf('\n', line);
            if (feed - line > indent) {
                value.append(text, line + indent, feed);
                content = value.length();
            }
            value.append('\n');
            line = feed + 1;
        }
        char chomping = text.charAt(start + 1);
        if (chomping != '+') {
            value.setLength(chomping == '-' ? content : content + 1);
        }
        return value.toString();
    }
}
