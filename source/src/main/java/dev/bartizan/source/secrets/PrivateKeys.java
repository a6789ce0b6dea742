package dev.bartizan.source.secrets;

/** Private keys in PEM form (RFC 7468). Certificates and public keys are no secrets. */
final class PrivateKeys {
    static final String HEAD = "-----BEGIN ";

    private static final int LONGEST_HEAD = 80;

    private PrivateKeys() {}

    /** The lines between BEGIN and END, each on its own so that the lines of the text stay; without an END all that follows. */
    static int look(String text, int at, Findings found) {
        int headEnd = text.indexOf("-----", at + HEAD.length());
        if (headEnd < 0
                || headEnd - at > LONGEST_HEAD
                || !text.substring(at, headEnd).contains("PRIVATE KEY")) {
            return at + HEAD.length();
        }
        int start = headEnd + 5;
        int foot = text.indexOf("-----END", start);
        int end = foot < 0 ? text.length() : foot;
        while (start < end) {
            int feed = text.indexOf('\n', start);
            int lineEnd = feed < 0 || feed > end ? end : feed;
            addStripped(text, start, lineEnd, found);
            start = lineEnd + 1;
        }
        return end;
    }

    private static void addStripped(String text, int start, int end, Findings found) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        found.add(from, to, SecretKind.PRIVATE_KEY);
    }
}
