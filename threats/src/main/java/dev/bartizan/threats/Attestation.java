package dev.bartizan.threats;

import dev.bartizan.source.Location;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Somebody's dated word that a control holds, or does not, where no check can tell. Evidence outweighs it.
 *
 * @param control id of the control
 * @param assets ids of the assets it is about
 * @param holds whether it holds there
 * @param evidence where that can be looked up
 * @param date when it was seen
 * @param location where it is written
 */
public record Attestation(
        String control, SortedSet<String> assets, boolean holds, String evidence, LocalDate date, Location location) {
    public Attestation {
        assets = Collections.unmodifiableSortedSet(new TreeSet<>(assets));
    }
}
