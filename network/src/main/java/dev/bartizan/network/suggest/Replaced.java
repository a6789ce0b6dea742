package dev.bartizan.network.suggest;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The policies that suggested ones take the place of, kept so that they can be put back. */
final class Replaced {
    private static final int MOST_NAMES = 50;

    private final Map<String, Policy> policies = new LinkedHashMap<>();
    private final PolicyFiles written;
    private final Set<String> own = new HashSet<>();
    private final Set<String> kept = new HashSet<>();
    private final List<Policy> lost = new ArrayList<>();
    private final SortedMap<String, String> texts = new TreeMap<>();
    private final SortedMap<String, String> paths;

    Replaced(Snapshot snapshot, Collection<Policy> replaced, PolicyFiles written) {
        this.written = written;
        written.manifests().forEach(manifest -> own.add(object(manifest)));
        replaced.forEach(policy -> policies.putIfAbsent(policy.id(), policy));
        var files = new TreeMap<String, YamlText>();
        policies.forEach((id, policy) -> snapshot.platform().index(id).ifPresent(index -> {
            Asset asset = snapshot.platform().asset(index);
            snapshot.trees()
                    .root(index)
                    .filter(YamlTree::isWhole)
                    .ifPresentOrElse(root -> keep(asset, root, policy, files), () -> lost.add(policy));
        }));
        files.forEach((namespace, yaml) -> texts.put(namespace, yaml.toString()));
        this.paths = FilePaths.of("rollback/", texts.keySet());
    }

    /** Of several variants the first: the others have its name. */
    private void keep(Asset asset, Node root, Policy policy, SortedMap<String, YamlText> files) {
        YamlText yaml = files.computeIfAbsent(asset.namespace(), key -> new YamlText());
        if (kept.add(object(asset.group(), asset.kind(), asset.namespace(), asset.name()))) {
            YamlTree.object(root, asset.namespace(), yaml);
        } else {
            yaml.comment(
                    0,
                    "There is another " + policy.kind() + " " + asset.name() + " ("
                            + policy.location().file() + ":" + policy.location().line() + ").");
        }
    }

    private static String object(PolicyManifest manifest) {
        return object(manifest.group(), manifest.kind(), manifest.namespace(), manifest.name());
    }

    private static String object(String group, String kind, String namespace, String name) {
        return String.join("/", group, kind, namespace, name);
    }

    Collection<Policy> all() {
        return policies.values();
    }

    /** Those that are not written over, because no new one has their name. */
    List<Policy> left() {
        return policies.values().stream()
                .filter(policy -> !own.contains(bare(policy.id())))
                .toList();
    }

    /** {@code networking.k8s.io/NetworkPolicy/shop/web} of an id. */
    private static String bare(String id) {
        int variant = id.indexOf('@');
        return id.substring(id.indexOf('/') + 1, variant < 0 ? id.length() : variant);
    }

    /** Those that cannot be put back from here. */
    List<Policy> lost() {
        return lost;
    }

    /** Texts by path. */
    SortedMap<String, String> files() {
        var files = new TreeMap<String, String>();
        paths.forEach((namespace, path) -> files.put(path, texts.getOrDefault(namespace, "")));
        return files;
    }

    /** What was there in a namespace, if anything was. */
    Optional<String> path(String namespace) {
        return Optional.ofNullable(paths.get(namespace));
    }

    /** Commands that delete what was made for a namespace, but for what is put back under the same name. */
    List<String> removals(String namespace) {
        var names = new ArrayList<String>();
        for (PolicyManifest manifest : written.manifests(namespace)) {
            if (!kept.contains(object(manifest))) {
                String type = manifest.kind().toLowerCase(Locale.ROOT) + "." + manifest.group();
                names.add(quoted(type + "/" + manifest.name()));
            }
        }
        var lines = new ArrayList<String>();
        for (int first = 0; first < names.size(); first += MOST_NAMES) {
            lines.add("kubectl delete --ignore-not-found -n " + quoted(namespace) + " "
                    + String.join(" ", names.subList(first, Math.min(names.size(), first + MOST_NAMES))));
        }
        return lines;
    }

    /** One word to a shell, whatever it holds. */
    private static String quoted(String text) {
        return text.matches("[a-z0-9][a-z0-9./-]*") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
