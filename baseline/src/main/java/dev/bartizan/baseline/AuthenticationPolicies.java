package dev.bartizan.baseline;

import dev.bartizan.baseline.manifest.Gaps;
import dev.bartizan.baseline.manifest.Labels;
import dev.bartizan.graph.Asset;
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

/**
 * The objects that make callers say who they are before they reach a workload: policies of Istio, Envoy Gateway, Kuadrant, Traefik and Kong. What each
 * of them checks belongs to the network analysis; here it counts that there is one.
 */
final class AuthenticationPolicies {
    private static final List<String> KINDS = List.of(
            "AuthorizationPolicy", "RequestAuthentication", "SecurityPolicy", "AuthPolicy", "Middleware", "KongPlugin");

    /** Where Istio's policies hold for the whole mesh. */
    private static final String MESH_ROOT = "istio-system";

    private final PlatformIndex platform;
    private final Map<String, List<Integer>> byNamespace = new HashMap<>();

    AuthenticationPolicies(PlatformIndex platform) {
        this.platform = platform;
        for (String kind : KINDS) {
            for (int index : platform.ofKind(kind)) {
                Asset asset = platform.platform().asset(index);
                if (platform.root(index)
                        .filter(root -> authenticates(asset, root))
                        .isPresent()) {
                    byNamespace
                            .computeIfAbsent(asset.namespace(), key -> new ArrayList<>())
                            .add(index);
                }
            }
        }
    }

    private static boolean authenticates(Asset asset, Node root) {
        Node spec = root.get("spec");
        return switch (asset.kind()) {
            case "AuthorizationPolicy" ->
                !spec.get("action").text("ALLOW").equals("DENY")
                        && spec.get("rules").items().stream()
                                .anyMatch(rule -> !rule.get("from").items().isEmpty()
                                        || spec.get("provider").hasValue());
            case "Middleware" ->
                spec.get("forwardAuth").hasValue()
                        || spec.get("basicAuth").hasValue()
                        || spec.get("digestAuth").hasValue();
            case "KongPlugin" -> root.get("plugin").text("").matches(".*(auth|jwt|oidc|openid|oauth2|acl).*");
            default -> true;
        };
    }

    /** Those before what has these labels; a policy that selects by labels holds if they agree. */
    Related before(String namespace, Node labels) {
        var items = new ArrayList<Item>();
        boolean isUncertain = collect(namespace, labels, items);
        if (!namespace.equals(MESH_ROOT)) {
            collectMeshWide(items);
        }
        Optional<String> gap = isUncertain
                ? Optional.of("which workloads the policies of " + namespace + " select")
                : Gaps.inNamespace(namespace, platform.completeness());
        return gap.map(why -> Related.atLeast(items, why)).orElseGet(() -> Related.of(items));
    }

    /** Adds those that hold, and tells whether there is one of which that is not known. */
    private boolean collect(String namespace, Node labels, List<Item> items) {
        boolean isUncertain = false;
        for (int index : byNamespace.getOrDefault(namespace, List.of())) {
            Truth holds =
                    platform.root(index).map(root -> selects(root, labels)).orElse(Truth.REFUTED);
            if (holds.isConfirmed()) {
                items.add(item(index));
            }
            isUncertain |= holds instanceof Truth.Undecided;
        }
        return isUncertain;
    }

    private void collectMeshWide(List<Item> items) {
        for (int index : byNamespace.getOrDefault(MESH_ROOT, List.of())) {
            boolean isMeshWide = platform.root(index)
                    .filter(root -> !root.at("spec", "selector").hasValue()
                            && !root.at("spec", "targetRefs").hasValue())
                    .isPresent();
            if (isMeshWide) {
                items.add(item(index));
            }
        }
    }

    private static Truth selects(Node policy, Node labels) {
        Node spec = policy.get("spec");
        if (spec.get("targetRef").hasValue() || spec.get("targetRefs").hasValue()) {
            return Truth.undecided("what the policy's target leads to");
        }
        return spec.at("selector", "matchLabels") instanceof Mapping wanted
                ? new Labels(labels, labels instanceof Mapping).hasAll(wanted)
                : Truth.CONFIRMED;
    }

    private Item item(int index) {
        Asset asset = platform.platform().asset(index);
        Node root = platform.root(index).orElseThrow();
        return new Item(List.of(root), List.of(platform.rootPointer(index)), List.of(asset.kind(), asset.name()));
    }
}
