package dev.bartizan.network.policies;

import dev.bartizan.network.reading.Manifests;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.Written;
import dev.bartizan.source.Document;
import dev.bartizan.source.Node;
import dev.bartizan.source.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Policies that go and come.
 *
 * @param gone ids of assets
 * @param applied of kinds that are evaluated
 */
public record Change(Set<String> gone, List<PolicyManifest> applied) {
    /** Everything stays as it is. */
    static final Change NONE = new Change(Set.of(), List.of());

    public Change {
        gone = Set.copyOf(gone);
        applied = List.copyOf(applied);
    }

    /** The documents of a text, as they would be applied. */
    public static List<PolicyManifest> documents(Reading reading) {
        var manifests = new ArrayList<PolicyManifest>();
        for (Document document : reading.documents()) {
            document.root().map(Change::manifest).ifPresent(manifests::add);
        }
        return manifests;
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

    Manifests on(Manifests manifests) {
        return manifests.with(manifest -> gone.contains(manifest.id()), applied);
    }
}
