package dev.bartizan.threats;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who reaches what only {@code bartizan.yaml} tells of. No policy and no route is read about it, so the links count that people declared; that there is none
 * says nothing unless they declared that the input is whole.
 */
final class DeclaredWays {
    /** Along these the one whose link it is opens a connection. */
    private static final Set<String> OPENS =
            Set.of("calls", "reads", "writes", "loads", "pulls", "routes", "deploys", "deploys-from");

    private static final Set<String> OF_OTHERS = Set.of("internet", "partner");

    private final boolean areThere;

    DeclaredWays(Platform platform) {
        this.areThere = platform.assets().stream().anyMatch(DeclaredWays::isDeclared);
    }

    static boolean isDeclared(Asset asset) {
        return asset.kind().equals("Declared") && asset.id().startsWith("declared:");
    }

    /** Whether it is somebody else's: named by a host, declared as a party outside, or in a zone of others. */
    static boolean isOutside(AssetThing thing) {
        Asset asset = thing.asset();
        return asset.group().isEmpty()
                && (asset.id().startsWith("ext:")
                        || (asset.id().startsWith("declared:")
                                && (!isDeclared(asset) || OF_OTHERS.contains(asset.zone()))));
    }

    /** Whether somebody from outside opens connections to a declared asset. */
    Reach.Answer exposed(AssetThing thing) {
        return into(thing, DeclaredWays::isOutside);
    }

    /** Whether such a one opens connections to it by a link that is declared at one end at least. */
    Reach.Answer into(AssetThing thing, Predicate<AssetThing> sender) {
        World world = thing.world();
        return linksInto(thing)
                .filter(link -> sender.test(world.thing(link.from())))
                .findFirst()
                .map(link -> yes(world, link))
                .orElseGet(() -> isDeclared(thing.asset()) ? otherwise(thing, "who else reaches ") : Reach.Answer.NO);
    }

    /** Links by which connections to it are opened and of which one end at least is declared. */
    Stream<Link> linksInto(AssetThing thing) {
        if (!areThere) {
            return Stream.empty();
        }
        Platform platform = thing.world().platform();
        boolean isDeclared = isDeclared(thing.asset());
        return platform.linksTo(thing.index()).stream()
                .filter(link -> OPENS.contains(link.kind()))
                .filter(link -> isDeclared || isDeclared(platform.asset(link.from())));
    }

    /** Whether a declared asset opens connections to somebody outside. */
    Reach.Answer out(AssetThing thing) {
        World world = thing.world();
        return world.platform().linksFrom(thing.index()).stream()
                .filter(link -> OPENS.contains(link.kind()) && isOutside(world.thing(link.to())))
                .findFirst()
                .map(link -> yes(world, link))
                .orElseGet(() -> otherwise(thing, "whom else outside reaches "));
    }

    private static Reach.Answer yes(World world, Link link) {
        List<Evidence> evidence = List.of(LinkFunctions.evidence(world, link));
        return Reach.Answer.yes(() -> evidence);
    }

    private static Reach.Answer otherwise(AssetThing thing, String question) {
        Asset asset = thing.asset();
        return thing.world().isWhole(asset)
                ? Reach.Answer.NO
                : Reach.Answer.open(
                        new Gap(Gap.Topic.COMPLETENESS, "complete", World.place(asset), question + asset.name()));
    }
}
