package dev.bartizan.network.lint;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.Truth;
import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Rule;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules about the port of a Service, at which no container of the receiving pods listens, and not about the port that it leads to. */
final class ServicePorts {
    private final Scene scene;
    private final Map<Integer, List<Offer>> byPort = new HashMap<>();
    private final Map<Integer, Set<Integer>> listened = new HashMap<>();
    private final Map<Integer, List<Integer>> podsOfAsset = new HashMap<>();

    ServicePorts(Scene scene) {
        this.scene = scene;
    }

    private void listen() {
        for (int i = 0; i < scene.cluster().pods().size(); i++) {
            podsOfAsset
                    .computeIfAbsent(scene.cluster().pods().get(i).asset(), key -> new ArrayList<>())
                    .add(i);
        }
        for (PodTemplate template : scene.snapshot().trees().pods()) {
            Set<Integer> ports = listened.computeIfAbsent(template.asset(), key -> new HashSet<>());
            template.spec()
                    .get("containers")
                    .items()
                    .forEach(container -> container
                            .get("ports")
                            .items()
                            .forEach(port -> number(port.get("containerPort")).ifPresent(ports::add)));
        }
    }

    /**
     * A port of a Service that leads to another one.
     *
     * @param pods the classes behind it
     */
    private record Offer(String service, int port, int target, BitSet pods, Location location) {}

    List<Remark> find() {
        Set<Integer> named = named();
        if (named.isEmpty()) {
            return List.of();
        }
        listen();
        collect(named);
        var remarks = new ArrayList<Remark>();
        for (Policy policy : scene.cluster().policies()) {
            for (Rule rule : policy.rules()) {
                if (rule.action() == Action.ALLOW && !rule.ports().isEmpty()) {
                    remark(policy, rule).ifPresent(remarks::add);
                }
            }
        }
        return remarks;
    }

    /** The ports that rules name one by one. */
    private Set<Integer> named() {
        return scene.cluster().policies().stream()
                .flatMap(policy -> policy.rules().stream())
                .filter(rule -> rule.action() == Action.ALLOW)
                .flatMap(rule -> rule.ports().stream())
                .flatMap(port -> single(port).stream())
                .collect(Collectors.toSet());
    }

    private void collect(Set<Integer> named) {
        List<Asset> assets = scene.platform().assets();
        for (int i = 0; i < assets.size(); i++) {
            if (assets.get(i).kind().equals("Service") && assets.get(i).group().equals("core")) {
                List<Node> ports = scene.snapshot().trees().root(i).stream()
                        .flatMap(root -> root.at("spec", "ports").items().stream())
                        .filter(port ->
                                number(port.get("port")).filter(named::contains).isPresent())
                        .toList();
                if (!ports.isEmpty()) {
                    collect(i, assets.get(i), ports);
                }
            }
        }
    }

    private void collect(int index, Asset service, List<Node> ofService) {
        var pods = new BitSet();
        var ports = new HashSet<Integer>();
        scene.platform().linksFrom(index).stream()
                .filter(link -> link.kind().equals("exposes"))
                .forEach(link -> {
                    ports.addAll(listened.getOrDefault(link.to(), Set.of()));
                    podsOfAsset
                            .getOrDefault(link.to(), List.of())
                            .forEach(pod -> pods.set(scene.engine().partyOf(pod)));
                });
        for (Node port : ofService) {
            Optional<Integer> number = number(port.get("port"));
            Optional<Integer> target = number(port.get("targetPort"));
            if (number.isPresent() && target.isPresent() && !number.equals(target) && !ports.contains(number.get())) {
                byPort.computeIfAbsent(number.get(), key -> new ArrayList<>())
                        .add(new Offer(
                                service.namespace() + "/" + service.name(),
                                number.get(),
                                target.get(),
                                pods,
                                service.location()));
            }
        }
    }

    private Optional<Remark> remark(Policy policy, Rule rule) {
        return rule.ports().stream()
                .flatMap(port -> single(port).stream())
                .flatMap(number -> byPort.getOrDefault(number, List.of()).stream())
                .filter(offer -> !allows(rule, offer.target()))
                .filter(offer -> offer.pods().intersects(receivers(policy, rule)))
                .findFirst()
                .map(offer -> new Remark(
                        LintRule.SERVICE_PORT,
                        policy.id(),
                        rule.location(),
                        policy.kind() + " " + policy.name() + ", " + rule.name() + " names port " + offer.port()
                                + " of Service " + offer.service() + "; its pods listen at " + offer.target(),
                        List.of(new Evidence("Service " + offer.service(), offer.location())),
                        Truth.CONFIRMED));
    }

    private BitSet receivers(Policy policy, Rule rule) {
        return rule.direction() == Direction.INGRESS
                ? scene.engine().subjects(policy)
                : scene.engine().meant(rule.peers());
    }

    private static Optional<Integer> single(PortMatch port) {
        return port instanceof PortMatch.Range range && range.first() == range.last()
                ? Optional.of(range.first())
                : Optional.empty();
    }

    private static boolean allows(Rule rule, int target) {
        return rule.ports().stream()
                .anyMatch(port -> !(port instanceof PortMatch.Range range)
                        || (range.first() <= target && target <= range.last()));
    }

    private static Optional<Integer> number(Node node) {
        return node.text().filter(text -> text.matches("[1-9][0-9]{0,4}")).map(Integer::valueOf);
    }
}
