package dev.bartizan.ingest.derived;

import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.draft.PodDraft;
import dev.bartizan.knowledge.Devices;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/** Pods that ask for the same accelerators, and for the same nodes, share a pool. */
final class AcceleratorPools {
    private static final Devices DEVICES = Devices.load();
    private static final int HASH_DIGITS = 8;
    /** The API server spreads terms over nodes, not pools; a pod with more of them is an attack on whoever reads the name. */
    private static final int MOST_CONSTRAINTS = 64;

    private final PlatformDraft draft;
    private final DerivedAssets derived;

    AcceleratorPools(PlatformDraft draft, DerivedAssets derived) {
        this.draft = draft;
        this.derived = derived;
    }

    void add(PodDraft pod, List<Asked> asked) {
        List<Asked> accelerators = asked.stream()
                .filter(one -> DEVICES.isAccelerator(one.device()))
                .toList();
        if (accelerators.isEmpty()) {
            return;
        }
        var devices = new TreeSet<String>();
        accelerators.forEach(one -> devices.add(one.device()));
        SortedSet<String> constraints = pod.shape() == Shape.POD ? constraints(pod.spec()) : new TreeSet<>();
        AssetDraft pool = pool(pod.asset(), String.join(", ", devices), constraints, accelerators.getFirst());
        draft.property(pool, "accelerators", String.join(", ", devices));
        accelerators.forEach(one -> draft.link(pod.asset(), pool, "runs-on", one.evidence()));
    }

    private AssetDraft pool(AssetDraft workload, String devices, Set<String> constraints, Asked first) {
        String nodes = String.join(", ", constraints);
        String name = nodes.isEmpty() ? devices : devices + " " + nodes;
        return derived.asset(
                workload,
                "accelerator-pool",
                nodes.isEmpty() ? devices : devices + "~" + hash(nodes),
                "AcceleratorPool",
                name,
                "pods ask for " + name,
                first.evidence());
    }

    private static String hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, HASH_DIGITS);
    }

    private static SortedSet<String> constraints(Mapping spec) {
        var constraints = new TreeSet<String>();
        if (spec.get("nodeSelector") instanceof Mapping labels) {
            for (int i = 0; i < labels.size() && constraints.size() < MOST_CONSTRAINTS; i++) {
                if (DEVICES.tellsPool(labels.key(i))) {
                    constraints.add(
                            "on " + labels.key(i) + "=" + labels.value(i).text(""));
                }
            }
        }
        Node required = spec.at("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution");
        for (Node term : required.get("nodeSelectorTerms").items()) {
            term.get("matchExpressions").items().forEach(expression -> affinity(expression, constraints));
        }
        spec.get("tolerations").items().forEach(toleration -> toleration(toleration, constraints));
        spec.get("runtimeClassName").text().ifPresent(name -> constraints.add("with runtime class " + name));
        return constraints;
    }

    private static void affinity(Node expression, Set<String> constraints) {
        String label = expression.get("key").text("");
        if (constraints.size() < MOST_CONSTRAINTS && DEVICES.tellsPool(label)) {
            var values = new TreeSet<String>();
            expression.get("values").items().stream()
                    .limit(MOST_CONSTRAINTS)
                    .forEach(value -> values.add(value.text("")));
            constraints.add(("on " + label + " " + expression.get("operator").text("") + " " + String.join("|", values))
                    .strip());
        }
    }

    private static void toleration(Node toleration, Set<String> constraints) {
        String taint = toleration.get("key").text("");
        if (constraints.size() < MOST_CONSTRAINTS && DEVICES.guardsPool(taint)) {
            String value = toleration.get("value").text("");
            constraints.add("tolerating " + taint + (value.isEmpty() ? "" : "=" + value));
        }
    }
}
