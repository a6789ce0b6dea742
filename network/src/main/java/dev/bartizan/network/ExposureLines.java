package dev.bartizan.network;

import dev.bartizan.network.exposure.Exposed;
import dev.bartizan.network.exposure.Exposures;
import dev.bartizan.network.exposure.Newcomer;
import dev.bartizan.network.model.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What workloads are open to besides each other: addresses outside, and pods that do not exist yet.
 *
 * @param egress by workload
 * @param ingress by workload
 * @param unprotected workloads and the side about which no policy says anything
 */
record ExposureLines(List<Line> egress, List<Line> ingress, List<String> unprotected) {
    ExposureLines {
        egress = List.copyOf(egress);
        ingress = List.copyOf(ingress);
        unprotected = List.copyOf(unprotected);
    }

    /**
     * One of them.
     *
     * @param other who is let in or out
     * @param newcomer the same, when it does not exist yet
     */
    record Line(String workload, String other, Optional<Newcomer> newcomer, String ports) {
        static Line of(Peer workload, Newcomer other, String ports) {
            return new Line(workload.label(), other.label(), Optional.of(other), ports);
        }
    }

    private static final Comparator<Line> ORDER =
            Comparator.comparing(Line::workload).thenComparing(Line::other);

    /**
     * Of some workloads.
     *
     * @param isOpening whether what it opens to is asked for
     * @param isReceiving whether what it receives from is asked for
     */
    static ExposureLines of(Connectivity connectivity, Predicate<Peer> isOpening, Predicate<Peer> isReceiving) {
        var egress = new ArrayList<Line>();
        var ingress = new ArrayList<Line>();
        var unprotected = new ArrayList<String>();
        var exposed = new LinkedHashSet<Peer>();
        Exposures exposures = connectivity.exposures();
        for (int i = 0; i < connectivity.pods().size(); i++) {
            Peer pod = connectivity.pods().get(i);
            Exposed out = isOpening.test(pod) ? exposures.of(i, Direction.EGRESS) : Exposed.NOTHING;
            Exposed in = isReceiving.test(pod) ? exposures.of(i, Direction.INGRESS) : Exposed.NOTHING;
            if (!(out.isNothing() && in.isNothing()) && exposed.add(pod)) {
                out.byPeer().forEach((other, ports) -> egress.add(Line.of(pod, other, ports)));
                in.byPeer().forEach((other, ports) -> ingress.add(Line.of(pod, other, ports)));
                addUnprotected(pod, out, "Egress", unprotected);
                addUnprotected(pod, in, "Ingress", unprotected);
            }
        }
        Reaches reaches = connectivity.reaches();
        List<Peer> receivers = outside(connectivity, Direction.EGRESS);
        for (Peer pod : exposed.stream().filter(isOpening).toList()) {
            Reach reach = reaches.of(pod);
            receivers.forEach(peer -> add(pod, peer, reach.to(peer), egress));
        }
        List<Peer> receiving = exposed.stream().filter(isReceiving).toList();
        for (Peer peer : outside(connectivity, Direction.INGRESS)) {
            Reach reach = reaches.of(peer);
            receiving.forEach(pod -> add(pod, peer, reach.to(pod), ingress));
        }
        egress.sort(ORDER);
        ingress.sort(ORDER);
        unprotected.sort(Comparator.naturalOrder());
        return new ExposureLines(egress, ingress, unprotected);
    }

    private static void addUnprotected(Peer pod, Exposed side, String name, List<String> unprotected) {
        if (!side.isProtected()) {
            unprotected.add(pod.label() + " is not protected on " + name);
        }
    }

    private static List<Peer> outside(Connectivity connectivity, Direction direction) {
        return connectivity.peers(direction).stream()
                .filter(peer -> connectivity.addresses(peer).isPresent())
                .toList();
    }

    private static void add(Peer pod, Peer other, Access access, List<Line> lines) {
        if (!access.isNone()) {
            lines.add(new Line(pod.label(), other.label(), Optional.empty(), access.toString()));
        }
    }
}
