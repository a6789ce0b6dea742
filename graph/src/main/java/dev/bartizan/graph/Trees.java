package dev.bartizan.graph;

import dev.bartizan.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * The located trees behind the assets, for analyses that read manifests. Empty when the platform was read from a snapshot file.
 */
public final class Trees {
    public static final Trees NONE = new Trees(List.of(), List.of(), List.of());

    private final List<Optional<Node>> roots;
    private final List<PodTemplate> pods;
    private final List<Grant> grants;

    /**
     * @param roots by asset index; empty for assets without a document
     * @param pods sorted by asset index, then by pointer
     * @param grants sorted by role, binding, subject and rule
     */
    public Trees(List<Optional<Node>> roots, List<PodTemplate> pods, List<Grant> grants) {
        this.roots = List.copyOf(roots);
        this.pods = List.copyOf(pods);
        this.grants = List.copyOf(grants);
    }

    public Optional<Node> root(int asset) {
        return asset < roots.size() ? roots.get(asset) : Optional.empty();
    }

    public List<PodTemplate> pods() {
        return pods;
    }

    public List<Grant> grants() {
        return grants;
    }
}
