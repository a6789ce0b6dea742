package dev.bartizan.exchange.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of a format for things that we have words for as well. Several of theirs may mean one of ours; the first of them is written. */
public final class Words {
    private final Map<String, String> ours = new HashMap<>();
    private final Map<String, String> theirs = new HashMap<>();

    private Words() {}

    /** @param pairs their word, our word, and so on */
    public static Words of(String... pairs) {
        var words = new Words();
        for (int i = 0; i < pairs.length; i += 2) {
            words.ours.putIfAbsent(pairs[i].toLowerCase(Locale.ROOT), pairs[i + 1]);
            words.theirs.putIfAbsent(pairs[i + 1], pairs[i]);
        }
        return words;
    }

    /** Our word for theirs, however they capitalise it. */
    public Optional<String> ours(String word) {
        return Optional.ofNullable(ours.get(word.toLowerCase(Locale.ROOT)));
    }

    public Optional<String> theirs(String word) {
        return Optional.ofNullable(theirs.get(word));
    }
}
