package dev.bartizan.threats;

import dev.bartizan.source.Location;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What somebody said of a property that no manifest tells. Evidence outweighs it.
 *
 * @param property id of the vocabulary
 * @param assets ids of the assets it is about
 * @param location where it is written
 */
public record AnsweredProperty(String property, String value, SortedSet<String> assets, Location location) {
    public AnsweredProperty {
        assets = Collections.unmodifiableSortedSet(new TreeSet<>(assets));
    }
}
