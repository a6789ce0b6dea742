package dev.bartizan.source.text;

import dev.bartizan.source.text.YamlTape.Kind;

/**
 * Reads YAML in the form that nearly all manifests have: nested block mappings and lists, each scalar and each flow collection on one line, literal
 * blocks, comments. What is written in any other way, also what is wrong, is refused as a whole and left to the full parser. What is accepted has the
 * same values at the same places: YAML 1.2.2, chapters 6 to 9, as snakeyaml-engine reads them.
 *
 * <p>Nothing is looked at twice and nothing is allocated per event: the full parser, which can read everything, takes five times as long.
 */
public final class BlockYaml {
    private static final int REFUSED = -1;
    private static final int NOTHING_PENDING = -1;
    private static final int DEEPEST = 100;
    /** The full parser requires the colon within 1,024 characters. */
    private static final int LONGEST_KEY = 1_000;

    private final String text;
    private final YamlTape tape;
    private final int[] indents = new int[DEEPEST];
    private final boolean[] lists = new boolean[DEEPEST];
    private int depth;
    private int end;
    private int documentStart;
    private boolean rooted;
    /** Behind the colon or the dash whose value has not come yet. */
    private int pending;
    /** Whether the plain scalar that was scanned last ended at the colon behind a key, and where that was. */
    private boolean isKey;

    private int stop;
    /** How the quoted scalar that was scanned last is written. */
    private Kind quotedKind = Kind.QUOTED;

    public BlockYaml(String text) {
        this.text = text;
        this.tape = new YamlTape(text);
    }

    /** The events of the document that was read last. */
    public YamlTape tape() {
        return tape;
    }

    /** Where the document that was read last begins: its mark, or its first key. */
    public int documentStart() {
        return documentStart;
    }

    /**
     * Reads a part that holds one document.
     *
     * @return whether it has the usual form; if not, the tape says nothing
     */
    public boolean read(int from, int to) {
        tape.clear();
        depth = 0;
        end = to;
        rooted = false;
        pending = from;
        documentStart = from;
        int at = text.startsWith("---", from) ? trailer(from + 3) : from;
        boolean marked = at != from;
        while (at >= 0 && at < end) {
            int content = skipSpaces(at);
            char first = unit(content);
            if (first == '\n') {
                at = Math.min(content + 1, end);
            } else if (first == '#') {
                at = comment(content);
            } else {
                if (!rooted && !marked) {
                    documentStart = content;
                }
                at = line(content, content - at);
            }
        }
        if (at < 0 || !rooted) {
            return false;
        }
        settlePending();
        while (depth > 0) {
            close();
        }
        return true;
    }

    private int line(int content, int column) {
        if (column == 0 && (text.startsWith("---", content) || text.startsWith("...", content))) {
            return REFUSED;
        }
        if (pending != NOTHING_PENDING && rooted && column > indents[depth - 1] && startsFlow(content)) {
            pending = NOTHING_PENDING;
            return value(content);
        }
        boolean item = isItem(content);
        if (!settle(column, item, content)) {
            return REFUSED;
        }
        return item ? item(content, column) : entry(content, column, false);
    }

    /** Opens and closes collections so that the innermost one is that of a line; false when the indentation fits none. */
    private boolean settle(int column, boolean item, int content) {
        if (pending != NOTHING_PENDING && opens(column, item)) {
            pending = NOTHING_PENDING;
            return open(item, column, content);
        }
        settlePending();
        while (depth > 0 && indents[depth - 1] > column) {
            close();
        }
        if (!item && depth > 1 && lists[depth - 1] && indents[depth - 1] == column && indents[depth - 2] == column) {
            // A list that is not indented ends before the next key of its mapping.
            close();
        }
        return depth > 0 && indents[depth - 1] == column && lists[depth - 1] == item;
    }

    private boolean opens(int column, boolean item) {
        if (!rooted) {
            rooted = true;
            return column == 0;
        }
        int parent = indents[depth - 1];
        return column > parent || (column == parent && item && !lists[depth - 1]);
    }

    /** A key or a dash with nothing behind it has the empty value. */
    private void settlePending() {
        if (pending != NOTHING_PENDING) {
            tape.add(Kind.PLAIN, pending, pending);
            pending = NOTHING_PENDING;
        }
    }

    private boolean open(boolean list, int column, int start) {
        if (depth == DEEPEST) {
            return false;
        }
        lists[depth] = list;
        indents[depth++] = column;
        tape.add(list ? Kind.SEQUENCE : Kind.MAPPING, start, start);
        return true;
    }

