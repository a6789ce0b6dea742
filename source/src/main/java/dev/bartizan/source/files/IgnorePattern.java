package dev.bartizan.source.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of an ignore file, as gitignore(5) defines it: {@code *} and {@code ?} stay within a name, {@code **} spans folders, a slash at the start
 * or in the middle binds the pattern to the folder of its file, a slash at the end restricts it to folders, {@code !} takes back.
 */
record IgnorePattern(List<String> segments, boolean negated, boolean foldersOnly) {
    IgnorePattern {
        segments = List.copyOf(segments);
    }

    /** Empty for a blank line or a comment. */
    static Optional<IgnorePattern> parse(String line) {
        String pattern = withoutTrailingSpaces(line);
        if (pattern.isEmpty() || pattern.charAt(0) == '#') {
            return Optional.empty();
        }
        boolean negated = pattern.charAt(0) == '!';
        pattern = negated ? pattern.substring(1) : pattern;
        boolean foldersOnly = pattern.endsWith("/");
        pattern = foldersOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
        boolean anchored = pattern.indexOf('/') >= 0;
        pattern = pattern.startsWith("/") ? pattern.substring(1) : pattern;
        if (pattern.isEmpty()) {
            return Optional.empty();
        }
        var segments = new ArrayList<String>();
        if (!anchored) {
            segments.add("**");
        }
        segments.addAll(List.of(pattern.split("/", -1)));
        if (segments.getLast().equals("**")) {
            // "a/**" is what lies inside a, not a itself.
            segments.add("*");
        }
        return Optional.of(new IgnorePattern(segments, negated, foldersOnly));
    }

    private static String withoutTrailingSpaces(String line) {
        int end = line.endsWith("\r") ? line.length() - 1 : line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
            end--;
        }
        return line.substring(0, end);
    }

    /** Whether a path relative to the folder of the ignore file matches. */
    boolean matches(List<String> path, boolean folder) {
        return (folder || !foldersOnly) && matchesSegments(path);
    }

    /** Goes back to the last {@code **} only, which is enough and keeps the cost at the product of the two lengths. */
    private boolean matchesSegments(List<String> path) {
        int at = 0;
        int segment = 0;
        int star = -1;
        int starAt = 0;
        while (at < path.size()) {
            if (segment < segments.size() && segments.get(segment).equals("**")) {
                star = segment++;
                starAt = at;
            } else if (segment < segments.size() && matchesName(segments.get(segment), path.get(at))) {
                segment++;
                at++;
            } else if (star >= 0) {
                segment = star + 1;
                at = ++starAt;
            } else {
                return false;
            }
        }
        return segment == segments.size();
    }

    private static boolean matchesName(String pattern, String name) {
        int at = 0;
        int position = 0;
        int star = -1;
        int starAt = 0;
        while (at < name.length()) {
            int next = position < pattern.length() && pattern.charAt(position) != '*'
                    ? afterUnit(pattern, position, name.charAt(at))
                    : -1;
            if (next >= 0) {
                position = next;
                at++;
            } else if (position < pattern.length() && pattern.charAt(position) == '*') {
                star = position++;
                starAt = at;
            } else if (star >= 0) {
                position = star + 1;
                at = ++starAt;
            } else {
                return false;
            }
        }
        while (position < pattern.length() && pattern.charAt(position) == '*') {
            position++;
        }
        return position == pattern.length();
    }

    /** Where the pattern goes on after it took this unit; -1 when it does not take it. */
    private static int afterUnit(String pattern, int position, char unit) {
        char wanted = pattern.charAt(position);
        if (wanted == '?') {
            return position + 1;
        }
        if (wanted == '\\' && position + 1 < pattern.length()) {
            return pattern.charAt(position + 1) == unit ? position + 2 : -1;
        }
        int close = wanted == '[' ? pattern.indexOf(']', position + 2) : -1;
        if (close > 0) {
            return inClass(pattern, position + 1, close, unit) ? close + 1 : -1;
        }
        return wanted == unit ? position + 1 : -1;
    }

    private static boolean inClass(String pattern, int from, int close, char unit) {
        boolean negated = pattern.charAt(from) == '!' || pattern.charAt(from) == '^';
        boolean found = false;
        for (int i = negated ? from + 1 : from; i < close; i++) {
            char low = pattern.charAt(i);
            boolean range = i + 2 < close && pattern.charAt(i + 1) == '-';
            char high = range ? pattern.charAt(i + 2) : low;
            found |= low <= unit && unit <= high;
            i += range ? 2 : 0;
        }
        return found != negated;
    }
}
