package dev.bartizan.threats;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Link;
import dev.bartizan.rules.Language;
import dev.bartizan.rules.Language.Kind;
import dev.bartizan.rules.Language.Property;
import dev.bartizan.rules.Thing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Functions that follow links. Who links to an asset may stand elsewhere, unless the input is whole. */
final class LinkFunctions {
    private static final Set<String> WRITES = Set.of("writes");
    private static final Set<String> READS = Set.of("reads", "loads", "mounts");
    private static final Set<String> CALLS = Set.of("calls", "routes", "exposes");
    private static final Set<String> UPSTREAM = Set.of("reads", "loads", "mounts", "uses", "pulls");
    private static final Set<String> USES =
            Set.of("reads", "writes", "loads", "mounts", "calls", "runs-on", "attached-to");
    private static final int MOST_UPSTREAM = 5_000;

    private LinkFunctions() {}

    static List<Language.Function> all(List<String> linkKinds) {
        Property asset = Property.of("asset", Kind.thing(Properties.ASSET));
        Property kind = new Property("link kind", Kind.TEXT, linkKinds);
        Kind assets = Kind.things(Properties.ASSET);
        return List.of(
                new Language.Function(
                        "targets", List.of(asset, kind), assets, (one, texts) -> targets(of(one), texts.getFirst())),
                new Language.Function(
                        "origins", List.of(asset, kind), assets, (one, texts) -> origins(of(one), texts.getFirst())),
                new Language.Function("writers", List.of(asset), assets, (one, texts) -> origins(of(one), WRITES)),
                new Language.Function("readers", List.of(asset), assets, (one, texts) -> origins(of(one), READS)),
                new Language.Function("callers", List.of(asset), assets, (one, texts) -> origins(of(one), CALLS)),
                new Language.Function(
                        "accounts", List.of(asset), assets, (one, texts) -> targets(of(one), Set.of("runs-as"))),
                new Language.Function("feeds", List.of(asset), assets, (one, texts) -> feeds(of(one))),
                new Language.Function("tenants", List.of(asset), Kind.NUMBER, (one, texts) -> tenants(of(one))),
                new Language.Function(
                        "crosses",
                        List.of(Property.of("link", Kind.thing(Properties.LINK))),
                        Kind.FLAG,
                        (one, texts) -> crosses((LinkThing) one)));
    }

    /** What links to an asset, and by which links. */
    record Origins(List<Link> links, Thing.Several things) {}

    private static AssetThing of(Thing thing) {
        return (AssetThing) thing;
    }

    private static Thing.Value targets(AssetThing thing, Collection<String> kinds) {
        World world = thing.world();
        List<Link> links = new ArrayList<>();
        var targets = new LinkedHashSet<Integer>();
        for (Link link : world.platform().linksFrom(thing.index())) {
            if (kinds.contains(link.kind())) {
                links.add(link);
                targets.addAll(Services.behind(world, link.to()));
            }
        }
        world.met(() -> links.stream().map(link -> evidence(world, link)));
        return Thing.Several.of(
                things(world, targets), DeclaredWays.isDeclared(thing.asset()) ? rest(thing) : Optional.empty());
    }

    private static List<AssetThing> things(World world, Collection<Integer> assets) {
        var things = new ArrayList<AssetThing>(assets.size());
        for (int asset : assets) {
            things.add(world.thing(asset));
        }
        return things;
    }

    private static Thing.Value origins(AssetThing thing, Collection<String> kinds) {
        World world = thing.world();
        Origins origins = world.origins(thing.index(), kinds, () -> read(thing, kinds));
        world.met(() -> origins.links().stream().map(link -> evidence(world, link)));
        return origins.things();
    }

    private static Origins read(AssetThing thing, Collection<String> kinds) {
        World world = thing.world();
        List<Link> links = linksTo(world, thing.index(), kinds);
        var origins = new LinkedHashSet<Integer>();
        links.forEach(link -> origins.add(link.from()));
        return new Origins(links, Thing.Several.of(things(world, origins), rest(thing)));
    }

    /** Links to an asset, and those to a service that leads to it. */
    private static List<Link> linksTo(World world, int asset, Collection<String> kinds) {
        var links = new ArrayList<Link>();
        addLinksTo(world, asset, kinds, links);
        for (int service : Services.before(world, asset)) {
            addLinksTo(world, service, kinds, links);
        }
        return links;
    }

    private static void addLinksTo(World world, int asset, Collection<String> kinds, Collection<Link> links) {
        for (Link link : world.platform().linksTo(asset)) {
            if (kinds.contains(link.kind())) {
                links.add(link);
            }
        }
    }

    /** Others may do it from another repository. */
    private static Optional<String> rest(AssetThing thing) {
        return thing.world().usersElsewhere(thing.asset());
    }

    static Evidence evidence(World world, Link link) {
        return new Evidence(
                world.platform().asset(link.from()).name() + " " + link.kind() + " "
                        + world.platform().asset(link.to()).name(),
                link.evidence());
    }

    private static Thing.Value feeds(AssetThing thing) {
        World world = thing.world();
        var seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(thing.index()));
        while (!open.isEmpty() && seen.cardinality() < MOST_UPSTREAM) {
            int next = open.remove();
            for (Link link : world.platform().linksFrom(next)) {
                if (UPSTREAM.contains(link.kind())) {
                    Services.behind(world, link.to()).stream()
                            .filter(to -> !seen.get(to))
                            .forEach(to -> {
                                seen.set(to);
                                open.add(to);
                            });
                }
            }
            for (Link link : linksTo(world, next, WRITES)) {
                if (!seen.get(link.from())) {
                    seen.set(link.from());
                    open.add(link.from());
                }
            }
        }
        seen.clear(thing.index());
        return Thing.Several.of(seen.stream().mapToObj(world::thing).toList(), rest(thing));
    }

    private static Thing.Value tenants(AssetThing thing) {
        World world = thing.world();
        var tenants = new TreeMap<String, Evidence>();
        Optional<Integer> unowned = Optional.empty();
        for (Link link : linksTo(world, thing.index(), USES)) {
            Optional<String> tenant = world.property(world.thing(link.from()), "tenant");
            tenant.ifPresent(name -> tenants.putIfAbsent(name, evidence(world, link)));
            unowned = tenant.isPresent() ? unowned : Optional.of(link.from());
        }
        world.met(() -> tenants.values().stream());
        if (tenants.size() < 2 && unowned.isPresent()) {
            String place = World.place(world.platform().asset(unowned.get()));
            return world.unknown(new Gap(Gap.Topic.OWNER, "owner", place, "who owns " + place));
        }
        return tenants.size() < 2 && rest(thing).isPresent()
                ? new Thing.Unknown(rest(thing).get())
                : Thing.Value.of(Math.max(1, tenants.size()));
    }

    private static Thing.Value crosses(LinkThing link) {
        return Thing.Value.of(
                !link.from().asset().zone().equals(link.to().asset().zone()));
    }
}
