package dev.bartizan.network.cilium;

import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.Outsider;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Peers that have no labels of their own (Documentation/security/policy/layer3.rst, entities). */
final class CiliumEntities {
    private static final PeerMatch PODS =
            new PeerMatch.Pods(PodMatch.across(LabelSelector.EVERYTHING, LabelSelector.EVERYTHING));

    private final Complaints complaints;

    CiliumEntities(Complaints complaints) {
        this.complaints = complaints;
    }

    /** Of a list; the machine of the pod and all others together are all machines. */
    List<PeerMatch> of(Written list) {
        List<String> names = list.texts();
        if (names.contains("host") && names.contains("remote-node")) {
            var peers = new ArrayList<PeerMatch>(List.of(new PeerMatch.Nodes()));
            list.all().stream()
                    .filter(name -> !name.text().equals("host") && !name.text().equals("remote-node"))
                    .forEach(name -> named(name.text(), name).ifPresent(peers::add));
            return peers;
        }
        return list.all().stream()
                .flatMap(name -> named(name.text(), name).stream())
                .toList();
    }

    /** Empty when it is nobody who could be seen here. */
    Optional<PeerMatch> named(String name, Written place) {
        return switch (name) {
            case "all" -> Optional.of(new PeerMatch.Anybody());
            case "world" ->
                Optional.of(PeerMatch.anyOf(List.of(outside(AddressRange.IPV4), outside(AddressRange.IPV6))));
            case "world-ipv4" -> Optional.of(outside(AddressRange.IPV4));
            case "world-ipv6" -> Optional.of(outside(AddressRange.IPV6));
            case "cluster" -> Optional.of(PeerMatch.anyOf(List.of(PODS, new PeerMatch.Nodes())));
            case "host" -> Optional.of(new PeerMatch.OwnNode());
            case "remote-node" ->
                Optional.of(new PeerMatch.AllOf(
                        List.of(new PeerMatch.Nodes(), new PeerMatch.Not(new PeerMatch.OwnNode()))));
            case "kube-apiserver" -> Optional.of(new PeerMatch.Named(new Outsider(Outsider.Kind.API_SERVER, "")));
            case "ingress", "init", "health", "unmanaged", "none" -> Optional.empty();
            case String _ -> {
                complaints.add(
                        "entity-unknown",
                        "This entity is not known; it is taken to be nobody.",
                        "write world, cluster, host, remote-node, kube-apiserver or all",
                        place);
                yield Optional.empty();
            }
        };
    }

    private static PeerMatch outside(int family) {
        return new PeerMatch.AllOf(List.of(
                new PeerMatch.Addresses(AddressRange.all(family), List.of()),
                new PeerMatch.Not(PeerMatch.anyOf(List.of(PODS, new PeerMatch.Nodes())))));
    }
}
