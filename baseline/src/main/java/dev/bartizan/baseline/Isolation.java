package dev.bartizan.baseline;

import dev.bartizan.baseline.PlatformIndex.NamespaceContents;
import dev.bartizan.baseline.manifest.Gaps;
import dev.bartizan.baseline.manifest.Labels;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.graph.Truth;
import dev.bartizan.rules.Item;
import dev.bartizan.rules.Related;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which pods no NetworkPolicy isolates. A policy isolates the pods it selects for the directions of its policyTypes, whatever its rules allow
 * (networking.k8s.io/v1). Pods on the host network are left out: no policy covers them.
 */
final class Isolation {
    /** Kinds of other policy languages; what they do belongs to the network analysis. */
    private static final Set<String> OTHER_POLICIES = Set.of(
            "CiliumNetworkPolicy",
            "CiliumClusterwideNetworkPolicy",
            "GlobalNetworkPolicy",
            "AdminNetworkPolicy",
            "BaselineAdminNetworkPolicy",
            "ClusterNetworkPolicy");

    /** Those of them that hold for all namespaces. */
    private static final Set<String> FOR_ALL = Set.of(
            "CiliumClusterwideNetworkPolicy",
            "GlobalNetworkPolicy",
            "AdminNetworkPolicy",
            "BaselineAdminNetworkPolicy",
            "ClusterNetworkPolicy");

    private static final String EVERYWHERE = "-";
    private static final String STANDARD_GROUP = "networking.k8s.io";
    private static final String POLICY = "NetworkPolicy";

    /** So many comparisons of a pod with a policy in one namespace are no platform any more. */
    private static final long MOST_COMPARISONS = 5_000_000;

    /** Of traffic, seen from the pod. */
    enum Direction {
        INGRESS("Ingress"),
        EGRESS("Egress");

        private final String policyType;

        Direction(String policyType) {
            this.policyType = policyType;
        }
    }

    private final PlatformIndex platform;
    private final Map<String, List<Node>> policies = new HashMap<>();
    private final Map<String, String> otherPolicies = new HashMap<>();

    Isolation(PlatformIndex platform) {
        this.platform = platform;
        for (int index : platform.ofKind(POLICY)) {
            Asset asset = platform.platform().asset(index);
            if (asset.group().equals(STANDARD_GROUP)) {
                platform.root(index)
                        .ifPresent(root -> policies.computeIfAbsent(asset.namespace(), key -> new ArrayList<>())
                                .add(root.get("spec")));
            } else {
                otherPolicies.putIfAbsent(asset.namespace(), asset.id());
            }
        }
        OTHER_POLICIES.stream()
                .sorted()
                .flatMap(kind -> platform.ofKind(kind).stream())
                .map(platform.platform()::asset)
                .forEach(asset -> otherPolicies.putIfAbsent(
                        FOR_ALL.contains(asset.kind()) ? EVERYWHERE : asset.namespace(), asset.id()));
    }

    /** All pods that policies can isolate. */
    Related pods(NamespaceContents namespace) {
        return Related.of(namespace.pods().stream()
                .map(platform.pods()::get)
                .filter(Isolation::isOnPodNetwork)
                .map(this::item)
                .toList());
    }

    /** Those that nothing isolates, as far as the input shows. */
    Related open(NamespaceContents namespace, Direction direction) {
        List<Node> selectors = selectors(namespace.name(), direction);
        if (selectors.stream().anyMatch(Isolation::selectsEverything)) {
            return Related.NONE;
        }
        if ((long) selectors.size() * namespace.pods().size() > MOST_COMPARISONS) {
            return Related.atLeast(
                    List.of(), "which of " + selectors.size() + " policies select which pods of " + namespace.name());
        }
        var open = new ArrayList<Item>();
        var uncertain = new ArrayList<Item>();
        for (int index : namespace.pods()) {
            PodTemplate pod = platform.pods().get(index);
            if (isOnPodNetwork(pod)) {
                Truth selected = selected(pod, selectors);
                if (selected.isRefuted()) {
                    open.add(item(pod));
                } else if (!selected.isConfirmed()) {
                    uncertain.add(item(pod));
                }
            }
        }
        Optional<String> gap = gap(namespace.name());
        if (!open.isEmpty()) {
            return gap.map(why -> Related.atMost(open, why)).orElseGet(() -> Related.of(open));
        }
        return uncertain.isEmpty()
                ? Related.NONE
                : Related.atMost(uncertain, "which labels operators add to the pods of " + namespace.name());
    }

    private List<Node> selectors(String namespace, Direction direction) {
        return policies.getOrDefault(namespace, List.of()).stream()
                .filter(spec -> isAbout(spec, direction))
                .map(spec -> spec.get("podSelector"))
                .toList();
    }

    /** Without policyTypes a policy is about ingress, and about egress if it has rules for it. */
    private static boolean isAbout(Node spec, Direction direction) {
        List<Node> types = spec.get("policyTypes").items();
        return types.isEmpty()
                ? direction == Direction.INGRESS || !spec.get("egress").items().isEmpty()
                : types.stream().anyMatch(type -> type.text("").equals(direction.policyType));
    }

    private static boolean selectsEverything(Node selector) {
        boolean hasLabels = selector.get("matchLabels") instanceof Mapping labels && labels.size() > 0;
        return !hasLabels && selector.get("matchExpressions").items().isEmpty();
    }

    private Truth selected(PodTemplate pod, List<Node> selectors) {
        var labels = new Labels(pod.metadata().get("labels"), !isMadeByOperator(pod));
        var truth = Truth.REFUTED;
        for (Node selector : selectors) {
            truth = truth.or(labels.match(selector));
            if (truth.isConfirmed()) {
                return truth;
            }
        }
        return truth;
    }

    private boolean isMadeByOperator(PodTemplate pod) {
        String group = platform.platform().asset(pod.asset()).group();
        return pod.shape() == Shape.CONTAINER || (group.indexOf('.') > 0 && !group.endsWith(".k8s.io"));
    }

    private Optional<String> gap(String namespace) {
        for (String place : List.of(namespace, EVERYWHERE)) {
            if (otherPolicies.containsKey(place)) {
                return Optional.of("what " + otherPolicies.get(place) + " isolates");
            }
        }
        return Gaps.inNamespace(namespace, platform.completeness());
    }

    private static boolean isOnPodNetwork(PodTemplate pod) {
        return !pod.spec().get("hostNetwork").isTrue();
    }

    private Item item(PodTemplate pod) {
        Asset asset = platform.platform().asset(pod.asset());
        return new Item(List.of(pod.spec()), List.of(pod.pointer()), List.of(asset.kind(), asset.name()));
    }
}
