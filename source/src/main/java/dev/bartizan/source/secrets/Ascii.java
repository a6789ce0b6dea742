package dev.bartizan.source.secrets;

/** Classes of characters as names, tokens and URLs use them. */
final class Ascii {
    private Ascii() {}

    static boolean isDigit(int unit) {
        return unit >= '0' && unit <= '9';
    }

    static boolean isUpper(int unit) {
        return unit >= 'A' && unit <= 'Z';
    }

    static boolean isLower(int unit) {
        return unit >= 'a' && unit <= 'z';
    }

    static boolean isLetterOrDigit(int unit) {
        return isLower(unit) || isUpper(unit) || isDigit(unit);
    }

    /** Of an identifier. */
    static boolean isWord(int unit) {
        return isLetterOrDigit(unit) || unit == '_';
    }

    /** Of the name of an option or a property. */
    static boolean isName(int unit) {
        return isWord(unit) || unit == '-' || unit == '.';
    }

    /** Of Base64, plain or for URLs. */
    static boolean isBase64(int unit) {
        return isWord(unit) || unit == '-' || unit == '+' || unit == '/' || unit == '=';
    }

    static boolean isBlank(int unit) {
        return unit == ' ' || unit == '\t';
    }

    static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where the name that begins here ends; no name is longer than this many units. */
    static int nameEnd(String text, int from, int longest) {
        int end = from;
        while (end < text.length() && end - from < longest && isName(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Where the name that ends here begins. */
    static int nameStart(String text, int end, int longest) {
        int start = end;
        while (start > 0 && end - start < longest && isName(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
