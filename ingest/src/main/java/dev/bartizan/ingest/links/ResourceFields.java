package dev.bartizan.ingest.links;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** What the fields of a custom resource name: {@code storageUri}, {@code bootstrapServers}, {@code repoURL} ... */
final class ResourceFields {
    /** What is read as a pod or a route, and what describes a resource instead of being one. */
    private static final Set<String> OTHER_KEYS = Set.of(
            "env",
            "envFrom",
            "args",
            "command",
            "image",
            "ports",
            "volumeMounts",
            "volumes",
            "resources",
            "lifecycle",
            "livenessProbe",
            "readinessProbe",
            "startupProbe",
            "labels",
            "annotations",
            "nodeSelector",
            "affinity",
            "tolerations",
            "securityContext",
            "openAPIV3Schema",
            "description",
            "sink",
            "subscriber");

    private static final Set<String> OTHER_GROUPS = Set.of(
            "apiextensions.k8s.io",
            "operators.coreos.com",
            "gateway.networking.k8s.io",
            "networking.istio.io",
            "security.istio.io",
            "kyverno.io",
            "policies.kyverno.io",
            "templates.gatekeeper.sh",
            "constraints.gatekeeper.sh",
            "cert-manager.io",
            "source.toolkit.fluxcd.io",
            "helm.toolkit.fluxcd.io",
            "kustomize.toolkit.fluxcd.io");

    private static final Set<String> OTHER_KINDS =
            Set.of("PrometheusRule", "Application", "ApplicationSet", "AppProject", "EnvoyFilter");

    /** What the keys above a value say belongs to its name: {@code outputs: {s3: {endpoint: x}}}. */
    private static final int KEYS_IN_NAME = 4;

    /** No address stands deeper; it bounds the work on a hostile tree. */
    private static final int DEEPEST = 40;

    private final Mentions mentions;

    private ResourceFields(Mentions mentions) {
        this.mentions = mentions;
    }

    static void read(Identified entry, Mentions mentions) {
        var manifest = entry.manifest();
        boolean isCustom =
                manifest.group().indexOf('.') > 0 && !manifest.group().endsWith(".k8s.io");
        if (isCustom && !OTHER_GROUPS.contains(manifest.group()) && !OTHER_KINDS.contains(manifest.kind())) {
            var spec = Place.of(manifest.root().get("spec"), manifest.pointer("/spec"));
            new ResourceFields(mentions).node(new ArrayDeque<>(), spec, 0);
        }
    }

    private void node(Deque<String> keys, Place place, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        switch (place.node()) {
            case Mapping mapping -> mapping(keys, mapping, place, depth);
            case Sequence sequence -> {
                for (int i = 0; i < sequence.size(); i++) {
                    node(keys, place.item(i), depth + 1);
                }
            }
            case Scalar scalar -> mentions.read(name(keys), scalar.raw(), Map.of(), place);
            case Absent _ -> {}
        }
    }

    private void mapping(Deque<String> keys, Mapping mapping, Place place, int depth) {
        for (int i = 0; i < mapping.size(); i++) {
            Node value = mapping.value(i);
            if (value.hasValue() && !OTHER_KEYS.contains(mapping.key(i))) {
                keys.addLast(mapping.key(i));
                node(keys, place.get(mapping.key(i)), depth + 1);
                keys.removeLast();
            }
        }
    }

    private static String name(Deque<String> keys) {
        var last = new ArrayDeque<String>(KEYS_IN_NAME);
        Iterator<String> upwards = keys.descendingIterator();
        while (upwards.hasNext() && last.size() < KEYS_IN_NAME) {
            last.addFirst(upwards.next());
        }
        return String.join("-", last);
    }
}
