package dev.bartizan.network.intents;

import dev.bartizan.graph.Intent;
import dev.bartizan.graph.Platform;
import dev.bartizan.knowledge.Signature;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells which ports of a receiver an intent is about. */
final class AskedPorts {
    static final List<PortMatch.Range> ALL = Arrays.stream(Protocol.values())
            .map(protocol -> new PortMatch.Range(protocol, PortMatch.FIRST, PortMatch.LAST))
            .toList();

    private static final Comparator<PortMatch.Range> ORDER =
            Comparator.comparing(PortMatch.Range::protocol).thenComparingInt(PortMatch.Range::first);

    private final Platform platform;
    private final Signatures signatures;

    AskedPorts(Platform platform, Signatures signatures) {
        this.platform = platform;
        this.signatures = signatures;
    }

    /** None when the receiver has no such port; all when its ports are asked for by purpose and nobody knows them. */
    List<PortMatch.Range> of(Intent intent, Participant receiver) {
        if (intent.ports().isEmpty() && intent.purposes().isEmpty()) {
            return ALL;
        }
        var ports = new ArrayList<PortMatch.Range>();
        intent.ports().forEach(text -> ports.addAll(of(text, receiver)));
        if (!intent.purposes().isEmpty()) {
            Optional<Signature> component = component(receiver);
            if (component.isEmpty()) {
                return ALL;
            }
            component.get().ports().stream()
                    .filter(port -> intent.purposes().contains(port.purpose().word()))
                    .map(AskedPorts::range)
                    .forEach(ports::add);
        }
        return ports.stream().distinct().sorted(ORDER).toList();
    }

    /** Of what its component is known to listen at, or what its containers name; those first that carry its work. */
    List<PortMatch.Range> wellKnown(Participant receiver) {
        var ports = new ArrayList<PortMatch.Range>();
        component(receiver).ifPresent(signature -> signature.ports().forEach(port -> ports.add(range(port))));
        receiver.pod().ifPresent(pod -> pod.ports().values().forEach(ports::addAll));
        return ports;
    }

    private Optional<Signature> component(Participant receiver) {
        return receiver.isWorkload()
                ? platform.asset(receiver.asset()).classification().component().flatMap(signatures::component)
                : Optional.empty();
    }

    private static PortMatch.Range range(Signature.Port port) {
        boolean isUdp = port.protocol()
                .filter(protocol -> protocol == Signature.Port.Protocol.UDP)
                .isPresent();
        return new PortMatch.Range(isUdp ? Protocol.UDP : Protocol.TCP, port.port(), port.port());
    }

    private static List<PortMatch.Range> of(String text, Participant receiver) {
        int slash = text.indexOf('/');
        String number = text.substring(slash + 1);
        if (slash < 0 && !number.chars().allMatch(unit -> unit == '-' || Character.isDigit(unit))) {
            return receiver.pod()
                    .map(pod -> pod.ports().getOrDefault(text, List.of()))
                    .orElse(List.of());
        }
        int dash = number.indexOf('-');
        int first = Integer.parseInt(dash < 0 ? number : number.substring(0, dash));
        int last = Integer.parseInt(number.substring(dash + 1));
        return Protocol.of(slash < 0 ? "TCP" : text.substring(0, slash)).stream()
                .map(protocol -> new PortMatch.Range(protocol, first, last))
                .toList();
    }
}
