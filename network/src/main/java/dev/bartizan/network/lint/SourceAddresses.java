package dev.bartizan.network.lint;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Truth;
import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.Rule;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Rules that compare the address of who comes from outside, for pods behind a Service through which the address may be that of a node (kubernetes.io, "Using
 * Source IP": Services of type LoadBalancer and NodePort translate it unless {@code externalTrafficPolicy} is {@code Local}).
 */
final class SourceAddresses {
    private static final Set<String> FROM_OUTSIDE = Set.of("LoadBalancer", "NodePort");

    private final Scene scene;

    SourceAddresses(Scene scene) {
        this.scene = scene;
    }

    /** @param pods the classes behind it */
    private record Translating(Asset service, String type, BitSet pods) {}

    List<Remark> find() {
        List<Translating> services = translating();
        var remarks = new ArrayList<Remark>();
        if (!services.isEmpty()) {
            for (Policy policy : scene.cluster().policies()) {
                policy.rules().stream()
                        .filter(rule -> rule.direction() == Direction.INGRESS && rule.action() == Action.ALLOW)
                        .forEach(rule -> remark(policy, rule, services).ifPresent(remarks::add));
            }
        }
        return remarks;
    }

    private Optional<Remark> remark(Policy policy, Rule rule, List<Translating> services) {
        boolean asksAll =
                rule.peers().stream().anyMatch(peer -> peer instanceof PeerMatch.Anybody || isEverywhere(peer));
        Optional<AddressRange> asked = rule.peers().stream()
                .filter(PeerMatch.Addresses.class::isInstance)
                .map(PeerMatch.Addresses.class::cast)
                .map(PeerMatch.Addresses::block)
                .findFirst();
        if (asksAll || asked.isEmpty()) {
            return Optional.empty();
        }
        BitSet subjects = scene.engine().subjects(policy);
        return services.stream()
                .filter(each -> each.pods().intersects(subjects))
                .findFirst()
                .map(each -> new Remark(
                        LintRule.SOURCE_ADDRESS_LOST,
                        policy.id(),
                        rule.location(),
                        policy.kind() + " " + policy.name() + ", " + rule.name() + " lets in " + asked.get()
                                + ", and " + each.type() + " Service "
                                + each.service().namespace() + "/"
                                + each.service().name() + " may show it the address of a node instead",
                        List.of(new Evidence(
                                "externalTrafficPolicy is not Local",
                                each.service().location())),
                        Truth.undecided("whether the cluster translates the addresses of senders")));
    }

    private static boolean isEverywhere(PeerMatch peer) {
        return peer instanceof PeerMatch.Addresses addresses
                && addresses.except().isEmpty()
                && addresses.block().first().signum() == 0
                && addresses.block().last().bitLength() == addresses.block().bits()
                && addresses.block().last().bitCount() == addresses.block().bits();
    }

    private List<Translating> translating() {
        Map<Integer, List<Integer>> podsOfAsset = new HashMap<>();
        for (int i = 0; i < scene.cluster().pods().size(); i++) {
            podsOfAsset
                    .computeIfAbsent(scene.cluster().pods().get(i).asset(), key -> new ArrayList<>())
                    .add(scene.engine().partyOf(i));
        }
        var services = new ArrayList<Translating>();
        List<Asset> assets = scene.platform().assets();
        for (int i = 0; i < assets.size(); i++) {
            if (assets.get(i).kind().equals("Service") && assets.get(i).group().equals("core")) {
                translating(i, podsOfAsset).ifPresent(services::add);
            }
        }
        return services;
    }

    private Optional<Translating> translating(int service, Map<Integer, List<Integer>> podsOfAsset) {
        Optional<Node> spec = scene.snapshot().trees().root(service).map(root -> root.get("spec"));
        String type = spec.map(node -> node.get("type").text("")).orElse("");
        boolean keepsAddresses = spec.map(
                        node -> node.get("externalTrafficPolicy").text("").equals("Local"))
                .orElse(false);
        if (keepsAddresses || !FROM_OUTSIDE.contains(type)) {
            return Optional.empty();
        }
        var pods = new BitSet();
        scene.platform().linksFrom(service).stream()
                .filter(link -> link.kind().equals("exposes"))
                .flatMap(link -> podsOfAsset.getOrDefault(link.to(), List.of()).stream())
                .forEach(pods::set);
        return Optional.of(new Translating(scene.platform().assets().get(service), type, pods));
    }
}
