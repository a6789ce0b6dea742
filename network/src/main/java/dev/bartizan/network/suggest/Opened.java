package dev.bartizan.network.suggest;

import dev.bartizan.network.engine.Row;
import dev.bartizan.network.model.PortSet;
import java.util.HashMap;
import java.util.Map;

/** The ports that one sender may open, by receiving party; each is worked out once. */
final class Opened {
    private final Row row;
    private final Map<Integer, To> known = new HashMap<>();

    Opened(Row row) {
        this.row = row;
    }

    /**
     * Of one receiver.
     *
     * @param sure that are open
     * @param assumed that are open if an assumption holds
     */
    record To(PortSet sure, PortSet assumed, PortSet all) {
        /** Whether all of some ports are open only if an assumption holds. */
        boolean isAssumed(PortSet ports) {
            return ports.minus(assumed).isEmpty();
        }
    }

    To at(int party) {
        return known.computeIfAbsent(party, each -> {
            PortSet sure = PortSet.of(row.allowed(each));
            PortSet assumed = PortSet.of(row.depends(each));
            return new To(sure, assumed, sure.union(assumed));
        });
    }
}
