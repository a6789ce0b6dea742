package dev.bartizan.rules;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a profile can set.
 *
 * @param values by name; absent for a parameter that is declared and has neither a value nor a default
 */
public record Parameters(SortedMap<String, Optional<List<String>>> values) {
    public static final Parameters NONE = new Parameters(new TreeMap<>());

    public Parameters {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** The gap that an unset parameter leaves. */
    public static String gap(String name) {
        return "the parameter " + name + " is not set";
    }
}
