package dev.bartizan.baseline;

import dev.bartizan.baseline.manifest.ImageTexts;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Truth;
import dev.bartizan.knowledge.CheckCase.CheckTarget;
import dev.bartizan.rules.Related;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.List;

/** One container after another. */
final class ContainerBinding extends Binding {
    private final AssetTexts assetTexts = new AssetTexts();
    private final int container = tree("container");
    private final int pod = tree("pod");
    private final int metadata = tree("metadata");
    private final int object = tree("object");
    private final int imageName = text("image.name");
    private final int registry = text("image.registry");
    private final int repository = text("image.repository");
    private final int tag = text("image.tag");
    private final int digest = text("image.digest");
    private final int list = text("position.list");
    private final int index = text("position.index");
    private final int podKnown = text("position.pod");
    private final PlatformIndex platform;
    private final AuthenticationPolicies authentication;

    private PodContext context;
    private Node node;
    private String listName = "";
    private int position;

    ContainerBinding(PlatformIndex platform, AuthenticationPolicies authentication, PodContext first) {
        super(CheckTarget.CONTAINER);
        this.platform = platform;
        this.authentication = authentication;
        this.context = first;
        this.node = first.template().spec();
        for (int slot : new int[] {imageName, registry, repository, tag, digest}) {
            frame().originOfText(slot, container, "image");
        }
        for (int slot : new int[] {list, index, podKnown}) {
            frame().originOfText(slot, container, "");
        }
    }

    void bind(PodContext pod, Asset asset) {
        context = pod;
        assetTexts.bind(asset);
        pod.bindPod(frame(), this.pod);
        frame().bindText(podKnown, pod.level().isKnown() ? "known" : "unknown");
        frame().bind(metadata, pod.template().metadata());
        frame().bind(object, pod.root());
    }

    /** @param name of the list; empty for a container that stands alone */
    void bindContainer(Node one, String name, int at) {
        rebound();
        node = one;
        listName = name;
        position = at;
        frame().bind(container, one);
        frame().bindText(list, name.isEmpty() ? "containers" : name);
        frame().bindText(index, SMALL[Math.min(at, SMALL.length - 1)]);
        if (one instanceof Mapping mapping
                && !mapping.has("image")
                && !mapping.gap().isEmpty()) {
            bindUnknownImage(mapping.gap());
        } else {
            bindImage(ImageTexts.of(one.get("image").text("")));
        }
    }

    /** What is longer is no name, and would stand in every finding about the container. */
    private static final int LONGEST_NAME = 253;

    private static final String[] SMALL = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9+"};

    private void bindImage(ImageTexts image) {
        if (image.isReadable()) {
            frame().bindText(imageName, image.name());
            frame().bindText(registry, image.registry());
            frame().bindText(repository, image.repository());
            frame().bindText(tag, image.tag());
            frame().bindText(digest, image.digest());
        } else {
            bindUnknownImage("which image fills the placeholder");
        }
    }

    private void bindUnknownImage(String gap) {
        for (int slot : new int[] {imageName, registry, repository, tag, digest}) {
            frame().bindUnknownText(slot, gap);
        }
    }

    @Override
    void pointTrees() {
        frame().point(container, containerPointer());
        frame().point(pod, context.level().pointer());
        frame().point(metadata, context.metadataPointer());
        frame().point(object, platform.rootPointer(asset()));
    }

    private String containerPointer() {
        String at = context.template().pointer();
        if (listName.isEmpty()) {
            return at;
        }
        Node spec = context.template().spec();
        return spec.get(listName).pointerOf(Integer.toString(position), spec.pointerOf(listName, at));
    }

    @Override
    int asset() {
        return context.template().asset();
    }

    @Override
    List<Integer> sources() {
        return context.template().sources();
    }

    @Override
    boolean isLeftOpen(Truth truth) {
        return context.isLeftOpen(truth);
    }

    @Override
    String name() {
        String fallback = listName.isEmpty() ? "" : listName + "-" + position;
        String written = node.get("name").text(fallback);
        String name = written.length() > LONGEST_NAME ? fallback : written;
        return name.isEmpty() ? "" : "container/" + name;
    }

    @Override
    List<Node> containers() {
        return List.of(node);
    }

    @Override
    public Related related(String name) {
        return switch (name) {
            case "authentication-policies" ->
                authentication.before(
                        platform.platform().asset(asset()).namespace(),
                        context.template().metadata().get("labels"));
            case String other -> throw new IllegalArgumentException("no relation of a container: " + other);
        };
    }
}
