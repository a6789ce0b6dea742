package dev.bartizan.network.engine;

import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Requests;
import java.util.List;

/**
 * Ports that are open for some requests only.
 *
 * @param only those that rules let pass; none: all
 * @param without those that rules deny before
 */
public record Limit(List<PortMatch.Range> ports, List<Requests> only, List<Requests> without) {
    public Limit {
        ports = List.copyOf(ports);
        only = List.copyOf(only);
        without = List.copyOf(without);
    }
}
