package dev.bartizan.source.secrets;

import java.util.ArrayList;
import java.util.List;

/** The words of one command within a text, up to the end of its line or what separates commands; quotes are not part of a word. */
final class CommandLine {
    private static final int MOST_WORDS = 100;

    private final List<String> words = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final String text;
    private int at;

    private CommandLine(String text, int start) {
        this.text = text;
        this.at = start;
    }

    static CommandLine of(String text, int start) {
        var line = new CommandLine(text, start);
        line.split();
        return line;
    }

    List<String> words() {
        return words;
    }

    int start(int word) {
        return starts.get(word);
    }

    int end(int word) {
        return starts.get(word) + words.get(word).length();
    }

    private void split() {
        while (at < text.length() && words.size() < MOST_WORDS && !endsCommand(text.charAt(at))) {
            char unit = text.charAt(at);
            if (unit == ' ' || unit == '\t') {
                at++;
            } else if (unit == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                at += 2;
            } else {
                word(unit);
            }
        }
    }

    private void word(char first) {
        boolean quoted = first == '"' || first == '\'';
        int start = quoted ? at + 1 : at;
        int end = start;
        while (end < text.length() && (quoted ? text.charAt(end) != first : !endsWord(text.charAt(end)))) {
            end++;
        }
        words.add(text.substring(start, end));
        starts.add(start);
        at = quoted ? end + 1 : end;
    }

    private static boolean endsCommand(char unit) {
        return unit == '\n' || unit == ';' || unit == '|' || unit == '&';
    }

    private static boolean endsWord(char unit) {
        return unit == ' ' || unit == '\t' || unit == '"' || unit == '\'' || endsCommand(unit);
    }
}
