package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node.Located;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The values of a mapping that is being put together. */
final class Entries {
    /**
     * Those of a container.
     *
     * <p>Source: Container in the API reference of Kubernetes 1.34.
     */
    private static final Set<String> OF_CONTAINER = Set.of(
            "name",
            "image",
            "imagePullPolicy",
            "command",
            "args",
            "workingDir",
            "ports",
            "env",
            "envFrom",
            "resources",
            "volumeMounts",
            "volumeDevices",
            "livenessProbe",
            "readinessProbe",
            "startupProbe",
            "lifecycle",
            "restartPolicy",
            "terminationMessagePath",
            "terminationMessagePolicy",
            "securityContext",
            "stdin",
            "stdinOnce",
            "tty");

    /**
     * Those of a pod.
     *
     * <p>Source: PodSpec in the API reference of Kubernetes 1.34.
     */
    private static final Set<String> OF_POD = Set.of(
            "containers",
            "initContainers",
            "ephemeralContainers",
            "volumes",
            "imagePullSecrets",
            "securityContext",
            "serviceAccountName",
            "serviceAccount",
            "automountServiceAccountToken",
            "hostNetwork",
            "hostPID",
            "hostIPC",
            "hostUsers",
            "hostname",
            "subdomain",
            "shareProcessNamespace",
            "nodeSelector",
            "nodeName",
            "affinity",
            "tolerations",
            "schedulerName",
            "runtimeClassName",
            "priorityClassName",
            "topologySpreadConstraints",
            "overhead",
            "restartPolicy",
            "terminationGracePeriodSeconds",
            "dnsPolicy",
            "dnsConfig",
            "hostAliases",
            "enableServiceLinks",
            "resourceClaims",
            "resources",
            "os");

    private Entries() {}

    /** All of a mapping; none of anything else. */
    static Map<String, Located> of(Place place) {
        return of(place, key -> true);
    }

    static Map<String, Located> ofPod(Place place) {
        return of(place, OF_POD::contains);
    }

    static Map<String, Located> ofContainer(Place place) {
        return of(place, OF_CONTAINER::contains);
    }

    private static Map<String, Located> of(Place place, Predicate<String> wanted) {
        var entries = new LinkedHashMap<String, Located>();
        if (place.node() instanceof Mapping mapping) {
            String pointer = place.pointer();
            for (int i = 0; i < mapping.size(); i++) {
                if (wanted.test(mapping.key(i))) {
                    entries.put(mapping.key(i), new Located(mapping.value(i), mapping.pointerAt(i, pointer)));
                }
            }
        }
        return entries;
    }

    /** Takes over what is written there, if anything is. */
    static void put(Map<String, Located> entries, String key, Place value) {
        if (value.node().hasValue()) {
            entries.put(key, new Located(value.node(), value.pointer()));
        }
    }

    /** Adds what a controller fills in, unless it is written. */
    static void derive(Map<String, Located> entries, String key, String text, Place from) {
        entries.putIfAbsent(key, derived(text, from));
    }

    static Located derived(String text, Place from) {
        return new Located(Scalar.Derived.of(from.node(), text), from.pointer());
    }

    /** Where nothing is written. */
    static Place none(Place near) {
        return Place.of(new Absent(near.node(), ""), near.pointer());
    }

    /** A mapping of these that stands at this place. */
    static Place mapping(Place at, Map<String, Located> entries, String gap) {
        return Place.of(Mapping.Merged.of(at.node(), entries, gap), at.pointer());
    }

    /** A list of these. */
    static Located list(Place at, List<Place> items) {
        return new Located(
                Sequence.Merged.of(
                        at.node(),
                        items.stream()
                                .map(item -> new Located(item.node(), item.pointer()))
                                .toList()),
                at.pointer());
    }
}
