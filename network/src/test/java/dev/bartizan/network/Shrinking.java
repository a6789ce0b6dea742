package dev.bartizan.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes parts from an example that fails for as long as it fails, so that what is printed holds little that does not matter. */
final class Shrinking {
    private Shrinking() {}

    /** @param smaller all examples with one part less, the largest parts first */
    static <T> T smallest(T failing, Function<T, List<T>> smaller, Predicate<T> fails) {
        T smallest = failing;
        Optional<T> next = Optional.of(failing);
        while (next.isPresent()) {
            smallest = next.get();
            next = smaller.apply(smallest).stream().filter(fails).findFirst();
        }
        return smallest;
    }

    /** A list without each of its items in turn. */
    static <P> Stream<List<P>> without(List<P> parts) {
        return IntStream.range(0, parts.size()).mapToObj(left -> {
            var others = new ArrayList<>(parts);
            others.remove(left);
            return others;
        });
    }

    /** A list in which each item in turn is without each of its own parts in turn. */
    static <P, Q> Stream<List<P>> within(List<P> items, Function<P, List<Q>> parts, BiFunction<P, List<Q>, P> with) {
        return IntStream.range(0, items.size())
                .boxed()
                .flatMap(at -> without(parts.apply(items.get(at))).map(fewer -> {
                    var changed = new ArrayList<>(items);
                    changed.set(at, with.apply(items.get(at), fewer));
                    return changed;
                }));
    }
}
