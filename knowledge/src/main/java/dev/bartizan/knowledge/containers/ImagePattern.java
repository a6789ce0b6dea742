package dev.bartizan.knowledge.containers;

import java.util.List;

/**
 * The last segments of an image repository, so that a mirror in another registry matches too.
 *
 * @param owner the id of what it stands for
 * @param segments each perhaps with a {@code *} at its beginning, its end or both
 */
record ImagePattern(String owner, List<String> segments) {
    static ImagePattern of(String owner, String pattern) {
        return new ImagePattern(owner, List.of(pattern.split("/")));
    }

    String segmentFromEnd(int index) {
        return segments.get(segments.size() - 1 - index);
    }

    boolean matches(List<String> repository) {
        if (repository.size() < segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            if (!segmentMatches(segmentFromEnd(i), repository.get(repository.size() - 1 - i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isLiteral(String segment) {
        return segment.indexOf('*') < 0;
    }

    private static boolean segmentMatches(String pattern, String segment) {
        boolean open = pattern.startsWith("*");
        boolean ends = pattern.endsWith("*");
        if (open && ends) {
            return pattern.length() <= 2 || segment.contains(pattern.substring(1, pattern.length() - 1));
        }
        if (open) {
            return segment.endsWith(pattern.substring(1));
        }
        return ends ? segment.startsWith(pattern.substring(0, pattern.length() - 1)) : segment.equals(pattern);
    }

    /** More segments first, then more letters that are not {@code *}. */
    int specificity() {
        int letters = segments.stream()
                .mapToInt(segment -> segment.replace("*", "").length())
                .sum();
        return segments.size() * 1_000 + letters;
    }
}
