package dev.bartizan.graph;

import dev.bartizan.source.Location;
import dev.bartizan.source.Required;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What a design wants of the connections between two sides.
 *
 * @param from who opens them; of {@code only}, those who may
 * @param to who receives them
 * @param through of {@code via}, those who may open them instead of the others
 * @param ports of the receiver, as numbers ({@code 8265}, {@code 8000-8100}, {@code udp/53}) or names; without these and purposes, all
 * @param purposes the ports that the receiver's component has for this: {@code control}, {@code management}
 * @param why what would be lost otherwise
 * @param sources public pages that say so
 */
public record Intent(
        String id,
        Optional<String> title,
        Demand demand,
        List<Side> from,
        @Required List<Side> to,
        List<Side> through,
        List<String> ports,
        List<String> purposes,
        Optional<String> why,
        List<String> sources,
        Location location) {

    /** What is wanted. */
    public enum Demand {
        /** Each of one side can connect to each of the other. */
        ALLOW,
        /** Nobody of one side can connect to anybody of the other. */
        DENY,
        /** Nobody but one side can connect to the other. */
        ONLY,
        /** Nobody of one side can connect to the other himself, but for those it is to go through. */
        VIA;

        /** As files write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Intent {
        from = List.copyOf(from);
        to = List.copyOf(to);
        through = List.copyOf(through);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("an intent names somebody in 'to'");
        }
        if (from.isEmpty() && demand != Demand.ONLY) {
            throw new IllegalArgumentException("'" + demand.word() + "' names somebody in 'from'");
        }
        if (through.isEmpty() == (demand == Demand.VIA)) {
            throw new IllegalArgumentException("'through' belongs to 'via', and 'via' needs it");
        }
    }

    /** The heading for a reader. */
    public String heading() {
        return title.orElse(id);
    }

    /**
     * One side of an intent: those on whom every given key agrees. Names may hold a {@code *} for any characters.
     *
     * @param who all of a sort, where nothing else narrows it
     * @param ids ids of assets
     * @param kinds {@code Deployment} or {@code apps/Deployment}
     * @param labels all of these, on the pods
     * @param components signatures
     * @param addresses blocks outside of the cluster
     * @param except those who are not meant
     */
    public record Side(
            Optional<Who> who,
            List<String> ids,
            List<String> namespaces,
            List<String> kinds,
            List<String> names,
            SortedMap<String, String> labels,
            List<String> roles,
            List<Layer> layers,
            List<Plane> planes,
            List<String> zones,
            List<String> components,
            List<String> addresses,
            List<Side> except,
            Location location) {

        /** Everybody of a sort. The machines of the cluster and its API server are none: they run the pods. */
        public enum Who {
            ANYONE,
            /** All workloads of the input. */
            WORKLOADS,
            /** Every address and domain outside of the cluster. */
            OUTSIDE,
            /** Those outside that are not private, so that the public may have them. */
            INTERNET
        }

        public Side {
            boolean isOfAssets = Stream.of(ids, namespaces, kinds, names, roles, layers, planes, zones, components)
                            .anyMatch(list -> !list.isEmpty())
                    || !labels.isEmpty();
            if (!isOfAssets && who.isEmpty() && addresses.isEmpty()) {
                throw new IllegalArgumentException(
                        "a side names somebody: who, addresses, roles, namespaces and the like");
            }
            if (isOfAssets
                    && (!addresses.isEmpty()
                            || who.filter(one -> one != Who.WORKLOADS).isPresent())) {
                throw new IllegalArgumentException(
                        "what selects workloads stands without addresses and others; write two sides");
            }
            if (who.isPresent() && !addresses.isEmpty()) {
                throw new IllegalArgumentException("addresses stand without 'who'");
            }
        }

        /** Whether only workloads are meant. */
        public boolean isOfWorkloads() {
            return addresses.isEmpty() && who.map(one -> one == Who.WORKLOADS).orElse(true);
        }
    }
}
