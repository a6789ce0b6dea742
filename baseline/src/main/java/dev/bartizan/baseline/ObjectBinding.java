package dev.bartizan.baseline;

import dev.bartizan.graph.Asset;
import dev.bartizan.knowledge.CheckCase.CheckTarget;
import dev.bartizan.rules.Related;
import dev.bartizan.source.Node;

/** One object after another. */
final class ObjectBinding extends Binding {
    private final AssetTexts assetTexts = new AssetTexts();
    private final int object = tree("object");
    private final PlatformIndex platform;
    private final Evaluator.Lookups lookups;

    private int asset;
    private Node root;

    ObjectBinding(PlatformIndex platform, Evaluator.Lookups lookups, Node first) {
        super(CheckTarget.OBJECT);
        this.platform = platform;
        this.lookups = lookups;
        this.root = first;
    }

    void bind(int index, Asset described, Node tree) {
        rebound();
        asset = index;
        root = tree;
        assetTexts.bind(described);
        frame().bind(object, tree);
    }

    @Override
    void pointTrees() {
        frame().point(object, platform.rootPointer(asset));
    }

    @Override
    int asset() {
        return asset;
    }

    @Override
    String name() {
        return "";
    }

    @Override
    public Related related(String name) {
        return switch (name) {
            case "grants" -> Grants.ofRole(asset, platform);
            case "stronger-accounts" -> lookups.strongerAccounts().beside(asset, root);
            case "authentication-policies" ->
                lookups.authentication()
                        .before(platform.platform().asset(asset).namespace(), root.at("spec", "selector"));
            case "openings" -> lookups.openings().of(asset);
            case String other -> throw new IllegalArgumentException("no relation of an object: " + other);
        };
    }
}
