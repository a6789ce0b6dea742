package dev.bartizan.network.intents;

import java.util.Comparator;
import java.util.List;

/** Everybody, workloads first, by label; the order is that of examples. */
final class Participants {
    private static final Comparator<Participant> ORDER = Comparator.comparing(Participant::isWorkload)
            .reversed()
            .thenComparing(Participant::label)
            .thenComparingInt(Participant::party);

    private final List<Participant> all;

    Participants(List<Participant> everybody) {
        this.all = everybody.stream().sorted(ORDER).toList();
    }

    int count() {
        return all.size();
    }

    Participant get(int index) {
        return all.get(index);
    }
}
