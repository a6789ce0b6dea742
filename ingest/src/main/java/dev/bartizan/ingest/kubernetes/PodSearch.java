package dev.bartizan.ingest.kubernetes;

import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.ingest.objects.Manifest;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds pods and lone containers in a resource whose kind we do not know, at any depth, by what they look like. What is found inside a pod's own lists is
 * not counted again.
 */
final class PodSearch {
    /** They describe, match or store pods, or hold manifests as text, but run none. */
    private static final Set<String> GROUPS_WITHOUT_PODS = Set.of(
            "kyverno.io",
            "policies.kyverno.io",
            "templates.gatekeeper.sh",
            "constraints.gatekeeper.sh",
            "mutations.gatekeeper.sh",
            "policies.kubewarden.io",
            "monitoring.coreos.com",
            "security.istio.io",
            "networking.istio.io",
            "cilium.io",
            "cert-manager.io",
            "gateway.networking.k8s.io");

    private static final Set<String> ACCOUNT_KEYS = Set.of("serviceAccountName", "serviceAccount");
    /** A resource can hold no more pods than this; beyond it, it is an attack on whoever reads the result. */
    private static final int MOST_PODS = 10_000;

    private final Manifest manifest;
    private final StringBuilder pointer;
    private final List<Pod> found = new ArrayList<>();

    private PodSearch(Manifest manifest) {
        this.manifest = manifest;
        this.pointer = new StringBuilder(manifest.prefix());
    }

    static boolean mayHoldPods(Manifest manifest) {
        return !ApiGroups.isBuiltIn(manifest.group()) && !GROUPS_WITHOUT_PODS.contains(manifest.group());
    }

    /** In the order of the document. */
    static List<Pod> search(Manifest manifest) {
        var search = new PodSearch(manifest);
        Mapping root = manifest.root();
        var nothing = Place.of(new Absent(root, ""), "");
        var around = new Around("", root, nothing, nothing);
        for (int i = 0; i < root.size(); i++) {
            if (!root.key(i).equals("status") && !root.key(i).equals("metadata")) {
                search.enter(root.key(i), root.value(i), around);
            }
        }
        return search.found;
    }

    /**
     * The mapping that a value stands in.
     *
     * @param key under which it stands itself
     * @param account the nearest service account named on the way down to it
     * @param volumes the nearest list of volumes on the way down to it
     */
    private record Around(String key, Mapping mapping, Place account, Place volumes) {}

    private void enter(String key, Node value, Around around) {
        int length = pointer.length();
        pointer.append(Pointer.child("", key));
        switch (value) {
            case Mapping mapping -> visit(key, mapping, around);
            case Sequence sequence -> visitItems(key, sequence, around);
            case Scalar _, Absent _ -> {}
        }
        pointer.setLength(length);
    }

    private void visitItems(String key, Sequence sequence, Around around) {
        int length = pointer.length();
        for (int i = 0; i < sequence.size() && found.size() < MOST_PODS; i++) {
            Node item = sequence.get(i);
            pointer.append('/').append(i);
            if (item instanceof Mapping mapping) {
                visit(key, mapping, around);
            } else if (item instanceof Sequence inner) {
                visitItems(key, inner, around);
            }
            pointer.setLength(length);
        }
    }

    private void visit(String key, Mapping mapping, Around outer) {
        Around around = around(key, mapping, outer);
        if (ContainerLooks.isPod(mapping)) {
            add(metadata(key, mapping, outer.mapping()), mapping, Shape.POD, around);
            descend(around, true);
            return;
        }
        if (ContainerLooks.isNamedContainer(key, mapping)
                || ContainerLooks.isPartOfProduct(manifest.group(), outer.key(), key, mapping)) {
            add(outer.mapping().get("metadata"), mapping, Shape.CONTAINER, around);
            descend(around, false);
            return;
        }
        int before = found.size();
        descend(around, false);
        if (found.size() == before && ContainerLooks.isContainer(mapping)) {
            add(mapping.get("metadata"), mapping, Shape.CONTAINER, around);
        }
    }

    /** Of a pod, its own lists are passed over: their containers belong to it. */
    private void descend(Around around, boolean isPod) {
        Mapping mapping = around.mapping();
        for (int i = 0; i < mapping.size() && found.size() < MOST_PODS; i++) {
            if (!isPod || !ContainerLooks.isPodList(mapping.key(i))) {
                enter(mapping.key(i), mapping.value(i), around);
            }
        }
    }

    private static Node metadata(String key, Mapping pod, Mapping parent) {
        return key.equals("spec") && parent.has("metadata") ? parent.get("metadata") : pod.get("metadata");
    }

    private Around around(String key, Mapping mapping, Around outer) {
        Place account = outer.account();
        Place volumes = outer.volumes();
        for (int i = 0; i < mapping.size(); i++) {
            Node value = mapping.value(i);
            if (ACCOUNT_KEYS.contains(mapping.key(i)) && value.text().isPresent()) {
                account = Place.of(value, pointer + "/" + mapping.key(i));
            } else if (value instanceof Sequence && mapping.key(i).equals("volumes")) {
                volumes = Place.of(value, pointer + "/volumes");
            }
        }
        return new Around(key, mapping, account, volumes);
    }

    private void add(Node metadata, Mapping spec, Shape shape, Around around) {
        if (found.size() < MOST_PODS) {
            found.add(Pod.of(metadata, spec, pointer.toString(), shape, around.account(), around.volumes()));
        }
    }
}
