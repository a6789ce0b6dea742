package dev.bartizan.source.secrets;

/** Credentials in URLs and in the data source names of database drivers. */
final class UrlSecrets {
    private static final int LONGEST_USERINFO = 1024;
    private static final int LONGEST_DATA_SOURCE = 256;

    /** A user name alone is no secret, unless it is long enough for a token. */
    private static final int SHORTEST_TOKEN = 16;

    private UrlSecrets() {}

    /** The part of a URL between its scheme and the host, if it holds a password or is a token. The host and all behind it stay readable. */
    static int userinfo(String text, int start, Findings found) {
        int colon = -1;
        int slash = -1;
        int at = -1;
        int most = Math.min(text.length(), start + LONGEST_USERINFO);
        for (int i = start; i < most && !endsUrl(text.charAt(i)); i++) {
            char unit = text.charAt(i);
            if (at >= 0 && (unit == '/' || unit == ',' || unit == '?')) {
                break;
            }
            switch (unit) {
                case '@' -> at = i;
                case ':' -> colon = colon < 0 ? i : colon;
                case '/' -> slash = slash < 0 ? i : slash;
                default -> {}
            }
        }
        boolean inPath = slash >= 0 && at > slash && !isSlashInPassword(text, colon, slash);
        return at < 0 || inPath ? Findings.NOTHING : userinfo(text, start, colon, at, found);
    }

    private static int userinfo(String text, int start, int colon, int at, Findings found) {
        boolean password = colon >= 0 && colon < at;
        String secret = text.substring(password ? colon + 1 : start, at);
        boolean pointer = secret.isEmpty()
                || secret.equals(Match.MASK)
                || (secret.length() > 1 && SecretValues.isReference(secret));
        boolean token = secret.length() >= SHORTEST_TOKEN && secret.chars().anyMatch(Ascii::isDigit);
        return !pointer && (password || token) ? found.add(start, at, SecretKind.URL_USERINFO) : Findings.NOTHING;
    }

    /** {@code scheme://user:pa/ss@host}: a colon before the slash that no port follows. */
    private static boolean isSlashInPassword(String text, int colon, int slash) {
        return colon >= 0
                && colon < slash
                && !text.substring(colon + 1, slash).chars().allMatch(Ascii::isDigit);
    }

    /** {@code user:password@tcp(host)}, the form of Go's MySQL driver. */
    static int dataSource(String text, int at, Findings found) {
        if (!text.startsWith("@tcp(", at) && !text.startsWith("@unix(", at)) {
            return Findings.NOTHING;
        }
        int start = at;
        int colon = -1;
        while (start > found.free()
                && at - start < LONGEST_DATA_SOURCE
                && !endsUrl(text.charAt(start - 1))
                && text.charAt(start - 1) != '=') {
            start--;
            colon = text.charAt(start) == ':' ? start : colon;
        }
        boolean literal = colon >= 0 && at - colon > 2 && !SecretValues.isReference(text.substring(colon + 1, at));
        return literal ? found.add(start, at, SecretKind.URL_USERINFO) : Findings.NOTHING;
    }

    private static boolean endsUrl(char unit) {
        return unit <= ' ' || "\"'`<>\\".indexOf(unit) >= 0;
    }
}
