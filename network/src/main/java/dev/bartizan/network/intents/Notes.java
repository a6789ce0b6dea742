package dev.bartizan.network.intents;

import dev.bartizan.graph.Intent;
import java.util.ArrayList;
import java.util.List;

/** What a reader should know about an answer besides the answer. */
final class Notes {
    private final Sides sides;

    Notes(Sides sides) {
        this.sides = sides;
    }

    List<String> of(Intent intent, long pairs) {
        var notes = new ArrayList<String>();
        boolean hasReceivers = !sides.on(intent.to()).isEmpty();
        if (!hasReceivers) {
            notes.add("'to' is nobody of this input");
        }
        if (isNobody(intent.from())) {
            notes.add(
                    intent.demand() == Intent.Demand.ONLY
                            ? "'from' is nobody of this input: then nobody at all may"
                            : "'from' is nobody of this input");
        }
        if (isNobody(intent.through())) {
            notes.add("'through' is nobody of this input: then there is no way at all");
        }
        if (pairs == 0 && notes.isEmpty()) {
            notes.add("no receiver has such a port");
        }
        return notes;
    }

    private boolean isNobody(List<Intent.Side> side) {
        return !side.isEmpty() && sides.on(side).isEmpty();
    }
}