    private void close() {
        depth--;
        tape.add(Kind.END, 0, 0);
    }

    private boolean isItem(int at) {
        return unit(at) == '-' && isBlank(at + 1);
    }

    private int item(int dash, int column) {
        int at = skipSpaces(dash + 1);
        char first = unit(at);
        if (first == '\n' || first == '#') {
            pending = dash + 1;
            return trailer(dash + 1);
        }
        int inner = column + at - dash;
        if (!isItem(at)) {
            return entry(at, inner, true);
        }
        return open(true, inner, at) ? item(at, inner) : REFUSED;
    }

    /**
     * A key and what follows it.
     *
     * @param inline whether it stands behind a dash, where it may be a mapping that begins or any value
     */
    private int entry(int at, int column, boolean inline) {
        char first = unit(at);
        int behind;
        Kind kind;
        switch (first) {
            case '"', '\'' -> {
                behind = quoted(at);
                kind = quotedKind;
                stop = behind < 0 ? behind : skipSpaces(behind);
                isKey = behind >= 0 && unit(stop) == ':' && isBlank(stop + 1);
            }
            case '[', '{', '|' -> {
                return inline ? value(at) : REFUSED;
            }
            default -> {
                behind = startsPlain(at, false) ? plain(at, false) : REFUSED;
                kind = Kind.PLAIN;
            }
        }
        if (behind < 0) {
            return REFUSED;
        }
        if (!isKey) {
            if (!inline) {
                return REFUSED;
            }
            tape.add(kind, at, behind);
            return trailer(behind);
        }
        if (stop - at > LONGEST_KEY || (inline && !open(false, column, at))) {
            return REFUSED;
        }
        tape.add(kind, at, behind);
        return valueBehind(stop + 1);
    }

    private int valueBehind(int colon) {
        int at = skipSpaces(colon);
        char first = unit(at);
        if (first == '\n' || first == '#') {
            pending = colon;
            return trailer(colon);
        }
        return value(at);
    }

    /** A value that begins in the line of its key or dash. */
    private int value(int at) {
        if (unit(at) == '|') {
            return literal(at);
        }
        int behind = startsFlow(at) ? flow(at, 0) : scalar(at, false);
        return behind < 0 ? REFUSED : trailer(behind);
    }

    private int scalar(int at, boolean inFlow) {
        char first = unit(at);
        boolean quoted = first == '"' || first == '\'';
        int behind;
        if (quoted) {
            behind = quoted(at);
        } else {
            behind = startsPlain(at, inFlow) ? plain(at, inFlow) : REFUSED;
            if (isKey) {
                return REFUSED;
            }
        }
        if (behind >= 0) {
            tape.add(quoted ? quotedKind : Kind.PLAIN, at, behind);
        }
        return behind;
    }

    private int quoted(int at) {
        char quote = unit(at);
        quotedKind = Kind.QUOTED;
        for (int i = at + 1; i < end; i++) {
            char unit = text.charAt(i);
            if (unit == quote) {
                if (quote == '"' || unit(i + 1) != quote) {
                    return i + 1;
                }
                quotedKind = Kind.SINGLE_QUOTED_ESCAPES;
                i++;
            } else if (unit == '\\' && quote == '"') {
                if (YamlTape.simpleEscape(unit(++i)) == 0) {
                    return REFUSED;
                }
                quotedKind = Kind.DOUBLE_QUOTED_ESCAPES;
            } else if (!isPrintable(unit)) {
                return REFUSED;
            }
        }
        return REFUSED;
    }

    /** Where the scalar ends, without the blanks behind it; sets {@code isKey} and {@code stop}. */
    private int plain(int at, boolean inFlow) {
        isKey = false;
        int behind = at;
        int i = at;
        for (; i < end; i++) {
            char unit = text.charAt(i);
            if (unit == ' ') {
                if (unit(i + 1) == '#') {
                    break;
                }
                continue;
            }
            if (unit == '\n' || (inFlow && isFlowIndicator(unit))) {
                break;
            }
            if (unit == ':') {
                if (isBlank(i + 1)) {
                    isKey = true;
                    break;
                }
                if (inFlow && isFlowIndicator(unit(i + 1))) {
                    return REFUSED;
                }
            } else if (!isPrintable(unit)) {
                return REFUSED;
            }
            behind = i + 1;
        }
        stop = i;
        return behind;
    }

