package dev.bartizan.network.mesh;

import dev.bartizan.network.mesh.RequestCover.Answer;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What denials of requests leave of a rule that allows some: where one denies all that the rule allows, the connection is not allowed by it. Where only several
 * together do, or one that hangs on an assumption, it is left open.
 */
final class Remainder {
    private static final String ASSUMPTION = "that what is denied leaves some of these requests";

    private final Requests allowed;
    private final List<Denial> denials;

    private Remainder(Requests allowed, List<Denial> denials) {
        this.allowed = allowed;
        this.denials = denials;
    }

    /**
     * Connections that a rule allows.
     *
     * @param assumption under which it does, besides those of the rule
     */
    record Part(List<PeerMatch> senders, TcpPorts ports, Optional<String> assumption) {
        Part {
            senders = List.copyOf(senders);
        }
    }

    /** Whether denials may leave nothing of what a rule allows. */
    static boolean mayBeNothing(Requests allowed, List<Denial> denials) {
        List<Requests> denied = denials.stream().map(Denial::requests).toList();
        return RequestCover.of(allowed, denied) != Answer.NO;
    }

    /** @param denials all of which are about all the pods that the rule is about */
    static List<Part> of(Requests allowed, Part whole, List<Denial> denials) {
        return denials.isEmpty() || !mayBeNothing(allowed, denials)
                ? List.of(whole)
                : new Remainder(allowed, denials).parts(whole);
    }

    private List<Part> parts(Part whole) {
        List<Denial> deciding = denials.stream()
                .filter(denial ->
                        denial.isCertain() && RequestCover.of(allowed, List.of(denial.requests())) == Answer.YES)
                .toList();
        List<Denial> others =
                denials.stream().filter(denial -> !deciding.contains(denial)).toList();
        List<Part> left = without(List.of(whole), deciding);
        if (!mayBeNothing(allowed, others)) {
            return left;
        }
        var parts = new ArrayList<>(without(left, others));
        left.forEach(part -> parts.add(new Part(part.senders(), part.ports(), Optional.of(ASSUMPTION))));
        return parts;
    }

    private static List<Part> without(List<Part> parts, List<Denial> denials) {
        List<Part> left = parts;
        for (Denial denial : denials) {
            left = left.stream().flatMap(part -> without(part, denial).stream()).toList();
        }
        return left;
    }

    private static List<Part> without(Part part, Denial denial) {
        var left = new ArrayList<Part>();
        if (denial.senders().stream().noneMatch(PeerMatch.Anybody.class::isInstance)) {
            PeerMatch others = new PeerMatch.AllOf(
                    List.of(PeerMatch.anyOf(part.senders()), new PeerMatch.Not(PeerMatch.anyOf(denial.senders()))));
            left.add(new Part(List.of(others), part.ports(), part.assumption()));
        }
        TcpPorts ports = part.ports().without(denial.ports());
        if (!ports.isEmpty()) {
            left.add(new Part(part.senders(), ports, part.assumption()));
        }
        return left;
    }
}
