package dev.bartizan.baseline;

import dev.bartizan.baseline.PlatformIndex.NamespaceContents;
import dev.bartizan.baseline.manifest.Gaps;
import dev.bartizan.graph.Asset;
import dev.bartizan.knowledge.CheckCase.CheckTarget;
import dev.bartizan.rules.Related;
import dev.bartizan.source.Absent;
import dev.bartizan.source.Node;
import java.util.Optional;

/** One namespace after another. */
final class NamespaceBinding extends Binding {
    private final int object = tree("object");
    private final int name = text("namespace.name");
    private final PlatformIndex platform;
    private final Isolation isolation;

    private NamespaceContents namespace;

    NamespaceBinding(PlatformIndex platform, Isolation isolation, NamespaceContents first) {
        super(CheckTarget.NAMESPACE);
        this.platform = platform;
        this.isolation = isolation;
        this.namespace = first;
        frame().originOfText(name, object, "");
    }

    void bind(NamespaceContents contents) {
        rebound();
        namespace = contents;
        frame().bindText(name, contents.name());
        Node here = place();
        Optional<String> gap = Gaps.inNamespace(contents.name(), platform.completeness());
        if (contents.object().flatMap(platform::root).isPresent()) {
            frame().bind(object, here);
        } else if (gap.isPresent()) {
            frame().bindUnknown(object, here, gap.get());
        } else {
            // It must exist, since something is in it; its own object is not there, so it has no labels either.
            frame().bind(object, new Absent(here, "namespace"));
        }
    }

    /** The Namespace, or the first thing that is in it. */
    private Node place() {
        return platform.root(asset())
                .orElseGet(
                        () -> platform.pods().get(namespace.pods().getFirst()).spec());
    }

    @Override
    void pointTrees() {
        frame().point(object, platform.rootPointer(asset()));
    }

    /** Of a namespace that has no asset, the first workload in it. */
    @Override
    int asset() {
        return namespace
                .object()
                .orElseGet(
                        () -> platform.pods().get(namespace.pods().getFirst()).asset());
    }

    /** A namespace that has no asset still has an id, which does not change with the workload shown for it. */
    @Override
    String id(Asset shown) {
        String cluster = shown.id().substring(0, Math.max(0, shown.id().indexOf('/')));
        return namespace.object().isPresent() ? shown.id() : cluster + "/core/Namespace/-/" + namespace.name();
    }

    @Override
    String name() {
        return "";
    }

    @Override
    public Related related(String relation) {
        return switch (relation) {
            case "pods" -> isolation.pods(namespace);
            case "pods-open-to-ingress" -> isolation.open(namespace, Isolation.Direction.INGRESS);
            case "pods-open-to-egress" -> isolation.open(namespace, Isolation.Direction.EGRESS);
            case String other -> throw new IllegalArgumentException("no relation of a namespace: " + other);
        };
    }
}
