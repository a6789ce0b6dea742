package dev.bartizan.knowledge;

import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Plane;
import dev.bartizan.source.Default;
import dev.bartizan.source.Location;
import dev.bartizan.source.Required;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * How a component is recognised, and what it does in an AI platform.
 *
 * @param layer where it is, if not where its role is
 * @param plane likewise
 * @param sidecar whether it usually accompanies another container: then it decides only when nothing else does
 * @param ports its well-known ports
 * @param authentication who is let in, port by port and path by path
 * @param needs the traffic that it does not work without
 * @param creates what its controller makes of its resources
 * @param sources public pages that say what it is and what its ports are for
 */
public record Signature(
        String id,
        String name,
        String role,
        Optional<Layer> layer,
        Optional<Plane> plane,
        @Default("false") boolean sidecar,
        Match match,
        List<Port> ports,
        List<Authentication> authentication,
        List<Need> needs,
        List<Creation> creates,
        @Required List<String> sources,
        Location location) {

    /**
     * Any of these is enough.
     *
     * @param images the last segments of an image repository, each perhaps with a {@code *} at its beginning or end: {@code nvidia/tritonserver}
     * @param kinds group and kind: {@code ray.io/RayCluster}
     * @param names values of the labels that carry a component's name: {@code app.kubernetes.io/name}, {@code app} and their like
     * @param labels other labels, {@code *} standing for any value
     * @param commands programs and Python modules that a container starts
     * @param environment variables that only this component reads
     * @param ports container ports that hardly anything else uses
     */
    public record Match(
            List<String> images,
            List<String> kinds,
            List<String> names,
            SortedMap<String, String> labels,
            List<String> commands,
            List<String> environment,
            List<Integer> ports) {
        public Match {
            if (images.isEmpty()
                    && kinds.isEmpty()
                    && names.isEmpty()
                    && labels.isEmpty()
                    && commands.isEmpty()
                    && environment.isEmpty()
                    && ports.isEmpty()) {
                throw new IllegalArgumentException("a signature matches on something");
            }
        }
    }

    /**
     * A well-known port of a component.
     *
     * @param protocol what is spoken there, if it is always the same
     */
    public record Port(int port, Purpose purpose, Optional<Protocol> protocol, String meaning, Location location) {
        /** What traffic to a port is for. */
        public enum Purpose {
            /** The work itself: data, prompts, answers. */
            DATA,
            /** What tells the component or its parts what to do. */
            CONTROL,
            /** People. */
            MANAGEMENT,
            /** Metrics and health: what monitoring and probes ask. */
            METRICS,
            /** Between the parts of one job or cluster. */
            FABRIC;

            /** As files write it. */
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        /** What is spoken at a port. */
        public enum Protocol {
            HTTP,
            HTTPS,
            GRPC,
            TCP,
            UDP
        }

        public Port {
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException(port + " is no port; write a number from 1 to 65535");
            }
        }
    }

    /** The classification of an asset on which this was seen. */
    Classification classify(String seen, Vocabulary vocabulary) {
        Role known = vocabulary.role(role).orElseThrow();
        return new Classification(
                role,
                layer.or(known::layer),
                plane.or(known::plane),
                Optional.of(id),
                seen + " matches signature " + id + " at " + location.file() + ":" + location.line());
    }

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
                    .or(() ->
                            place.map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                    .orElse("");
        }
    }
}
