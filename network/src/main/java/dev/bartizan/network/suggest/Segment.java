package dev.bartizan.network.suggest;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Workloads of a namespace that no stable label tells apart: they share their policy.
 *
 * @param name of the first of them
 * @param pods indexes of the pods
 * @param labels that select them
 * @param without labels that others have with all of these
 */
record Segment(
        int index,
        String namespace,
        String name,
        List<Integer> pods,
        SortedMap<String, String> labels,
        SortedSet<String> without) {
    Segment {
        pods = List.copyOf(pods);
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
    }
}
