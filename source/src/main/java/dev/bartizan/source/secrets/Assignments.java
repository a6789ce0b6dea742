package dev.bartizan.source.secrets;

import dev.bartizan.source.secrets.SecretNames.Verdict;

/**
 * Values assigned to names that name a secret: {@code password: x}, {@code PASSWORD=x}, {@code "token": "x"}, {@code env["KEY"] = 'x'}. Only the value is
 * masked, so lines and all other text stay.
 */
final class Assignments {
    private static final int MOST_BLANKS = 16;
    private static final int LONGEST_PREFIX = 200;
    private static final int LONGEST_SCHEME = 16;

    /** What is longer is no variable, path or name. The bound keeps the cost of looking at nested ones linear. */
    private static final int LONGEST_REFERENCE = 512;

    private Assignments() {}

    /** @param pivot of the colon or equals sign */
    static int look(String text, int pivot, Findings found) {
        int nameEnd = nameEnd(text, pivot);
        int nameStart = Ascii.nameStart(text, nameEnd, SecretScanner.LONGEST_NAME);
        Verdict verdict = nameEnd - nameStart < 2 ? Verdict.NONE : SecretNames.of(text.subSequence(nameStart, nameEnd));
        if (verdict == Verdict.NONE || text.startsWith(":=", pivot)) {
            // Of ":=" the equals sign has its turn.
            return Findings.NOTHING;
        }
        boolean equals = text.charAt(pivot) == '=';
        int after =
                equals && (text.startsWith("=", pivot + 1) || text.startsWith(">", pivot + 1)) ? pivot + 2 : pivot + 1;
        int start = Ascii.skipBlanks(text, after);
        boolean glued = !equals && start == after && !beginsQuote(text, start) && !isHeader(text, nameStart, verdict);
        if (glued) {
            // "vault-token:v1" is an image, not an assignment.
            return Findings.NOTHING;
        }
        if (beginsBlock(text, start)) {
            return verdict == Verdict.MAYBE_SECRET ? Findings.NOTHING : block(text, nameStart, start, found);
        }
        boolean wholeLine =
                verdict != Verdict.AUTHORIZATION && isLineStart(text, nameStart) && (!equals || start > after);
        return value(text, start, verdict, wholeLine, found);
    }

    private static boolean isHeader(String text, int nameStart, Verdict verdict) {
        return verdict == Verdict.AUTHORIZATION || text.regionMatches(true, nameStart, "x-", 0, 2);
    }

    /** Where the name before a pivot ends: before blanks, a bracket and a quote, itself perhaps escaped. */
    private static int nameEnd(String text, int pivot) {
        int end = pivot > 0 && text.startsWith(":=", pivot - 1) ? pivot - 1 : pivot;
        for (int blanks = 0; end > 0 && blanks < MOST_BLANKS && Ascii.isBlank(text.charAt(end - 1)); blanks++) {
            end--;
        }
        end -= end > 0 && text.charAt(end - 1) == ']' ? 1 : 0;
        if (end > 0 && (text.charAt(end - 1) == '"' || text.charAt(end - 1) == '\'')) {
            end--;
            end -= end > 0 && text.charAt(end - 1) == '\\' ? 1 : 0;
        }
        return end;
    }

    private static boolean beginsQuote(String text, int at) {
        return at < text.length() && "\"'\\".indexOf(text.charAt(at)) >= 0;
    }

    /** YAML within a text: {@code password: |}. */
    private static boolean beginsBlock(String text, int start) {
        boolean mark = text.startsWith("|", start) || text.startsWith(">", start);
        int feed = mark ? text.indexOf('\n', start) : -1;
        return feed >= 0 && feed - start <= 4;
    }

    /** The lines of a block, which stand further in than its key. */
    private static int block(String text, int nameStart, int start, Findings found) {
        int indent = 0;
        while (nameStart > indent && indent < LONGEST_PREFIX && text.charAt(nameStart - indent - 1) != '\n') {
            indent++;
        }
        int line = text.indexOf('\n', start) + 1;
        while (line < text.length()) {
            int feed = text.indexOf('\n', line);
            int end = feed < 0 ? text.length() : feed;
            int content = Ascii.skipBlanks(text, line);
            if (content < end && content - line <= indent) {
                return line;
            }
            found.add(content, end, SecretKind.SECRET);
            line = end + 1;
        }
        return text.length();
    }

    /**
     * Masks the value that begins here, if it is a literal.
     *
     * @param wholeLine whether an unquoted value goes on to the end of its line
     */
    static int value(String text, int start, Verdict verdict, boolean wholeLine, Findings found) {
        if (start >= text.length()) {
            return Findings.NOTHING;
        }
        String quote = "";
        if (text.startsWith("\\\"", start)) {
            quote = "\\\"";
        } else if (text.charAt(start) == '"' || text.charAt(start) == '\'') {
            quote = text.substring(start, start + 1);
        }
        int from = start + quote.length();
        if (verdict == Verdict.AUTHORIZATION) {
            from = afterScheme(text, from);
        }
        int end = quote.isEmpty() ? unquotedEnd(text, from, wholeLine) : quotedEnd(text, from, quote);
        boolean literal = end - from > LONGEST_REFERENCE || isLiteral(text.substring(from, end), verdict, quote);
        return literal ? found.add(from, end, verdict.kind()) : Findings.NOTHING;
    }

