package dev.bartizan.network;

import dev.bartizan.network.exposure.Exposed;
import dev.bartizan.network.exposure.Exposures;
import dev.bartizan.network.model.Direction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /** @param other who is let in or out */
    record Line(String workload, String other, String ports) {}

    private static final Comparator<Line> ORDER =
            Comparator.comparing(Line::workload).thenComparing(Line::other);

    static ExposureLines of(Connectivity connectivity, Predicate<Peer> isAsked) {
        var egress = new ArrayList<Line>();
        var ingress = new ArrayList<Line>();
        var unprotected = new ArrayList<String>();
        var exposed = new ArrayList<Peer>();
        Exposures exposures = connectivity.exposures();
        for (int i = 0; i < connectivity.pods().size(); i++) {
            Peer pod = connectivity.pods().get(i);
            Exposed out = exposures.of(i, Direction.EGRESS);
            Exposed in = exposures.of(i, Direction.INGRESS);
            if (isAsked.test(pod) && !(out.isNothing() && in.isNothing())) {
                exposed.add(pod);
                out.byPeer().forEach((other, ports) -> egress.add(new Line(pod.label(), other, ports)));
                in.byPeer().forEach((other, ports) -> ingress.add(new Line(pod.label(), other, ports)));
                addUnprotected(pod, out, "Egress", unprotected);
                addUnprotected(pod, in, "Ingress", unprotected);
            }
        }
        addAddresses(connectivity, exposed, egress, ingress);
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

    private static void addAddresses(
            Connectivity connectivity, List<Peer> exposed, List<Line> egress, List<Line> ingress) {
        List<Peer> outside = connectivity.peers().stream()
                .filter(peer -> connectivity.addresses(peer).isPresent())
                .toList();
        Reaches reaches = connectivity.reaches();
        for (Peer pod : exposed) {
            Reach reach = reaches.of(pod);
            outside.forEach(peer -> add(pod, peer, reach.to(peer), egress));
        }
        for (Peer peer : outside) {
            Reach reach = reaches.of(peer);
            exposed.forEach(pod -> add(pod, peer, reach.to(pod), ingress));
        }
    }

    private static void add(Peer pod, Peer other, Access access, List<Line> lines) {
        if (!access.isNone()) {
            lines.add(new Line(pod.label(), other.label(), access.toString()));
        }
    }
}
