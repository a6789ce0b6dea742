package dev.bartizan.baseline;

import dev.bartizan.baseline.manifest.Gaps;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Truth;
import dev.bartizan.knowledge.CheckCase.CheckTarget;
import dev.bartizan.rules.Item;
import dev.bartizan.rules.Related;
import dev.bartizan.source.Absent;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One pod after another. */
final class PodBinding extends Binding {
    static final List<String> CONTAINER_LISTS = List.of("containers", "initContainers", "ephemeralContainers");
    private static final String DEFAULT_ACCOUNT = "default";

    private final AssetTexts assetTexts = new AssetTexts();
    private final int pod = tree("pod");
    private final int metadata = tree("metadata");
    private final int object = tree("object");
    private final int serviceAccount = tree("serviceAccount");
    private final PlatformIndex platform;
    private final AuthenticationPolicies authentication;

    private PodContext context;
    private Optional<Integer> account = Optional.empty();

    PodBinding(PlatformIndex platform, AuthenticationPolicies authentication, PodContext first) {
        super(CheckTarget.POD);
        this.platform = platform;
        this.authentication = authentication;
        this.context = first;
    }

    void bind(PodContext one, Asset asset) {
        rebound();
        context = one;
        assetTexts.bind(asset);
        one.bindPod(frame(), pod);
        frame().bind(metadata, one.template().metadata());
        frame().bind(object, one.root());
        bindAccount(asset);
    }

    /** An account that was not read may be set up otherwise, but for the one that the cluster itself makes. */
    private void bindAccount(Asset asset) {
        Node spec = context.level().spec();
        String name = context.account();
        account = platform.account(asset.namespace(), name);
        Optional<Node> root = account.flatMap(platform::root);
        Optional<String> gap = Gaps.inNamespace(asset.namespace(), platform.completeness());
        if (root.isPresent()) {
            frame().bind(serviceAccount, root.get());
        } else if (name.equals(DEFAULT_ACCOUNT) || gap.isEmpty()) {
            frame().bind(serviceAccount, new Absent(spec, "serviceAccount"));
        } else {
            frame().bindUnknown(serviceAccount, spec, gap.get());
        }
    }

    @Override
    void pointTrees() {
        frame().point(pod, context.level().pointer());
        frame().point(metadata, context.metadataPointer());
        frame().point(object, platform.rootPointer(asset()));
        frame().point(
                        serviceAccount,
                        account.filter(index -> platform.root(index).isPresent())
                                .map(platform::rootPointer)
                                .orElse(context.level().pointer()));
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
        return "";
    }

    @Override
    public Related related(String name) {
        return switch (name) {
            case "containers" -> Related.of(containerItems());
            case "grants" ->
                account.map(subject -> Grants.ofSubject(subject, context.level().spec(), platform))
                        .orElse(Related.NONE);
            case "authentication-policies" ->
                authentication.before(
                        platform.platform().asset(asset()).namespace(),
                        context.template().metadata().get("labels"));
            case String other -> throw new IllegalArgumentException("no relation of a pod: " + other);
        };
    }

    @Override
    List<Node> containers() {
        return containerItems().stream().map(item -> item.trees().getFirst()).toList();
    }

    private List<Item> containerItems() {
        var items = new ArrayList<Item>();
        Node spec = context.template().spec();
        String pointer = context.template().pointer();
        switch (context.template().shape()) {
            case CONTAINER -> items.add(new Item(List.of(spec), List.of(pointer), List.of("containers")));
            case POD ->
                CONTAINER_LISTS.forEach(list -> {
                    Node all = spec.get(list);
                    String ofList = spec.pointerOf(list, pointer);
                    List<Node> containers = all.items();
                    for (int i = 0; i < containers.size(); i++) {
                        if (context.template().aside().holds(list, i)) {
                            continue;
                        }
                        String at = all.pointerOf(Integer.toString(i), ofList);
                        items.add(new Item(List.of(containers.get(i)), List.of(at), List.of(list)));
                    }
                });
        }
        return items;
    }
}
