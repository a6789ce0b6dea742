package dev.bartizan.graph;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * For which places the input is whole, so that absence there is evidence.
 *
 * @param cluster everything, cluster-scoped objects included
 * @param namespaces these namespaces
 */
public record Completeness(boolean cluster, SortedSet<String> namespaces) {
    public static final Completeness NONE = new Completeness(false, new TreeSet<>());

    public Completeness {
        namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
    }

    public boolean covers(String namespace) {
        return cluster || namespaces.contains(namespace);
    }
}
