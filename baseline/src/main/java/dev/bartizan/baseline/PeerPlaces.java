package dev.bartizan.baseline;

import dev.bartizan.baseline.manifest.Labels;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.ReachabilityFacts.PeerClass;
import dev.bartizan.graph.Truth;
import dev.bartizan.rules.Item;
import dev.bartizan.source.Absent;
import dev.bartizan.source.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds, in the rule of a NetworkPolicy that lets somebody in, the peer that means him. */
final class PeerPlaces {
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";

    private final PlatformIndex platform;

    PeerPlaces(PlatformIndex platform) {
        this.platform = platform;
    }

    /** Located at the peer, or at the rule when no peer can be told. */
    Item item(int policy, Openings.Opening opening, List<PeerClass> classes) {
        Node root = platform.root(policy).orElseThrow();
        String inside = opening.rule().substring(platform.rootPointer(policy).length());
        List<Node> rules = root.at("spec", "ingress").items();
        int number = Integer.parseInt(inside.substring(inside.lastIndexOf('/') + 1));
        Node rule = number < rules.size() ? rules.get(number) : root.at("spec", "ingress");
        List<Node> peers = rule.get("from").items();
        for (int i = 0; i < peers.size(); i++) {
            if (!means(peers.get(i), policy, classes.get(opening.sender())).isRefuted()) {
                return item(peers.get(i), opening.rule() + "/from/" + i, opening);
            }
        }
        return item(rule, opening.rule(), opening);
    }

    private static Item item(Node place, String pointer, Openings.Opening opening) {
        return new Item(
                List.of(place),
                List.of(pointer),
                List.of(
                        opening.role(),
                        opening.receiver(),
                        Integer.toString(opening.port().port()),
                        opening.port().purpose().name().toLowerCase(Locale.ROOT),
                        opening.port().meaning()));
    }

    private Truth means(Node peer, int policy, PeerClass senders) {
        Asset sender = platform.platform().asset(senders.members().getFirst().asset());
        Node namespaces = peer.get("namespaceSelector");
        Truth isInside = namespaces.isPresent()
                ? hasLabels(namespaces, sender.namespace())
                : Truth.of(sender.namespace()
                        .equals(platform.platform().asset(policy).namespace()));
        boolean isOfAddresses = peer.get("ipBlock").isPresent();
        return isOfAddresses ? Truth.REFUTED : isInside.and(podOf(sender, peer.get("podSelector")));
    }

    private Truth podOf(Asset sender, Node selector) {
        int asset = platform.platform().index(sender.id()).orElseThrow();
        Optional<PodTemplate> pod = platform.firstPod(asset) < platform.endOfPods(asset)
                ? Optional.of(platform.pods().get(platform.firstPod(asset)))
                : Optional.empty();
        return pod.map(template -> new Labels(template.metadata().get("labels"), false).match(selector))
                .orElse(Truth.CONFIRMED);
    }

    /** The label that the cluster gives to every namespace need not be written. */
    private Truth hasLabels(Node selector, String namespace) {
        Optional<Node> object = Optional.ofNullable(platform.namespaces().get(namespace))
                .flatMap(PlatformIndex.NamespaceContents::object)
                .flatMap(platform::root);
        Node wanted = selector.at("matchLabels", NAME_LABEL);
        if (wanted.hasValue() && !wanted.text("").equals(namespace)) {
            return Truth.REFUTED;
        }
        Node labels = object.map(root -> root.at("metadata", "labels")).orElseGet(() -> new Absent(selector, "labels"));
        return new Labels(labels, false).match(selector);
    }
}
