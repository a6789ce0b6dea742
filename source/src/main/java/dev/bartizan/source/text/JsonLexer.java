package dev.bartizan.source.text;

/** Cuts a text into the tokens of JSON (RFC 8259), strictly. */
public final class JsonLexer {
    /** The kinds of tokens. */
    public enum Token {
        OPEN_MAPPING,
        CLOSE_MAPPING,
        OPEN_LIST,
        CLOSE_LIST,
        COLON,
        COMMA,
        STRING,
        /** A number, true, false or null. */
        LITERAL,
        END
    }

    /** Thrown at the first character that is not JSON. */
    public static final class MalformedException extends RuntimeException {
        private final transient Fault fault;

        private MalformedException(Fault fault) {
            // Without a stack trace: it ends the try whether a document of braces is JSON, which YAML fails often.
            super(fault.message(), null, false, false);
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }
    }

    private final String text;
    private final int end;
    private int at;
    private int tokenStart;
    private String value = "";

    /** Reads the text between two offsets. */
    public JsonLexer(String text, int start, int end) {
        this.text = text;
        this.at = start;
        this.end = end;
    }

    /** Where the last token begins. */
    public int tokenStart() {
        return tokenStart;
    }

    /** Where the last token ends, exclusive. */
    public int tokenEnd() {
        return at;
    }

    /** Of a string its value without quotes and escapes, of a literal its text. */
    public String value() {
        return value;
    }

    /** The next token. */
    public Token next() {
        while (at < end && isWhite(text.charAt(at))) {
            at++;
        }
        tokenStart = at;
        if (at == end) {
            return Token.END;
        }
        char first = text.charAt(at);
        return switch (first) {
            case '{' -> single(Token.OPEN_MAPPING);
            case '}' -> single(Token.CLOSE_MAPPING);
            case '[' -> single(Token.OPEN_LIST);
            case ']' -> single(Token.CLOSE_LIST);
            case ':' -> single(Token.COLON);
            case ',' -> single(Token.COMMA);
            case '"' -> string();
            default -> literal(first);
        };
    }

    private Token single(Token token) {
        at++;
        return token;
    }

    private Token literal(char first) {
        int from = at;
        while (at < end && isWord(text.charAt(at))) {
            at++;
        }
        value = text.substring(from, at);
        boolean known = value.equals("true") || value.equals("false") || value.equals("null") || isNumber(value);
        if (known) {
            return Token.LITERAL;
        }
        throw malformed(
                from,
                first == '\'' ? "JSON strings stand in double quotes." : "This is no JSON value.",
                "use double quotes around strings; JSON knows no comments");
    }

    private Token string() {
        int from = ++at;
        while (at < end) {
            char unit = text.charAt(at);
            if (unit == '"') {
                value = text.substring(from, at++);
                return Token.STRING;
            }
            if (unit == '\\') {
                return escapedString(from);
            }
            requirePlain(unit);
            at++;
        }
        throw malformed(tokenStart, "A string that is never closed.", "close it with a double quote");
    }

    private Token escapedString(int from) {
        var unescaped = new StringBuilder(text.substring(from, at));
        while (at < end) {
            char unit = text.charAt(at);
            if (unit == '"') {
                at++;
                value = wellFormed(unescaped);
                return Token.STRING;
            }
            if (unit == '\\') {
                unescaped.append(escape());
            } else {
                requirePlain(unit);
                unescaped.append(unit);
                at++;
            }
        }
        throw malformed(tokenStart, "A string that is never closed.", "close it with a double quote");
    }

    private char escape() {
        int start = at;
        char kind = at + 1 < end ? text.charAt(at + 1) : ' ';
        at += 2;
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal(start);
            default -> throw malformed(start, "An escape that JSON does not know.", "double the backslash");
        };
    }

    private char hexadecimal(int start) {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < end && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw malformed(start, "An escape that JSON does not know.", "\\u takes four hexadecimal digits");
            }
            unit = unit << 4 | digit;
            at++;
        }
        return (char) unit;
    }

    /** Half a surrogate pair becomes the replacement character, as in Go's decoder. */
    private static String wellFormed(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                text.setCharAt(i, '\uFFFD');
            }
        }
        return text.toString();
    }

    private void requirePlain(char unit) {
        if (unit < ' ') {
            throw malformed(
                    at, "A control character or line break within a string.", "write it as an escape, such as \\n");
        }
    }

    /** RFC 8259, section 6: no leading zero, no plus sign, digits on both sides of the point. */
    private static boolean isNumber(String word) {
        int i = word.startsWith("-") ? 1 : 0;
        int whole = skipDigits(word, i);
        if (whole == i || (word.charAt(i) == '0' && whole > i + 1)) {
            return false;
        }
        i = whole;
        if (i < word.length() && word.charAt(i) == '.') {
            int fraction = skipDigits(word, i + 1);
            if (fraction == i + 1) {
                return false;
            }
            i = fraction;
        }
        if (i < word.length() && (word.charAt(i) == 'e' || word.charAt(i) == 'E')) {
            i++;
            i += i < word.length() && (word.charAt(i) == '+' || word.charAt(i) == '-') ? 1 : 0;
            int exponent = skipDigits(word, i);
            return exponent > i && exponent == word.length();
        }
        return i == word.length();
    }

    private static int skipDigits(String word, int from) {
        int i = from;
        while (i < word.length() && word.charAt(i) >= '0' && word.charAt(i) <= '9') {
            i++;
        }
        return i;
    }

    private static boolean isWhite(char unit) {
        return unit == ' ' || unit == '\t' || unit == '\n' || unit == '\r';
    }

    private static boolean isWord(char unit) {
        return Character.isLetterOrDigit(unit)
                || unit == '-'
                || unit == '+'
                || unit == '.'
                || unit == '_'
                || unit == '\'';
    }

    /** For a token that cannot stand where it stands. */
    public MalformedException unexpected(String expected) {
        return malformed(
                tokenStart, "JSON wants " + expected + " here.", "check the commas and brackets before this place");
    }

    private static MalformedException malformed(int index, String message, String remedy) {
        return new MalformedException(new Fault(index, message, remedy));
    }
}
