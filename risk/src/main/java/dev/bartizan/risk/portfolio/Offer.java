package dev.bartizan.risk.portfolio;

import dev.bartizan.risk.control.ControlEffect;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Something that can be done.
 *
 * @param effort in any unit that the budget has too; 0 for what others make possible without more work
 * @param requires ids of those that must be done with it
 * @param ends scenarios that are over with it, by their ids
 * @param effects what it adds against scenarios, by their ids; one that stands against no scenario only makes others possible
 */
public record Offer(
        String id,
        double effort,
        SortedSet<String> requires,
        SortedSet<String> ends,
        SortedMap<String, List<ControlEffect.Applied>> effects) {
    public Offer {
        if (!(effort >= 0 && Double.isFinite(effort))) {
            throw new IllegalArgumentException("an effort is 0 or more, not " + effort);
        }
        requires = new TreeSet<>(requires);
        ends = new TreeSet<>(ends);
        effects = new TreeMap<>(effects);
    }
}
