package dev.bartizan.network.intents;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Everybody, workloads first, by label; the order is that of examples. */
final class Participants {
    private static final Comparator<Participant> ORDER = Comparator.comparing(Participant::isWorkload)
            .reversed()
            .thenComparing(Participant::label)
            .thenComparingInt(Participant::party);

    private final List<Participant> all;
    private final int[] given;

    Participants(List<Participant> everybody) {
        this.given = IntStream.range(0, everybody.size())
                .boxed()
                .sorted(Comparator.comparing(everybody::get, ORDER))
                .mapToInt(Integer::intValue)
                .toArray();
        this.all = Arrays.stream(given).mapToObj(everybody::get).toList();
    }

    /** The same participants by the numbers under which they were given. */
    BitSet asGiven(BitSet members) {
        var numbers = new BitSet();
        members.stream().forEach(member -> numbers.set(given[member]));
        return numbers;
    }

    int count() {
        return all.size();
    }

    Participant get(int index) {
        return all.get(index);
    }
}
