package dev.bartizan.network.suggest;

import dev.bartizan.network.suggest.Pair.Status;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of pairs, each once. Of very many of one kind some are counted only. */
final class Findings {
    private static final int MOST_LISTED = 500_000;

    private final Set<Pair> listed = new LinkedHashSet<>();
    private final Map<Status, Long> counts = new EnumMap<>(Status.class);

    void add(Pair pair) {
        if (counts.getOrDefault(pair.status(), 0L) >= MOST_LISTED || listed.add(pair)) {
            counts.merge(pair.status(), 1L, Long::sum);
        }
    }

    List<Pair> listed() {
        return List.copyOf(listed);
    }

    List<Pair> of(Status status) {
        return listed.stream().filter(pair -> pair.status() == status).toList();
    }

    long count(Status status) {
        return counts.getOrDefault(status, 0L);
    }

    /** How many are not listed. */
    long more() {
        return counts.values().stream().mapToLong(Long::longValue).sum() - listed.size();
    }
}
