package dev.bartizan.network;

import dev.bartizan.network.engine.Reason;
import dev.bartizan.network.mesh.ServiceEntries;
import dev.bartizan.network.mesh.ServiceEntries.Destination;
import dev.bartizan.network.mesh.SidecarAdvice;
import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.reading.Manifests;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a mesh knows by name: destinations outside that policies know by their addresses only, and hosts that proxies are told of. */
final class NameExplanation {
    private final ServiceEntries entries;
    private final SidecarAdvice advice;

    private NameExplanation(Manifests manifests) {
        this.entries = ServiceEntries.of(manifests);
        this.advice = SidecarAdvice.of(manifests);
    }

    static NameExplanation of(Manifests manifests) {
        return new NameExplanation(manifests);
    }

    /** What lists of connections leave out. */
    Optional<String> note() {
        return entries.note();
    }

    Optional<Destination> named(String text) {
        return entries.named(text);
    }

    /** What the proxy of a sender is told, in lines; none when it is told of the receiver. */
    List<String> advice(Optional<Pod> sender, Optional<Pod> receiver) {
        return sender.flatMap(from -> receiver.flatMap(to -> advice.about(from, to))).stream()
                .flatMap(NameExplanation::said)
                .toList();
    }

    private static Stream<String> said(SidecarAdvice.Advice said) {
        return Stream.of(
                "",
                "advice, which stops nobody: Sidecar " + said.sidecar() + " does not list it among its egress hosts  "
                        + said.location().file() + ":" + said.location().line());
    }

    /** What policies say about the addresses that a name may have, in lines. */
    List<String> explain(
            Connectivity connectivity, Peer from, String name, Destination destination, Optional<PortQuery> port) {
        Location place = destination.location();
        var lines = new ArrayList<>(List.of(from.label() + " => " + name + ", a destination of ServiceEntry "
                + destination.entry() + "  " + place.file() + ":" + place.line()));
        lines.add(
                destination.addresses().isEmpty()
                        ? "Which addresses it has is in no file. Of addresses outside, policies say:"
                        : "Of the addresses that the entry gives it, policies say:");
        for (Peer peer : connectivity.peers()) {
            Optional<AddressRange> range = connectivity.addresses(peer);
            boolean isMeant = range.filter(outside -> destination.addresses().isEmpty()
                            || destination.addresses().stream().anyMatch(outside::overlaps))
                    .isPresent();
            if (isMeant) {
                connectivity.reasons(from, peer).stream()
                        .filter(reason -> port.map(
                                        query -> new Ports(reason.ports()).contains(query.protocol(), query.port()))
                                .orElse(true))
                        .sorted(ExplanationText.OPEN_FIRST)
                        .forEach(reason -> add(peer, reason, lines));
            }
        }
        connectivity.pod(from).flatMap(pod -> advice.about(pod, name, destination)).stream()
                .flatMap(NameExplanation::said)
                .forEach(lines::add);
        return lines;
    }

    private static void add(Peer peer, Reason reason, List<String> lines) {
        lines.add("");
        lines.add(reason.verdict() + " " + new Ports(reason.ports()) + " to " + peer.label());
        reason.steps().forEach(step -> lines.add("  " + ExplanationText.line(step)));
    }
}
