package dev.bartizan.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a misspelt one was probably meant to be. */
public final class Spelling {
    /** Longer words are no typing mistakes, and comparing them costs the product of their lengths. */
    private static final int LONGEST = 64;

    private record Candidate(String word, int distance) {}

    private Spelling() {}

    /**
     * The allowed word nearest to this one: at most a third of its letters wrong, missing, added or swapped. Case, hyphens and underscores do not
     * count, so {@code absenceOf} finds {@code absence-of}.
     */
    public static Optional<String> nearest(String word, Collection<String> allowed) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String letters = letters(word);
        int most = Math.max(1, letters.length() / 3);
        return allowed.stream()
                .filter(candidate -> candidate.length() <= LONGEST)
                .map(candidate -> new Candidate(candidate, distance(letters, letters(candidate))))
                .filter(candidate -> candidate.distance() <= most)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /** {@code "; did you mean 'x'?"} or an empty text. */
    static String suggestion(String word, Collection<String> allowed) {
        return nearest(word, allowed)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse(".");
    }

    private static String letters(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours. */
    private static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[other.length()];
    }
}
