package dev.bartizan.diagram;

import dev.bartizan.diagram.MapLayout.MapLink;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The platform as the map shows it: some assets are nodes, the others are folded into the nodes they belong to. */
final class MapGraph {
    private static final String EXPOSES = "exposes";
    private static final String MAY_DO = "may-do";
    /** A service with thousands of callers and backends stands for millions of links; no map shows more than this. */
    private static final int MAX_LINKS = 100_000;

    private static final Comparator<MapLink> LINK_ORDER =
            Comparator.comparingInt(MapLink::from).thenComparingInt(MapLink::to).thenComparing(MapLink::kind);

    private final Platform platform;
    private final BitSet nodes = new BitSet();

    MapGraph(Platform platform) {
        this.platform = platform;
        for (int i = 0; i < platform.assets().size(); i++) {
            nodes.set(i, MapKinds.isNode(platform, i));
        }
    }

    /** Dense indexes of the assets with a place of their own. */
    BitSet nodes() {
        return (BitSet) nodes.clone();
    }

    /** The nodes that this asset is shown at: itself, or those that it configures, names or permits something. */
    SortedSet<Integer> hosts(int asset) {
        var hosts = new TreeSet<Integer>();
        if (nodes.get(asset)) {
            hosts.add(asset);
            return hosts;
        }
        if (MapKinds.isService(platform.asset(asset))) {
            hosts.addAll(backends(asset));
            return hosts;
        }
        for (Link link : platform.linksTo(asset)) {
            if (nodes.get(link.from())) {
                hosts.add(link.from());
            } else if (link.kind().equals(MAY_DO)) {
                // A role stands at every workload that runs as one of its subjects.
                platform.linksTo(link.from()).stream()
                        .map(Link::from)
                        .filter(nodes::get)
                        .forEach(hosts::add);
            }
        }
        return hosts;
    }

    /** Folded assets that this node links to, and the services in front of it. */
    List<Integer> parts(int node) {
        var parts = new TreeSet<Integer>();
        platform.linksFrom(node).stream()
                .map(Link::to)
                .filter(to -> !nodes.get(to) && !MapKinds.isService(platform.asset(to)))
                .forEach(parts::add);
        neighboursByExposure(node).stream()
                .filter(index -> MapKinds.isService(platform.asset(index)))
                .forEach(parts::add);
        return List.copyOf(parts);
    }

    /** Links between nodes, distinct and sorted; a link to a folded service goes to each of its backends. At most {@value MAX_LINKS}. */
    List<MapLink> links() {
        var links = new TreeSet<>(LINK_ORDER);
        for (Link link : platform.links()) {
            if (links.size() >= MAX_LINKS) {
                break;
            }
            if (!nodes.get(link.from()) || link.from() == link.to()) {
                continue;
            }
            if (nodes.get(link.to())) {
                links.add(new MapLink(link.from(), link.to(), link.kind()));
            } else if (!link.kind().equals(EXPOSES) && MapKinds.isService(platform.asset(link.to()))) {
                backends(link.to()).stream()
                        .filter(backend -> backend != link.from())
                        .forEach(backend -> links.add(new MapLink(link.from(), backend, link.kind())));
            }
        }
        return new ArrayList<>(links);
    }

    private List<Integer> backends(int service) {
        return neighboursByExposure(service).stream().filter(nodes::get).toList();
    }

    private SortedSet<Integer> neighboursByExposure(int asset) {
        var neighbours = new TreeSet<Integer>();
        for (Link link : platform.linksFrom(asset)) {
            if (link.kind().equals(EXPOSES)) {
                neighbours.add(link.to());
            }
        }
        for (Link link : platform.linksTo(asset)) {
            if (link.kind().equals(EXPOSES)) {
                neighbours.add(link.from());
            }
        }
        return neighbours;
    }
}
