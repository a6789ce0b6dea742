package dev.bartizan.baseline;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Truth;
import dev.bartizan.knowledge.CheckCase.CheckTarget;
import dev.bartizan.rules.Frame;
import dev.bartizan.rules.Relations;
import dev.bartizan.rules.Scope;
import dev.bartizan.source.Node;
import java.util.List;
import java.util.Optional;

/**
 * Binds the frame of one kind of check to one thing after another. Pointers come later, and only when something has to be explained.
 */
abstract sealed class Binding implements Relations
        permits ContainerBinding, PodBinding, ObjectBinding, NamespaceBinding {
    private final Frame frame = new Frame();
    private final Scope scope;
    private boolean isPointed;
    private Optional<String> part = Optional.empty();
    private Optional<String> identity = Optional.empty();

    Binding(CheckTarget target) {
        this.scope = target.scope();
        frame.bind(this);
    }

    Frame frame() {
        return frame;
    }

    int tree(String name) {
        return scope.tree(name).orElseThrow();
    }

    int text(String name) {
        return scope.text(name).orElseThrow();
    }

    /** The assets whose manifests the pod was put together from; empty when it stands as it is in its own. */
    List<Integer> sources() {
        return List.of();
    }

    /** Whether nothing but a template that was not read leaves this undecided: it is counted, and that the template is missing was said where it is named. */
    boolean isLeftOpen(Truth truth) {
        return false;
    }

    /** To be called whenever something else is bound: what was worked out for the last one no longer holds. */
    final void rebound() {
        isPointed = false;
        part = Optional.empty();
        identity = Optional.empty();
    }

    /** Tells the frame where its trees stand; worked out once for all that is explained of one thing. */
    final void point() {
        if (!isPointed) {
            isPointed = true;
            pointTrees();
        }
    }

    abstract void pointTrees();

    /** Index of the asset that the answer is about. */
    abstract int asset();

    /** The id that the answer's fingerprint is made with; the asset's, unless the asset only stands for something. */
    final String identity(Asset shown) {
        if (identity.isEmpty()) {
            identity = Optional.of(part().isEmpty() ? id(shown) : id(shown) + "#" + part());
        }
        return identity.get();
    }

    String id(Asset shown) {
        return shown.id();
    }

    /** The container it is about, as {@code container/web}; empty when it is about more. */
    final String part() {
        if (part.isEmpty()) {
            part = Optional.of(name());
        }
        return part.get();
    }

    abstract String name();

    /** The containers it is about; none when it is about an object or a namespace. */
    List<Node> containers() {
        return List.of();
    }

    /** The slots of the texts about an asset, which all kinds but namespaces have. */
    final class AssetTexts {
        private final int kind = text("asset.kind");
        private final int group = text("asset.group");
        private final int namespace = text("asset.namespace");
        private final int name = text("asset.name");
        private final int role = text("asset.role");
        private final int component = text("asset.component");
        private final int layer = text("asset.layer");

        AssetTexts() {
            int object = tree("object");
            for (int slot : new int[] {kind, group, namespace, name, role, component, layer}) {
                frame.originOfText(slot, object, "");
            }
        }

        /** An unknown role is no role; a check for which that matters says so. */
        void bind(Asset asset) {
            frame.bindText(kind, asset.kind());
            frame.bindText(group, asset.group());
            frame.bindText(namespace, asset.namespace());
            frame.bindText(name, asset.name());
            String known = asset.classification().role();
            frame.bindText(role, known.equals("unknown") ? "" : known);
            frame.bindText(component, asset.classification().component().orElse(""));
            frame.bindText(
                    layer, asset.classification().layer().map(Layer::word).orElse(""));
        }
    }
}
