package dev.bartizan.rules;

import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import java.util.List;

/**
 * Looks for flags in a container's command and arguments, be they written one item each ({@code [--port, "80"]}, {@code [--port=80]}) or inside
 * a script for a shell ({@code [-c, "vllm serve --port 80"]}). A hyphen and an underscore are the same, as vLLM and others read them.
 */
record CommandLine(List<String> flags) {
    private static final List<String> LISTS = List.of("command", "args");

    CommandLine {
        flags = List.copyOf(flags);
    }

    /** Leaves the value of the flag that counts, the last one, in the frame; empty when the flag has none. */
    Outcome find(Node container, Frame frame) {
        var outcome = Outcome.ABSENT;
        for (int i = 0; i < LISTS.size(); i++) {
            if (container instanceof Mapping mapping && mapping.has(LISTS.get(i))) {
                outcome = findIn(mapping.get(LISTS.get(i)), outcome, frame);
                if (outcome == Outcome.MISTYPED) {
                    return outcome;
                }
            }
        }
        return outcome;
    }

    private Outcome findIn(Node list, Outcome before, Frame frame) {
        if (!(list instanceof Sequence items)) {
            return list.hasValue() ? frame.mistyped(list) : before;
        }
        var outcome = before;
        for (int item = 0; item < items.size(); item++) {
            if (find(items, item, frame) == Outcome.FOUND) {
                outcome = Outcome.FOUND;
            }
        }
        return outcome;
    }

    /** Where the flag that counts stands; the list of arguments when there is none. */
    Place locate(Place container, Frame frame) {
        var place = container.get(container.node().get("args").isPresent() ? "args" : "command");
        for (String name : LISTS) {
            var list = container.get(name);
            for (int item = 0; list.node() instanceof Sequence items && item < items.size(); item++) {
                if (find(items, item, frame) == Outcome.FOUND) {
                    place = list.get(item);
                }
            }
        }
        return place;
    }

    private Outcome find(Sequence items, int index, Frame frame) {
        if (!(items.get(index) instanceof Scalar item)) {
            return Outcome.ABSENT;
        }
        String text = item.raw();
        var outcome = Outcome.ABSENT;
        for (int start = wordFrom(text, 0); start < text.length(); start = wordFrom(text, endOfWord(text, start))) {
            int flagStart = isQuote(text.charAt(start)) ? start + 1 : start;
            for (int i = 0; i < flags.size(); i++) {
                if (isFlag(text, flagStart, flags.get(i))) {
                    outcome = frame.findText(value(items, index, text, flagStart, flags.get(i)));
                }
            }
        }
        return outcome;
    }

    /** After {@code =}, or the next word, or the next item; nothing when that is a flag again. */
    private static String value(Sequence items, int index, String text, int start, String flag) {
        int end = start + flag.length();
        if (end < text.length() && text.charAt(end) == '=') {
            boolean isWholeItem = start == 0 && !text.contains(" --");
            return unquoted(text.substring(end + 1, isWholeItem ? text.length() : endOfWord(text, end + 1)));
        }
        int next = wordFrom(text, endOfWord(text, end));
        String following = next < text.length()
                ? text.substring(next, endOfWord(text, next))
                : items.get(index + 1) instanceof Scalar item ? item.raw() : "";
        return following.startsWith("-") ? "" : unquoted(following);
    }

    private static boolean isFlag(String text, int start, String flag) {
        int end = start + flag.length();
        if (end > text.length()) {
            return false;
        }
        for (int i = 0; i < flag.length(); i++) {
            char unit = text.charAt(start + i);
            if (unit != flag.charAt(i) && !(unit == '_' && flag.charAt(i) == '-' && i > 1)) {
                return false;
            }
        }
        return end == text.length()
                || text.charAt(end) == '='
                || isQuote(text.charAt(end))
                || isSpace(text.charAt(end));
    }

    private static String unquoted(String word) {
        boolean isQuoted =
                word.length() >= 2 && isQuote(word.charAt(0)) && word.charAt(word.length() - 1) == word.charAt(0);
        return isQuoted ? word.substring(1, word.length() - 1) : word;
    }

    private static int wordFrom(String text, int from) {
        int start = from;
        while (start < text.length() && isSpace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length() && !isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isQuote(char unit) {
        return unit == '\'' || unit == '"';
    }

    /** A backslash only continues a line of a script. */
    private static boolean isSpace(char unit) {
        return unit == ' ' || unit == '\n' || unit == '\t' || unit == '\r' || unit == '\\';
    }

    @Override
    public String toString() {
        return flags.getFirst();
    }
}
