package dev.bartizan.snapshot;

import dev.bartizan.source.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The words by which the file names the constants of an enumeration. */
final class Words {
    private Words() {}

    /** In the order of the constants. */
    static <T> Map<String, T> of(T[] constants, Function<T, String> word) {
        var words = new LinkedHashMap<String, T>();
        for (T constant : constants) {
            words.put(word.apply(constant), constant);
        }
        return Collections.unmodifiableMap(words);
    }

    static String level(Problem.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
