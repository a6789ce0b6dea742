package dev.bartizan.knowledge;

import dev.bartizan.source.Default;
import dev.bartizan.source.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Traffic without which a component does not work, or works less. The peer is one of: anything of a role, a component, or a place outside the graph.
 *
 * @param role any asset of this role
 * @param component the signature of the peer
 * @param ports on which the one that is called listens; not known when empty
 * @param direction who calls
 * @param optional whether it does without it when set up otherwise
 * @param source a public page that says so
 */
public record Need(
        Optional<String> role,
        Optional<String> component,
        Optional<Place> place,
        List<Integer> ports,
        @Default("out") Direction direction,
        @Default("false") boolean optional,
        String why,
        String source,
        Location location) {
    /** Peers that no manifest declares. */
    public enum Place {
        /** The API server of the cluster. */
        KUBERNETES_API,
        /** The agents of the nodes. */
        NODES,
        INTERNET,
        /** Other replicas or parts of the same component. */
        PEERS,
        /** What it starts. */
        LAUNCHED
    }

    /** Who calls whom. */
    public enum Direction {
        OUT,
        IN
    }

    public Need {
        if (Stream.of(role, component, place).filter(Optional::isPresent).count() != 1) {
            throw new IllegalArgumentException("a need names one peer: a role, a component or a place");
        }
    }

    /** The peer in one word. */
    public String peer() {
        return role.or(() -> component)
                .or(() -> place.map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .orElse("");
    }
}