    /** Reads a flow collection, which must end in the same line. */
    private int flow(int at, int nesting) {
        if (nesting == DEEPEST) {
            return REFUSED;
        }
        boolean mapping = unit(at) == '{';
        char closing = mapping ? '}' : ']';
        tape.add(mapping ? Kind.MAPPING : Kind.SEQUENCE, at, at);
        int next = skipSpaces(at + 1);
        boolean empty = unit(next) == closing;
        while (!empty) {
            int behind = mapping ? flowEntry(next, nesting) : flowValue(next, nesting);
            if (behind < 0) {
                return REFUSED;
            }
            next = skipSpaces(behind);
            if (unit(next) == closing) {
                break;
            }
            if (unit(next) != ',') {
                return REFUSED;
            }
            next = skipSpaces(next + 1);
        }
        tape.add(Kind.END, 0, 0);
        return next + 1;
    }

    private int flowEntry(int at, int nesting) {
        char first = unit(at);
        int behind;
        if (first == '"' || first == '\'') {
            behind = quoted(at);
            stop = behind < 0 ? behind : skipSpaces(behind);
            isKey = behind >= 0 && unit(stop) == ':' && isBlank(stop + 1);
        } else {
            quotedKind = Kind.PLAIN;
            behind = startsPlain(at, true) ? plain(at, true) : REFUSED;
        }
        if (behind < 0 || !isKey || stop - at > LONGEST_KEY) {
            return REFUSED;
        }
        tape.add(quotedKind, at, behind);
        return flowValue(skipSpaces(stop + 1), nesting);
    }

    private int flowValue(int at, int nesting) {
        return startsFlow(at) ? flow(at, nesting + 1) : scalar(at, true);
    }

    /** Reads a literal block and returns the line behind it and behind its blank lines. */
    private int literal(int bar) {
        int chomping = unit(bar + 1) == '-' || unit(bar + 1) == '+' ? 1 : 0;
        int line = trailer(bar + 1 + chomping);
        if (line < 0) {
            return REFUSED;
        }
        int indent = skipSpaces(line) - line;
        char first = unit(line + indent);
        if (first == '\n' || first == '\t' || indent <= indents[depth - 1]) {
            return REFUSED;
        }
        while (line < end) {
            int at = line;
            while (at < line + indent && unit(at) == ' ') {
                at++;
            }
            if (at < line + indent && unit(at) != '\n') {
                break;
            }
            while (unit(at) != '\n') {
                if (!isPrintable(unit(at)) && unit(at) != '\t') {
                    return REFUSED;
                }
                at++;
            }
            if (at == end) {
                // Without a line break at the end of the file, what the last line ends with is up to the full parser.
                return REFUSED;
            }
            line = at + 1;
        }
        tape.add(Kind.LITERAL, bar, line);
        return line;
    }

    /** Behind a value only blanks and a comment may follow in its line; returns the next line. */
    private int trailer(int at) {
        int next = skipSpaces(at);
        char unit = unit(next);
        if (unit == '\n') {
            return Math.min(next + 1, end);
        }
        return unit == '#' && next > at ? comment(next) : REFUSED;
    }

    private int comment(int at) {
        for (int i = at; i < end; i++) {
            char unit = text.charAt(i);
            if (unit == '\n') {
                return i + 1;
            }
            if (!isPrintable(unit)) {
                return REFUSED;
            }
        }
        return end;
    }

    private int skipSpaces(int from) {
        int at = from;
        while (at < end && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** The unit at a place; a line break where the part ends. */
    private char unit(int at) {
        return at < end ? text.charAt(at) : '\n';
    }

    private boolean isBlank(int at) {
        char unit = unit(at);
        return unit == ' ' || unit == '\n';
    }

    private boolean startsPlain(int at, boolean inFlow) {
        char first = unit(at);
        if (first == '-') {
            return !isBlank(at + 1) && !(inFlow && isFlowIndicator(unit(at + 1)));
        }
        return isPrintable(first) && first != ' ' && "?:,[]{}#&*!|>'\"%@`".indexOf(first) < 0;
    }

    private boolean startsFlow(int at) {
        return unit(at) == '[' || unit(at) == '{';
    }

    private static boolean isFlowIndicator(char unit) {
        return unit == ',' || unit == '[' || unit == ']' || unit == '{' || unit == '}';
    }

    /** Whether YAML allows a character that is neither a tab nor a line break; of the rare ones only what is beyond doubt. */
    private static boolean isPrintable(char unit) {
        return unit < 0x7F ? unit >= ' ' : unit >= 0xA0 && unit < 0xD800 && unit != '\u2028' && unit != '\u2029';
    }
}
