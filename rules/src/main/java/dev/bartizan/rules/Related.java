package dev.bartizan.rules;

import java.util.List;
import java.util.Optional;

/**
 * The members of a relation for the thing that is examined, and how sure that list is.
 *
 * @param doubt why these members may not be members after all, if so
 * @param mayLack why there may be members that were not read, if so
 */
public record Related(List<Item> items, Optional<String> doubt, Optional<String> mayLack) {
    public static final Related NONE = new Related(List.of(), Optional.empty(), Optional.empty());

    public Related {
        items = List.copyOf(items);
    }

    /** Exactly these. */
    public static Related of(List<Item> items) {
        return new Related(items, Optional.empty(), Optional.empty());
    }

    /** At least these; others may exist where the input does not reach. */
    public static Related atLeast(List<Item> items, String gap) {
        return new Related(items, Optional.empty(), Optional.of(gap));
    }

    /** At most these; what the input does not hold may take some of them out. */
    public static Related atMost(List<Item> items, String gap) {
        return new Related(items, Optional.of(gap), Optional.empty());
    }
}
