package dev.bartizan.network.mesh;

import dev.bartizan.network.model.PeerMatch;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who sends a request, and how.
 *
 * @param peers each of which must mean the sender; none: anybody
 * @param assumptions what must hold besides and no file tells
 * @param conditions what the sender decides from request to request
 * @param isHttp whether only a request of HTTP can show it
 */
record Source(List<PeerMatch> peers, SortedSet<String> assumptions, SortedSet<String> conditions, boolean isHttp) {
    static final Source ANYBODY = new Source(List.of(), new TreeSet<>(), new TreeSet<>(), false);

    static Source of(PeerMatch peer) {
        return new Source(List.of(peer), new TreeSet<>(), new TreeSet<>(), false);
    }

    static Source ifTrue(String assumption, boolean isHttp) {
        return new Source(List.of(), new TreeSet<>(List.of(assumption)), new TreeSet<>(), isHttp);
    }

    static Source when(String condition) {
        return new Source(List.of(), new TreeSet<>(), new TreeSet<>(List.of(condition)), true);
    }

    Source and(Source other) {
        return new Source(
                Stream.concat(peers.stream(), other.peers.stream()).toList(),
                both(assumptions, other.assumptions),
                both(conditions, other.conditions),
                isHttp || other.isHttp);
    }

    private static SortedSet<String> both(SortedSet<String> one, SortedSet<String> other) {
        var both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    PeerMatch peer() {
        return switch (peers.size()) {
            case 0 -> new PeerMatch.Anybody();
            case 1 -> peers.getFirst();
            default -> new PeerMatch.AllOf(peers);
        };
    }
}
