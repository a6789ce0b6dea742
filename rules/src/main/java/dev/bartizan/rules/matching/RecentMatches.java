package dev.bartizan.rules.matching;

import com.google.re2j.Pattern;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Remembers what a pattern said of the texts it saw last: a platform asks about the same few names, images and arguments a hundred thousand
 * times, and a linear matcher is slow to start. Bounded, and safe for several threads; a lost entry is asked again.
 */
public final class RecentMatches {
    private static final int ENTRIES = 512;
    /** Longer texts are rarely seen twice, and keeping them would keep their documents. */
    private static final int LONGEST_TEXT = 256;

    private record Answer(String text, boolean isMatch) {}

    private final AtomicReferenceArray<Answer> answers = new AtomicReferenceArray<>(ENTRIES);

    public boolean isMatch(Pattern pattern, String text) {
        if (text.length() > LONGEST_TEXT) {
            return pattern.matches(text);
        }
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 16) & (ENTRIES - 1);
        Answer known = answers.get(slot);
        if (known != null && known.text().equals(text)) {
            return known.isMatch();
        }
        boolean isMatch = pattern.matches(text);
        answers.set(slot, new Answer(text, isMatch));
        return isMatch;
    }
}
