package dev.bartizan.network.model;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which requests of HTTP a rule is about, in the notation of its policy; of each part, none means any.
 *
 * @param methods {@code GET}
 * @param paths {@code /v1/*}
 * @param hosts {@code models.example.org}
 */
public record Requests(SortedSet<String> methods, SortedSet<String> paths, SortedSet<String> hosts) {
    public Requests {
        methods = new TreeSet<>(methods);
        paths = new TreeSet<>(paths);
        hosts = new TreeSet<>(hosts);
    }
}
