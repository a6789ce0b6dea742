package dev.bartizan.network.policies;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Manifests;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.PolicyReader;
import dev.bartizan.network.reading.Services;
import dev.bartizan.network.reading.Surroundings;
import dev.bartizan.network.reading.Written;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Reads policies from a text of their own, such as one that is not applied yet. */
public final class PolicyDocuments {
    private final Manifests manifests;
    private final Services services;
    private final SortedMap<String, Map<String, String>> namespaces;

    /**
     * As if they were applied to a platform.
     *
     * @param namespaces of the platform, with their labels
     */
    public PolicyDocuments(Snapshot platform, SortedMap<String, Map<String, String>> namespaces) {
        this.manifests = Manifests.of(platform);
        this.services = new Services(manifests);
        this.namespaces = namespaces;
    }

    /**
     * What was read, and what is wrong with it.
     *
     * @param others documents that are no policy of a kind that is evaluated
     */
    public record Answer(List<Policy> policies, int others, List<Problem> problems) {
        public Answer {
            policies = List.copyOf(policies);
            problems = List.copyOf(problems);
        }
    }

    /** Reads the documents of a text. */
    public Answer read(Reading reading) {
        var complaints = new Complaints();
        Map<String, PolicyReader> readers = PolicyReaders.of(
                        new Surroundings(manifests, services, namespaces, complaints))
                .readers();
        var policies = new ArrayList<Policy>();
        int others = 0;
        for (var document : reading.documents()) {
            Optional<PolicyManifest> manifest = document.root().map(PolicyDocuments::manifest);
            Optional<PolicyReader> reader =
                    manifest.flatMap(read -> Optional.ofNullable(readers.get(read.group() + "/" + read.kind())));
            if (manifest.isPresent() && reader.isPresent()) {
                policies.addAll(reader.get().read(manifest.get()));
            } else if (!document.isEmpty()) {
                others++;
            }
        }
        var problems = new ArrayList<>(reading.problems());
        problems.addAll(complaints.problems());
        return new Answer(policies, others, problems);
    }

    private static PolicyManifest manifest(Node root) {
        String version = root.get("apiVersion").text("");
        String group = version.substring(0, Math.max(0, version.indexOf('/')));
        String kind = root.get("kind").text("");
        String namespace = root.at("metadata", "namespace").text("-");
        String name = root.at("metadata", "name").text("");
        String id = String.join("/", "k8s:-", group, kind, namespace, name);
        return new PolicyManifest(id, group, kind, namespace, name, new Written(root, ""));
    }
}
