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
 * @param tokens what must hold of a token that comes with a request, and no file tells
 * @param conditions what the sender decides from request to request
 */
record Source(
        List<PeerMatch> peers, SortedSet<String> assumptions, SortedSet<String> tokens, SortedSet<String> conditions) {
    static final Source ANYBODY = new Source(List.of(), set(), set(), set());

    static Source of(PeerMatch peer) {
        return new Source(List.of(peer), set(), set(), set());
    }

    static Source ifTrue(String assumption) {
        return new Source(List.of(), set(assumption), set(), set());
    }

    static Source ifToken(String assumption) {
        return new Source(List.of(), set(), set(assumption), set());
    }

    static Source when(String condition) {
        return new Source(List.of(), set(), set(), set(condition));
    }

    private static SortedSet<String> set(String... texts) {
        return new TreeSet<>(List.of(texts));
    }

    Source and(Source other) {
        return new Source(
                Stream.concat(peers.stream(), other.peers.stream()).toList(),
                both(assumptions, other.assumptions),
                both(tokens, other.tokens),
                both(conditions, other.conditions));
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
