package dev.bartizan.baseline;

import dev.bartizan.source.Node;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code bartizan.yaml} says about the baseline.
 *
 * @param parameters values that checks ask for, by name, as they are written: one value or a list
 * @param exceptions what was accepted for a while
 */
public record BaselineSettings(SortedMap<String, Node> parameters, List<Exemption> exceptions) {
    /** When nothing is said. */
    public static final BaselineSettings NONE = new BaselineSettings(new TreeMap<>(), List.of());

    public BaselineSettings {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        exceptions = List.copyOf(exceptions);
    }
}
