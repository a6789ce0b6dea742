package dev.bartizan.graph;

import dev.bartizan.source.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ports that policies decide alike in one direction, and how.
 *
 * @param ports by protocol and number
 * @param steps in the order in which policies were asked; the last one decided
 */
public record Way(List<PortRange> ports, Verdict verdict, List<Step> steps) {
    public Way {
        ports = List.copyOf(ports);
        steps = List.copyOf(steps);
    }

    /** The answer to whether a connection is possible. */
    public enum Verdict {
        ALLOWED,
        DENIED,
        /** It hangs on something that no manifest tells. */
        DEPENDS;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** As output files write it. */
        public String word() {
            return word;
        }

        public static Optional<Verdict> of(String word) {
            return Arrays.stream(values())
                    .filter(verdict -> verdict.word.equals(word))
                    .findFirst();
        }
    }

    /**
     * What a policy says, or that none says anything.
     *
     * @param policy id of the asset; empty when no policy says anything
     * @param statement for a reader
     * @param location of the rule, or of the policy
     */
    public record Step(String policy, String statement, Optional<Location> location) {}

    boolean isDenied() {
        return verdict == Verdict.DENIED;
    }

    public boolean contains(Transport transport, int port) {
        return ports.stream().anyMatch(range -> range.contains(transport, port));
    }

    boolean meets(Way other) {
        return ports.stream().anyMatch(range -> other.ports.stream().anyMatch(range::meets));
    }

    Truth truth() {
        return switch (verdict) {
            case ALLOWED -> Truth.CONFIRMED;
            case DENIED -> Truth.REFUTED;
            case DEPENDS ->
                Truth.undecided(
                        steps.isEmpty() ? "what policies say" : steps.getLast().statement());
        };
    }
}
