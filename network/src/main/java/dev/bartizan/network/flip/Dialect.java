package dev.bartizan.network.flip;

import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Kinds of policies in which a rule more lets a connection through, and how such a rule is written in them. */
enum Dialect {
    /** NetworkPolicy of networking.k8s.io. */
    KUBERNETES {
        @Override
        String yaml(Direction direction, PeerWords peer, PortMatch.Range port) {
            boolean isIngress = direction == Direction.INGRESS;
            String number = isEvery(port) ? "" : ", port: " + port.first() + end(port);
            return "{" + (isIngress ? "from" : "to") + ": [{" + peer.yaml() + "}], ports: [{protocol: "
                    + port.protocol() + number + "}]}";
        }
    },

    /** NetworkPolicy and GlobalNetworkPolicy of projectcalico.org. */
    CALICO {
        @Override
        String yaml(Direction direction, PeerWords peer, PortMatch.Range port) {
            String who = peer.namespace()
                    .map(namespace -> "namespaceSelector: \"" + PeerWords.NAME_LABEL + " == '" + namespace
                            + "'\", selector: \"" + selector(peer.labels()) + "\"")
                    .orElse("nets: " + quoted(peer.blocks()));
            String number = port.first() == port.last()
                    ? Integer.toString(port.first())
                    : "\"" + port.first() + ":" + port.last() + "\"";
            String ports = isEvery(port) ? "" : "ports: [" + number + "]";
            String ends = direction == Direction.INGRESS
                    ? "source: {" + who + "}" + (ports.isEmpty() ? "" : ", destination: {" + ports + "}")
                    : "destination: {" + who + (ports.isEmpty() ? "" : ", " + ports) + "}";
            return "{action: Allow, protocol: " + port.protocol() + ", " + ends + "}";
        }

        private String selector(Map<String, String> labels) {
            return labels.isEmpty()
                    ? "all()"
                    : labels.entrySet().stream()
                            .map(label -> label.getKey() + " == '" + label.getValue() + "'")
                            .collect(Collectors.joining(" && "));
        }
    },

    /** CiliumNetworkPolicy and CiliumClusterwideNetworkPolicy. */
    CILIUM {
        @Override
        String yaml(Direction direction, PeerWords peer, PortMatch.Range port) {
            String side = direction == Direction.INGRESS ? "from" : "to";
            String who = peer.namespace()
                    .map(namespace -> side + "Endpoints: [{matchLabels: {\"k8s:io.kubernetes.pod.namespace\": "
                            + PeerWords.quoted(namespace)
                            + peer.labels().entrySet().stream()
                                    .map(label -> ", " + PeerWords.quoted(label.getKey()) + ": "
                                            + PeerWords.quoted(label.getValue()))
                                    .collect(Collectors.joining())
                            + "}}]")
                    .orElse(side + "CIDR: " + quoted(peer.blocks()));
            String number = isEvery(port) ? "\"0\"" : "\"" + port.first() + "\"" + end(port);
            return "{" + who + ", toPorts: [{ports: [{port: " + number + ", protocol: " + port.protocol() + "}]}]}";
        }
    },

    /** AuthorizationPolicy of security.istio.io: by who the sender can show to be. */
    ISTIO {
        @Override
        Optional<List<PeerMatch>> peers(PeerWords peer, Direction direction, PortMatch.Range port) {
            boolean canBeNamed = direction == Direction.INGRESS
                    && port.protocol() == Protocol.TCP
                    && (isEvery(port) || port.first() == port.last());
            return peer.principal().filter(principal -> canBeNamed).map(principal -> {
                var shown = new Requirement(Pod.PRINCIPAL, Operator.IN, new TreeSet<>(List.of(principal)));
                return List.of(new PeerMatch.Pods(
                        PodMatch.across(LabelSelector.EVERYTHING, new LabelSelector(List.of(shown)))));
            });
        }

        @Override
        String yaml(Direction direction, PeerWords peer, PortMatch.Range port) {
            String ports = isEvery(port) ? "" : ", to: [{operation: {ports: [\"" + port.first() + "\"]}}]";
            return "{from: [{source: {principals: ["
                    + peer.principal().map(PeerWords::quoted).orElse("") + "]}}]" + ports + "}";
        }

        @Override
        String list(Direction direction) {
            return "spec.rules";
        }
    };

    /** That of a policy, if a rule more in it can let something through. */
    static Optional<Dialect> of(Policy policy) {
        if (policy.tier().layer() == Layer.MESH) {
            return policy.kind().equals("AuthorizationPolicy") ? Optional.of(ISTIO) : Optional.empty();
        }
        String id = policy.id();
        if (id.contains("projectcalico.org/")) {
            return Optional.of(CALICO);
        }
        if (id.contains("/cilium.io/")) {
            return Optional.of(CILIUM);
        }
        return id.contains("/networking.k8s.io/NetworkPolicy/") ? Optional.of(KUBERNETES) : Optional.empty();
    }

    /** An item of the list of rules, on one line. */
    abstract String yaml(Direction direction, PeerWords peer, PortMatch.Range port);

    /** The other side as it is evaluated; nothing where it cannot be named in this kind of policy. */
    Optional<List<PeerMatch>> peers(PeerWords peer, Direction direction, PortMatch.Range port) {
        return Optional.of(peer.peers());
    }

    /** Where the rule goes. */
    String list(Direction direction) {
        return direction == Direction.INGRESS ? "spec.ingress" : "spec.egress";
    }

    private static boolean isEvery(PortMatch.Range port) {
        return port.equals(PortMatch.all(port.protocol()));
    }

    private static String end(PortMatch.Range port) {
        return port.first() == port.last() ? "" : ", endPort: " + port.last();
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(PeerWords::quoted).collect(Collectors.joining(", ", "[", "]"));
    }
}
