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
 * @param effort above 0, in any unit that the budget has too
 * @param requires ids of those that must be done with it
 * @param effects what it adds against scenarios, by their ids; one that stands against no scenario only makes others possible
 */
public record Mitigation(
        String id, double effort, SortedSet<String> requires, SortedMap<String, List<ControlEffect.Applied>> effects) {
    public Mitigation {
        if (!(effort > 0 && Double.isFinite(effort))) {
            throw new IllegalArgumentException("an effort is above 0, not " + effort);
        }
        requires = new TreeSet<>(requires);
        effects = new TreeMap<>(effects);
    }
}
