package dev.bartizan.ingest.links;

import java.util.Map;
import java.util.Optional;

/** Parts of a text that something else fills in: {@code {{x}}} of templates, {@code ${x}} of shells, {@code $(x)} of Kubernetes. */
final class OpenParts {
    /** What an expanded text may grow to; a variable may name others that name others. */
    private static final int LONGEST = 4_096;

    private static final int LONGEST_PART = 256;

    private OpenParts() {}

    static boolean mayHold(String text) {
        return text.indexOf('$') >= 0 || text.contains("{{");
    }

    private static String closing(String text, int at) {
        if (text.startsWith("{{", at)) {
            return "}}";
        }
        if (text.startsWith("${", at)) {
            return "}";
        }
        return text.startsWith("$(", at) ? ")" : "";
    }

    /** Where the end of the open part stands that begins here; -1 when none begins, or it does not end. */
    static int end(String text, int at) {
        String closing = closing(text, at);
        int most = Math.min(text.length(), at + LONGEST_PART);
        return closing.isEmpty() || at + 2 > most ? -1 : text.indexOf(closing, at + 2, most);
    }

    /** The text with the variables that are known put in. */
    static String expand(String text, Map<String, String> variables) {
        if (text.indexOf('$') < 0 || variables.isEmpty()) {
            return text;
        }
        var expanded = new StringBuilder();
        int at = 0;
        while (at < text.length() && expanded.length() < LONGEST) {
            int close = text.charAt(at) == '$' ? end(text, at) : -1;
            Optional<String> value =
                    close < 0 ? Optional.empty() : Optional.ofNullable(variables.get(text.substring(at + 2, close)));
            if (value.isPresent()) {
                expanded.append(value.get());
                at = close + 1;
            } else {
                expanded.append(text.charAt(at++));
            }
        }
        return expanded.append(text, Math.min(at, text.length()), text.length()).toString();
    }
}
