package dev.bartizan.network.observed;

import java.util.LinkedHashMap;
import java.util.Map;

/** An object of JSON in one line, with texts and numbers only (RFC 8259). */
final class JsonLine {
    private static final int UNICODE_DIGITS = 4;
    private static final int HEXADECIMAL = 16;

    private final String line;
    private final Map<String, Cell> fields = new LinkedHashMap<>();
    private int at;

    private JsonLine(String line) {
        this.line = line;
    }

    /** By name; each starts where its value stands. */
    static Map<String, Cell> read(String line) throws Mistake {
        var reading = new JsonLine(line);
        reading.object();
        return reading.fields;
    }

    private void object() throws Mistake {
        expect('{');
        if (peek() == '}') {
            at++;
        } else {
            do {
                field();
            } while (next() == ',');
            at--;
            expect('}');
        }
        if (peek() != 0) {
            throw new Mistake(at + 1, "something stands behind the object", "write one object in a line");
        }
    }

    private void field() throws Mistake {
        expect('"');
        int column = at;
        String name = text(column);
        expect(':');
        char first = peek();
        int start = at + 1;
        String value;
        if (first == '"') {
            at++;
            value = text(start);
        } else {
            value = number();
        }
        if (fields.putIfAbsent(name, new Cell(value, start)) != null) {
            throw new Mistake(column, "the field stands twice", "leave one");
        }
    }

    private String number() throws Mistake {
        int start = at;
        while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
            at++;
        }
        if (start == at) {
            throw new Mistake(start + 1, "this is neither a text nor a whole number", "write \"...\" or digits");
        }
        return line.substring(start, at);
    }

    private String text(int column) throws Mistake {
        var text = new StringBuilder();
        while (at < line.length()) {
            char unit = line.charAt(at++);
            if (unit == '"') {
                return text.toString();
            }
            text.append(unit == '\\' ? escaped() : unit);
        }
        throw new Mistake(column, "a text does not end", "close it in its line");
    }

    private char escaped() throws Mistake {
        char unit = at < line.length() ? line.charAt(at++) : 0;
        return switch (unit) {
            case '"', '\\', '/' -> unit;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new Mistake(at, "this is no escape", "write the character itself");
        };
    }

    private char unicode() throws Mistake {
        int value = 0;
        for (int i = 0; i < UNICODE_DIGITS; i++) {
            int digit = at < line.length() ? Character.digit(line.charAt(at), HEXADECIMAL) : -1;
            if (digit < 0) {
                throw new Mistake(at + 1, "this is no escape", "write four hexadecimal digits");
            }
            value = value * HEXADECIMAL + digit;
            at++;
        }
        return (char) value;
    }

    private void expect(char wanted) throws Mistake {
        if (peek() != wanted) {
            throw new Mistake(at + 1, "a " + wanted + " is missing", "write an object with texts and numbers only");
        }
        at++;
    }

    private char next() {
        char unit = peek();
        at++;
        return unit;
    }

    /** The next character that is no space; 0 at the end. */
    private char peek() {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at < line.length() ? line.charAt(at) : 0;
    }
}
