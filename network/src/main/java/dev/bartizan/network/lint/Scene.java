package dev.bartizan.network.lint;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Truth;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * What the rules of the lint look at.
 *
 * @param label what a reader calls a pod
 * @param party what a reader calls one of a class
 * @param isCilium whether policies are read as Cilium does
 */
public record Scene(
        Snapshot snapshot,
        Cluster cluster,
        Engine engine,
        Function<Pod, String> label,
        IntFunction<String> party,
        boolean isCilium) {
    private static final int MOST_NAMED = 5;

    Platform platform() {
        return snapshot.platform();
    }

    Asset asset(Pod pod) {
        return platform().asset(pod.asset());
    }

    /** Whether pods of a class are among these. */
    boolean isAmong(int pod, BitSet classes) {
        return classes.get(engine.partyOf(pod));
    }

    /** Sure when the input is whole for these namespaces, else open. */
    Truth certainty(Collection<String> namespaces) {
        var missing = new TreeSet<>(namespaces);
        missing.removeIf(platform().completeness()::covers);
        return missing.isEmpty()
                ? Truth.CONFIRMED
                : Truth.undecided("what the input does not hold of " + String.join(", ", missing));
    }

    /** A namespace that stands in the same cluster as something else, or that if it was not read. */
    Asset namespace(String name, Asset otherwise) {
        int cluster = otherwise.id().indexOf('/');
        return platform()
                .index(otherwise.id().substring(0, cluster) + "/core/Namespace/-/" + name)
                .map(platform()::asset)
                .orElse(otherwise);
    }

    /** {@code a, b, c and 2 more}. */
    static String names(List<String> names) {
        List<String> distinct = names.stream().distinct().sorted().toList();
        String first = distinct.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = distinct.size() - MOST_NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
