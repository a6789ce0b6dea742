package dev.bartizan.rules.loops;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * What a loop came to that asks its elements about nothing but their properties: over the same elements it comes to the same. Of a pool that thousands run on each of them asks who else does.
 */
public final class KnownLoops {
    /** Fewer are gone through faster than they are looked up. */
    private static final int FEWEST = 16;

    private static final int MOST_KEPT = 64;

    private final Map<Elements, Object> results = new ConcurrentHashMap<>();

    /** The same list, not an equal one: to compare them would take as long as the loop. */
    private record Elements(List<?> list) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object other) {
            return other instanceof Elements elements && elements.list == list;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(list);
        }
    }

    /**
     * What met something unknown is not kept: each evaluation has to meet it.
     *
     * @param unknowns how often something unknown was met so far
     */
    public Object result(List<?> list, IntSupplier unknowns, Supplier<Object> loop) {
        if (list.size() < FEWEST) {
            return loop.get();
        }
        var elements = new Elements(list);
        Object known = results.get(elements);
        if (known != null) {
            return known;
        }
        int before = unknowns.getAsInt();
        Object result = loop.get();
        if (unknowns.getAsInt() == before && results.size() < MOST_KEPT) {
            results.put(elements, result);
        }
        return result;
    }
}
