package dev.bartizan.source.secrets;

/**
 * Kubernetes Secrets written within a text, as scripts and ConfigMaps hold them: what stands under their {@code data} and {@code stringData} is secret,
 * whatever its key.
 */
final class EmbeddedSecrets {
    private static final String KIND = "Secret";

    private static final int MOST_LINES = 500;

    private EmbeddedSecrets() {}

    /** A cheap look that nearly every text fails. */
    static boolean mayHold(String text) {
        return text.contains(KIND) && text.contains("kind");
    }

    static void find(String text, Findings found) {
        int line = 0;
        int dataIndent = -1;
        while (line < text.length()) {
            int feed = text.indexOf('\n', line);
            int end = feed < 0 ? text.length() : feed;
            dataIndent = line(text, line, end, dataIndent, found);
            line = end + 1;
        }
    }

    /** Looks at one line; returns the indentation of the data it belongs to, or -1. */
    private static int line(String text, int line, int end, int dataIndent, Findings found) {
        int content = skipBlanks(text, line, end);
        int indent = content - line;
        if (content == end) {
            return dataIndent;
        }
        if (dataIndent >= 0 && indent > dataIndent) {
            maskValue(text, content, end, found);
            return dataIndent;
        }
        if (isJsonSecret(text, line, end)) {
            maskJson(text, line, end, found);
            return -1;
        }
        boolean data = text.startsWith("data:", content) || text.startsWith("stringData:", content);
        return data && isSecret(text, line, indent) ? indent : -1;
    }

    /** Whether {@code kind: Secret} stands beside this line: on the same indentation, with nothing less indented between. */
    private static boolean isSecret(String text, int dataLine, int indent) {
        return hasKind(text, dataLine, indent, -1) || hasKind(text, dataLine, indent, 1);
    }

    private static boolean hasKind(String text, int dataLine, int indent, int direction) {
        int line = neighbour(text, dataLine, direction);
        // An object is a few hundred lines long; the bound keeps many "data:" from costing the square of the text.
        for (int i = 0; line >= 0 && i < MOST_LINES; i++) {
            int feed = text.indexOf('\n', line);
            int end = feed < 0 ? text.length() : feed;
            int content = skipBlanks(text, line, end);
            boolean item = text.startsWith("- ", content);
            int column = content - line + (item ? 2 : 0);
            boolean beside = column == indent && (!item || direction < 0);
            if (beside && isKind(text.substring(item ? content + 2 : content, end))) {
                return true;
            }
            boolean other = content < end && (column < indent || (item && column == indent));
            if (other || text.startsWith("---", line)) {
                return false;
            }
            line = neighbour(text, line, direction);
        }
        return false;
    }

    /** Where the line before or after one begins; -1 when there is none. */
    private static int neighbour(String text, int line, int direction) {
        if (direction < 0) {
            return line == 0 ? -1 : text.lastIndexOf('\n', line - 2) + 1;
        }
        int feed = text.indexOf('\n', line);
        return feed < 0 || feed + 1 == text.length() ? -1 : feed + 1;
    }

    private static boolean isKind(String content) {
        if (!content.startsWith("kind:")) {
            return false;
        }
        String value = content.substring("kind:".length()).strip();
        return value.equals(KIND) || value.equals("\"" + KIND + "\"") || value.equals("'" + KIND + "'");
    }

    /** Behind {@code key:}, or the whole of a continued line. */
    private static void maskValue(String text, int content, int end, Findings found) {
        int colon = text.indexOf(": ", content);
        int start = colon >= 0 && colon < end ? Ascii.skipBlanks(text, colon + 1) : content;
        boolean keyOnly = text.charAt(end - 1) == ':' && colon < 0;
        boolean mark = end - start <= 2 && (text.charAt(start) == '|' || text.charAt(start) == '>');
        if (!keyOnly && !mark && start < end) {
            found.add(start, end, SecretKind.SECRET_DATA);
        }
    }

    /** An object on one line, as {@code kubectl get -o json} or an annotation holds it. */
    private static boolean isJsonSecret(String text, int line, int end) {
        int kind = text.indexOf("kind", line);
        while (kind >= 0 && kind < end) {
            int at = kind + 4;
            while (at < end && "\\\": ".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            if (at > kind + 5
                    && text.startsWith(KIND, at)
                    && at + KIND.length() < end
                    && "\\\"".indexOf(text.charAt(at + KIND.length())) >= 0) {
                return true;
            }
            kind = text.indexOf("kind", at);
        }
        return false;
    }

    private static void maskJson(String text, int line, int end, Findings found) {
        int at = line;
        while (at < end) {
            int data = nextData(text, at, end);
            if (data < 0) {
                return;
            }
            int open = text.indexOf('{', data);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (open < 0 || open >= end || open - data > 16) {
                at = data + 4;
                continue;
            }
            int stop = close < 0 || close > end ? end : close;
            found.add(open + 1, stop, SecretKind.SECRET_DATA);
            at = stop;
        }
    }

    private static int nextData(String text, int from, int end) {
        int data = text.indexOf("ata", from);
        while (data >= 0 && data < end) {
            boolean named = text.startsWith("data", data - 1) || text.startsWith("stringData", data - 7);
            boolean whole = data + 3 < end && "\\\"".indexOf(text.charAt(data + 3)) >= 0;
            if (named && whole) {
                return data;
            }
            data = text.indexOf("ata", data + 3);
        }
        return -1;
    }

    private static int skipBlanks(String text, int from, int end) {
        int at = from;
        while (at < end && (Ascii.isBlank(text.charAt(at)) || text.charAt(at) == '\r')) {
            at++;
        }
        return at;
    }
}