    private static boolean isLiteral(String value, Verdict verdict, String quote) {
        return SecretValues.isLiteral(verdict, value) && !(quote.isEmpty() && isCode(value));
    }

    /** {@code Authorization: Bearer x}: the scheme stays. */
    private static int afterScheme(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < LONGEST_SCHEME && Ascii.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end > from && text.startsWith(" ", end) ? end + 1 : from;
    }

    /** An expression of a program, which is no literal: {@code get_password()}, {@code self.token}, {@code (folder / "token").read_text()}. */
    private static boolean isCode(String value) {
        if (value.startsWith("(")) {
            // Up to the first blank it is an opening bracket and a name; no secret is made of letters behind a bracket.
            return value.length() > 2
                    && (value.chars()
                                    .skip(1)
                                    .allMatch(unit ->
                                            Ascii.isLower(unit) || Ascii.isUpper(unit) || unit == '_' || unit == '.')
                            || (value.contains(").") && value.endsWith(")")));
        }
        int end = 0;
        while (end < value.length() && (Ascii.isWord(value.charAt(end)) || value.charAt(end) == '.')) {
            end++;
        }
        boolean name =
                end > 0 && (Ascii.isLower(value.charAt(0)) || Ascii.isUpper(value.charAt(0)) || value.charAt(0) == '_');
        boolean call = name && end < value.length() && (value.charAt(end) == '(' || value.charAt(end) == '[');
        boolean member = end == value.length()
                && (value.startsWith("self.")
                        || value.startsWith("this.")
                        || value.startsWith("args.")
                        || value.startsWith("config."));
        return call || member;
    }

    private static int quotedEnd(String text, int from, String quote) {
        char last = quote.charAt(quote.length() - 1);
        for (int i = from; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '\n' || (quote.length() == 2 ? text.startsWith(quote, i) : unit == last)) {
                return i;
            }
            i += unit == '\\' && quote.equals("\"") ? 1 : 0;
        }
        return text.length();
    }

    private static int unquotedEnd(String text, int from, boolean wholeLine) {
        int end = expressionEnd(text, from);
        while (end < text.length() && !(wholeLine ? endsLine(text, end) : endsWord(text, end))) {
            end++;
        }
        while (end > from && " \t\r".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > from && ",\\".indexOf(text.charAt(end - 1)) >= 0 ? end - 1 : end;
    }

    /** Where a variable, a command or a template ends that begins here: {@code $(cat /token)}, {@code ${X}}, {@code {{ .Values.x }}}. */
    private static int expressionEnd(String text, int from) {
        boolean begins = text.startsWith("$(", from) || text.startsWith("${", from) || text.startsWith("{{", from);
        int depth = 0;
        int most = Math.min(text.length(), from + LONGEST_REFERENCE);
        for (int i = from; begins && i < most && text.charAt(i) != '\n'; i++) {
            switch (text.charAt(i)) {
                case '(', '{' -> depth++;
                case ')', '}' -> {
                    depth--;
                    if (depth == 0) {
                        return i + 1;
                    }
                }
                default -> {}
            }
        }
        return from;
    }

    private static boolean endsLine(String text, int at) {
        char unit = text.charAt(at);
        return unit == '\n'
                || (unit == '#' && at > 0 && Ascii.isBlank(text.charAt(at - 1)))
                || (unit == '"' && at + 1 == text.length());
    }

    private static boolean endsWord(String text, int at) {
        return switch (text.charAt(at)) {
            case ' ', '\t', '\r', '\n', '"', '\'', '&', ';', '|', '<', '>', '`' -> true;
            case ',', '}', ')', ']' -> isSeparator(text, at);
            case '\\' -> at + 1 < text.length() && "n\"'".indexOf(text.charAt(at + 1)) >= 0;
            default -> false;
        };
    }

    /** Whether a comma or bracket separates: what follows is the end, a blank, another bracket or, behind a comma, a further assignment. */
    private static boolean isSeparator(String text, int at) {
        if (at + 1 == text.length() || " \t\r\n,})]\"'".indexOf(text.charAt(at + 1)) >= 0) {
            return true;
        }
        int end = Ascii.nameEnd(text, at + 1, SecretScanner.LONGEST_NAME);
        return text.charAt(at) == ',' && end > at + 1 && (text.startsWith("=", end) || text.startsWith(":", end));
    }

    /** Whether nothing but blanks, list marks, quotes, comment signs and {@code export} stands before this place on its line. */
    static boolean isLineStart(String text, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST_PREFIX && " \t-#\"'\\.".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return start == 0 || text.charAt(start - 1) == '\n' || (start >= 6 && text.startsWith("export", start - 6));
    }
}
