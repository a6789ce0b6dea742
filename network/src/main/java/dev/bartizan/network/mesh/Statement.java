package dev.bartizan.network.mesh;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Rule;
import dev.bartizan.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A rule for one kind of senders and one operation.
 *
 * @param index of the rule in its policy
 * @param senders any of them
 * @param assumptions what must hold for it to match and no file tells
 */
record Statement(
        int index,
        Action action,
        List<PeerMatch> senders,
        Operation operation,
        SortedSet<String> assumptions,
        Location location) {
    Statement {
        senders = List.copyOf(senders);
    }

    Rule rule() {
        return new Rule(
                Direction.INGRESS,
                index,
                "rule " + (index + 1),
                action,
                senders,
                operation.ports().ranges(),
                operation.isAny() ? Optional.empty() : Optional.of(operation.requests()),
                assumptions.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", assumptions)),
                location);
    }
}
