package dev.bartizan.baseline;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.Grant;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.PodTemplate;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Trees;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What checks need to look up of a platform, found in one pass: pods and rights by asset, accounts by name, objects by namespace and kind. */
final class PlatformIndex {
    private final Platform platform;
    private final Trees trees;
    private final int[] firstPod;
    private final Map<Integer, List<Grant>> grantsByRole = new HashMap<>();
    private final Map<Integer, List<Grant>> grantsBySubject = new HashMap<>();
    private final Map<String, Integer> accounts = new HashMap<>();
    private final SortedMap<String, NamespaceContents> namespaces = new TreeMap<>();
    private final Map<String, List<Integer>> byKind = new HashMap<>();

    /**
     * What lies in a namespace.
     *
     * @param object the Namespace itself
     * @param pods indexes into the platform's pods
     */
    record NamespaceContents(String name, Optional<Integer> object, List<Integer> pods) {
        NamespaceContents {
            pods = List.copyOf(pods);
        }
    }

    PlatformIndex(Snapshot snapshot) {
        this.platform = snapshot.platform();
        this.trees = snapshot.trees();
        this.firstPod = firstPods();
        for (Grant grant : trees.grants()) {
            grantsByRole.computeIfAbsent(grant.role(), key -> new ArrayList<>()).add(grant);
            grantsBySubject
                    .computeIfAbsent(grant.subject(), key -> new ArrayList<>())
                    .add(grant);
        }
        var namespaceObjects = new HashMap<String, Integer>();
        for (int i = 0; i < platform.assets().size(); i++) {
            Asset asset = platform.asset(i);
            switch (asset.kind()) {
                case "Namespace" -> {
                    // What a controller will make has settings that nobody has seen.
                    if (trees.root(i).isPresent()) {
                        namespaceObjects.putIfAbsent(asset.name(), i);
                    }
                }
                case "ServiceAccount" -> accounts.putIfAbsent(asset.namespace() + "/" + asset.name(), i);
                case String kind ->
                    byKind.computeIfAbsent(kind, key -> new ArrayList<>()).add(i);
            }
        }
        fillNamespaces(namespaceObjects);
    }

    private int[] firstPods() {
        var first = new int[platform.assets().size() + 1];
        for (PodTemplate pod : trees.pods()) {
            first[pod.asset() + 1]++;
        }
        for (int i = 1; i < first.length; i++) {
            first[i] += first[i - 1];
        }
        return first;
    }

    private void fillNamespaces(Map<String, Integer> objects) {
        var pods = new TreeMap<String, List<Integer>>();
        objects.keySet().forEach(name -> pods.put(name, new ArrayList<>()));
        for (int i = 0; i < trees.pods().size(); i++) {
            String namespace = platform.asset(trees.pods().get(i).asset()).namespace();
            if (!namespace.equals("-")) {
                pods.computeIfAbsent(namespace, key -> new ArrayList<>()).add(i);
            }
        }
        pods.forEach((name, inside) ->
                namespaces.put(name, new NamespaceContents(name, Optional.ofNullable(objects.get(name)), inside)));
    }

    Platform platform() {
        return platform;
    }

    Completeness completeness() {
        return platform.completeness();
    }

    /** Those with a pod or an object of their own, sorted by name. */
    SortedMap<String, NamespaceContents> namespaces() {
        return Collections.unmodifiableSortedMap(namespaces);
    }

    /** Indexes of the assets of a kind, in the order of the platform; not for namespaces and service accounts. */
    List<Integer> ofKind(String kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    Optional<Node> root(int asset) {
        return trees.root(asset);
    }

    List<PodTemplate> pods() {
        return trees.pods();
    }

    int firstPod(int asset) {
        return firstPod[asset];
    }

    int endOfPods(int asset) {
        return firstPod[asset + 1];
    }

    List<Grant> grants() {
        return trees.grants();
    }

    List<Grant> grantsOfRole(int role) {
        return grantsByRole.getOrDefault(role, List.of());
    }

    List<Grant> grantsOfSubject(int subject) {
        return grantsBySubject.getOrDefault(subject, List.of());
    }

    Optional<Integer> account(String namespace, String name) {
        return Optional.ofNullable(accounts.get(namespace + "/" + name));
    }

    /** Every service account the platform knows, in the order of the platform. */
    List<Integer> accounts() {
        return accounts.values().stream().sorted().toList();
    }

    /** The pointer of an asset's root within its document, which is not empty for an item of a List. */
    String rootPointer(int asset) {
        List<Location> places = platform.asset(asset).locations();
        return places.size() == 1 ? places.getFirst().pointer() : pointerOfOneOf(places, asset);
    }

    /** Of several places with the same content the one that was read. */
    private String pointerOfOneOf(List<Location> places, int asset) {
        Location root = trees.root(asset).map(Node::location).orElse(places.getFirst());
        return places.stream()
                .filter(place -> place.file().equals(root.file())
                        && place.line() == root.line()
                        && place.column() == root.column())
                .map(Location::pointer)
                .findFirst()
                .orElse("");
    }
}
