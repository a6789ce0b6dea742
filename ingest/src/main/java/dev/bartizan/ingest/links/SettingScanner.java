package dev.bartizan.ingest.links;

/**
 * Takes a text apart into words, each under the name that stands before it: {@code --url http://x}, {@code url: "http://x"}, {@code url=http://x},
 * {@code proxy_pass http://x;}. One pass for YAML, JSON, properties, INI files, command lines and scripts alike; comments are left out. What a template
 * leaves open ({@code {{x}}, ${x}, $(x)}) stays in its word.
 */
final class SettingScanner {
    /** What is longer is no configuration, and is not looked at to its end. */
    static final int LONGEST = 262_144;

    private static final int LONGEST_NAME = 100;

    /** Takes what was found. */
    interface Receiver {
        /**
         * @param name as written, without what sets it off; the text's own name when nothing stands before the word
         * @param isWhole whether the word is all that stands under this name on its line
         */
        void setting(String name, String word, boolean isWhole);
    }

    private final String text;
    private final String ownName;
    private final Receiver receiver;
    private final int end;

    private SettingScanner(String ownName, String text, Receiver receiver) {
        this.ownName = ownName;
        this.text = text;
        this.receiver = receiver;
        this.end = Math.min(text.length(), LONGEST);
    }

    /** @param ownName of the text: the variable, the flag before it, the key of the configuration */
    static void scan(String ownName, String text, Receiver receiver) {
        new SettingScanner(ownName, text, receiver).lines();
    }

    private void lines() {
        int start = 0;
        while (start < end) {
            int newline = text.indexOf('\n', start);
            int lineEnd = newline < 0 || newline > end ? end : newline;
            int first = skipBlanks(start, lineEnd);
            if (first < lineEnd && !isComment(first)) {
                line(first, lineEnd);
            }
            start = lineEnd + 1;
        }
    }

    private int skipBlanks(int start, int lineEnd) {
        int at = start;
        while (at < lineEnd && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    private boolean isComment(int at) {
        char unit = text.charAt(at);
        return unit == '#' || unit == ';' || (unit == '/' && at + 1 < end && text.charAt(at + 1) == '/');
    }

    private void line(int first, int lineEnd) {
        String name = ownName;
        int words = 0;
        int at = first;
        while (at < lineEnd) {
            if (isBoundary(text.charAt(at)) && pastOpenPart(at, lineEnd) == at) {
                at++;
                continue;
            }
            if (text.charAt(at) == '#' && text.charAt(at - 1) <= ' ') {
                return;
            }
            int wordEnd = wordEnd(at, lineEnd);
            String word = text.substring(at, wordEnd);
            boolean isLast = restIsEmpty(wordEnd, lineEnd);
            name = word(name, word, isLast && words <= 1);
            words += word.length() > 1 ? 1 : 0;
            at = wordEnd;
        }
    }

    /** Hands on what the word says, and gives back the name of the next one. */
    private String word(String name, String word, boolean isWhole) {
        int equals = word.indexOf('=');
        int mark = word.indexOf("://");
        if (equals > 0 && (mark < 0 || equals < mark) && isName(word, equals)) {
            String own = word.substring(0, equals);
            if (equals + 1 < word.length()) {
                receiver.setting(own, word.substring(equals + 1), true);
            }
            return own;
        }
        if (isName(word, word.length())) {
            receiver.setting(name, word, isWhole);
            return word;
        }
        if (word.endsWith(":") && isName(word, word.length() - 1)) {
            return word.substring(0, word.length() - 1);
        }
        if (word.length() > 1 || isWhole) {
            receiver.setting(name, word, isWhole);
        }
        return name;
    }

    private boolean restIsEmpty(int from, int lineEnd) {
        for (int i = from; i < lineEnd; i++) {
            if (!isBoundary(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private int wordEnd(int start, int lineEnd) {
        int at = start;
        while (at < lineEnd) {
            int past = pastOpenPart(at, lineEnd);
            if (past > at) {
                at = past;
            } else if (isBoundary(text.charAt(at))) {
                return at;
            } else {
                at++;
            }
        }
        return at;
    }

    /** Where {@code {{x}}}, {@code ${x}} or {@code $(x)} ends; {@code at} when none begins here. */
    private int pastOpenPart(int at, int lineEnd) {
        char unit = text.charAt(at);
        int closed = unit == '$' || unit == '{' ? OpenParts.end(text, at) : -1;
        if (closed < 0 || closed >= lineEnd) {
            return at;
        }
        return text.startsWith("}}", closed) ? closed + 2 : closed + 1;
    }

    private static boolean isBoundary(char unit) {
        return unit <= ' ' || ",;{}[]()>\"'`|&\\".indexOf(unit) >= 0;
    }

    private static boolean isName(String word, int length) {
        if (length == 0 || length > LONGEST_NAME) {
            return false;
        }
        boolean hasLetter = false;
        for (int i = 0; i < length; i++) {
            char unit = word.charAt(i);
            boolean isLetter = unit < 0x80 && Character.isLetter(unit);
            if (!isLetter && !(unit >= '0' && unit <= '9') && "_-.$".indexOf(unit) < 0) {
                return false;
            }
            hasLetter |= isLetter;
        }
        return hasLetter;
    }
}
