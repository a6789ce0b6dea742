package dev.bartizan.ingest.declarations;

import dev.bartizan.graph.Glob;
import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PodDraft;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The assets that a selector can choose from. */
final class Selection {
    private final List<AssetDraft> assets;
    private final Map<String, List<AssetDraft>> byNamespace = new HashMap<>();
    private final Map<AssetDraft, List<Node>> templateLabels = new HashMap<>();

    Selection(List<AssetDraft> assets, List<PodDraft> pods) {
        this.assets = assets;
        for (AssetDraft asset : assets) {
            byNamespace
                    .computeIfAbsent(asset.namespace(), key -> new ArrayList<>())
                    .add(asset);
        }
        for (PodDraft pod : pods) {
            templateLabels
                    .computeIfAbsent(pod.asset(), key -> new ArrayList<>(1))
                    .add(pod.metadata().get("labels"));
        }
    }

    List<AssetDraft> of(DeclarationsFile.Selector selector) {
        return candidates(selector).stream()
                .filter(asset -> matches(selector, asset))
                .toList();
    }

    private List<AssetDraft> candidates(DeclarationsFile.Selector selector) {
        List<String> namespaces = selector.namespaces();
        return namespaces.size() == 1 && namespaces.getFirst().indexOf('*') < 0
                ? byNamespace.getOrDefault(namespaces.getFirst(), List.of())
                : assets;
    }

    private boolean matches(DeclarationsFile.Selector selector, AssetDraft asset) {
        return any(selector.ids(), asset.id())
                && any(selector.namespaces(), asset.namespace())
                && (any(selector.kinds(), asset.kind()) || any(selector.kinds(), asset.group() + "/" + asset.kind()))
                && any(selector.names(), asset.name())
                && labels(selector.labels(), asset);
    }

    private static boolean any(List<String> patterns, String text) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> Glob.matches(pattern, text));
    }

    private boolean labels(SortedMap<String, String> wanted, AssetDraft asset) {
        if (wanted.isEmpty()) {
            return true;
        }
        Optional<Node> own = asset.root().map(root -> root.at("metadata", "labels"));
        return own.filter(labels -> hasAll(wanted, labels)).isPresent()
                || templateLabels.getOrDefault(asset, List.of()).stream().anyMatch(labels -> hasAll(wanted, labels));
    }

    private static boolean hasAll(SortedMap<String, String> wanted, Node labels) {
        return wanted.entrySet().stream()
                .allMatch(label -> labels.get(label.getKey())
                        .text()
                        .filter(label.getValue()::equals)
                        .isPresent());
    }
}
