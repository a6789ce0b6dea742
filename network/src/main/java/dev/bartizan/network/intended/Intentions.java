package dev.bartizan.network.intended;

import dev.bartizan.graph.Intent;
import dev.bartizan.network.intents.IntentCheck;
import dev.bartizan.network.intents.Participant;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a design wants, and who can tell whom it means.
 *
 * @param check made of these participants
 * @param everybody the pods first, by their numbers in the cluster
 */
public record Intentions(List<Intent> all, IntentCheck check, List<Participant> everybody) {
    public Intentions {
        all = List.copyOf(all);
        everybody = List.copyOf(everybody);
    }

    Participant participant(int pod) {
        return everybody.get(pod);
    }

    /** The numbers of the pods among some. */
    IntStream pods(BitSet members) {
        return members.stream().filter(number -> everybody.get(number).pod().isPresent());
    }

    /** One who is no workload. */
    static Participant outside() {
        return new Participant(-1, Participant.OUTSIDE, "", Optional.empty());
    }
}
