package dev.bartizan.network.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which requests of HTTP a rule is about, in the notation of its policy; of each part, none means any. What starts with {@code !} must not be so.
 *
 * @param methods {@code GET}
 * @param paths {@code /v1/*}
 * @param hosts {@code models.example.org}
 * @param conditions whatever else must hold of each: {@code request.headers[x-user] *}
 */
public record Requests(
        SortedSet<String> methods, SortedSet<String> paths, SortedSet<String> hosts, SortedSet<String> conditions) {
    public Requests {
        methods = new TreeSet<>(methods);
        paths = new TreeSet<>(paths);
        hosts = new TreeSet<>(hosts);
        conditions = new TreeSet<>(conditions);
    }

    /** With nothing else to hold. */
    public Requests(SortedSet<String> methods, SortedSet<String> paths, SortedSet<String> hosts) {
        this(methods, paths, hosts, new TreeSet<>());
    }

    /** {@code GET,POST models.example.org /v1/*}. */
    @Override
    public String toString() {
        var words = new ArrayList<String>();
        for (SortedSet<String> part : List.of(methods, hosts, paths)) {
            if (!part.isEmpty()) {
                words.add(String.join(",", part));
            }
        }
        conditions.forEach(condition -> words.add("if " + condition));
        return words.isEmpty() ? "all" : String.join(" ", words);
    }
}
