package dev.bartizan.exchange.dialect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names of which each is given once: who comes later gets a number behind it. */
public final class FreeNames {
    private final String separator;
    private final Set<String> taken = new HashSet<>();
    /** Where to go on: files with many equal names must not be searched from the start for each. */
    private final Map<String, Integer> next = new HashMap<>();

    /** @param separator between a name and its number */
    public FreeNames(String separator) {
        this.separator = separator;
    }

    /** The name itself, or the first with a number that nobody has. */
    public String take(String wanted) {
        String free = wanted;
        while (!taken.add(free)) {
            free = wanted + separator + next.merge(wanted, 2, (last, _) -> last + 1);
        }
        return free;
    }
}
