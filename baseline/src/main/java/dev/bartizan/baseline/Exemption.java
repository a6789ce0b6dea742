package dev.bartizan.baseline;

import dev.bartizan.source.Location;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An exception that somebody made: what it covers is still listed, no longer counted.
 *
 * @param rule a check's id or a family's name
 * @param assets ids of the assets it holds for
 * @param reason why this is acceptable
 * @param expires the last day it holds
 * @param by who accepted it, or empty
 * @param location where that is written
 */
public record Exemption(
        String rule, SortedSet<String> assets, String reason, LocalDate expires, String by, Location location) {
    public Exemption {
        assets = Collections.unmodifiableSortedSet(new TreeSet<>(assets));
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an exception needs a reason");
        }
    }
}
