package dev.bartizan.network.policies;

import dev.bartizan.network.model.Policy;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks at where policies stand rather than at what they say: names that several have, namespaces that nothing is in. */
final class Standing {
    private static final int MOST_NAMED = 3;

    private final Complaints complaints;
    private final Set<String> namespaces;
    private final Map<String, List<Written>> byName = new LinkedHashMap<>();
    private final Map<String, Written> nowhere = new TreeMap<>();
    private final Map<String, Integer> held = new HashMap<>();

    /** @param namespaces that were read, or that pods are in */
    Standing(Set<String> namespaces, Complaints complaints) {
        this.namespaces = Set.copyOf(namespaces);
        this.complaints = complaints;
    }

    /** @param lowered what the manifest says */
    void add(PolicyManifest manifest, List<Policy> lowered) {
        byName.computeIfAbsent(
                        manifest.group() + "/" + manifest.kind() + " " + manifest.fullName(), key -> new ArrayList<>())
                .add(manifest.root());
        lowered.stream()
                .flatMap(policy -> policy.subject().namespace().stream())
                .filter(namespace -> !namespaces.contains(namespace))
                .distinct()
                .forEach(namespace -> {
                    nowhere.putIfAbsent(namespace, manifest.root());
                    held.merge(namespace, 1, Integer::sum);
                });
    }

    /** Once for all that was added. */
    void tell() {
        tellNames();
        nowhere.forEach((namespace, first) -> {
            int policies = held.getOrDefault(namespace, 0);
            complaints.note(
                    "policy-namespace-unknown",
                    "Nothing of the input is in namespace " + namespace + ", nor is it declared: what "
                            + (policies == 1 ? "this policy says" : "this policy and " + (policies - 1) + " more say")
                            + " is about no pod here.",
                    "correct the namespace, or add its manifests",
                    first.get("metadata").get("namespace"));
        });
    }

    private void tellNames() {
        Map<String, List<Written>> shared = byName.entrySet().stream()
                .filter(each -> new HashSet<>(each.getValue()).size() > 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
        shared.entrySet().stream().findFirst().ifPresent(first -> {
            String names = shared.keySet().stream()
                    .limit(MOST_NAMED)
                    .map(key -> key.substring(key.indexOf('/') + 1))
                    .collect(Collectors.joining(", "));
            int more = shared.size() - MOST_NAMED;
            complaints.note(
                    "policy-name-shared",
                    "Several policies have one name: " + names + (more > 0 ? " and " + more + " more" : "")
                            + ". A cluster keeps one of a name; here all of them hold.",
                    "keep one of each, or analyse the files apart",
                    first.getValue().getLast().get("metadata").get("name"));
        });
    }
}
