package dev.bartizan.diagram;

import static dev.bartizan.diagram.MapLayout.NODE_HEIGHT;
import static dev.bartizan.diagram.MapLayout.NODE_WIDTH;
import static dev.bartizan.diagram.MapLayout.ZONE_HEADER;
import static dev.bartizan.diagram.MapLayout.ZONE_PADDING;

import dev.bartizan.diagram.MapLayout.Box;
import dev.bartizan.diagram.MapLayout.Bundle;
import dev.bartizan.diagram.MapLayout.Drawing;
import dev.bartizan.diagram.MapLayout.MapLink;
import dev.bartizan.diagram.MapLayout.Node;
import dev.bartizan.diagram.MapLayout.Zone;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The map of a platform: its workloads, AI resources, data stores, gateways and external parties in the boxes of their trust zones, the boxes
 * in the lanes of their planes. Each zone is laid out alone and packed on a shelf, which keeps 2,000 assets at about a second and the picture
 * at a size that can be looked at. The same snapshot gives the same map.
 */
public final class PlatformMap {
    private static final int CLOSED_WIDTH = 2 * ZONE_PADDING + NODE_WIDTH;
    private static final int CLOSED_HEIGHT = 76;

    private final Platform platform;
    private final MapOptions options;
    private final MapGraph graph;
    private final Tallies tallies;
    private final List<MapLink> links;
    private final SortedMap<ZoneKey, List<Integer>> assetsByZone = new TreeMap<>();

    private PlatformMap(Snapshot snapshot, MapOptions options) {
        this.platform = snapshot.platform();
        this.options = options;
        this.graph = new MapGraph(platform);
        this.tallies = new Tallies(snapshot, graph);
        this.links = graph.links();
        graph.nodes().stream()
                .forEach(index -> assetsByZone
                        .computeIfAbsent(ZoneKey.of(platform.asset(index)), key -> new ArrayList<>())
                        .add(index));
    }

    public static MapLayout layout(Snapshot snapshot, MapOptions options) {
        return new PlatformMap(snapshot, options).layout();
    }

    private MapLayout layout() {
        List<ZoneKey> keys = keys();
        BitSet drawn = drawn(keys);
        List<MapLink> drawnLinks = links.stream()
                .filter(link -> drawn.get(link.from()) && drawn.get(link.to()))
                .toList();
        List<Drawing> drawings = drawings(keys, drawn, drawnLinks);
        BitSet open = open(keys, drawings);

        var sizes = new ArrayList<Shelves.Size>();
        for (int i = 0; i < keys.size(); i++) {
            sizes.add(size(i, keys.get(i), drawings.get(i), open.get(i)));
        }
        Shelves.Packed packed = Shelves.pack(sizes);

        var zones = new ArrayList<Zone>();
        for (int i = 0; i < keys.size(); i++) {
            ZoneKey key = keys.get(i);
            Box box = Optional.ofNullable(packed.boxes().get(i)).orElseThrow();
            int assets = assetsOf(key).size();
            zones.add(new Zone(key.lane(), key.zone(), box, open.get(i), drawings.get(i), assets, tallies.ofZone(key)));
        }
        List<Bundle> all = Bundles.of(links, platform, keys);
        var gutters = new Gutters(packed);
        List<Bundle> bundles = all.stream()
                .limit(options.maxBundles())
                .map(bundle -> bundle.along(gutters.route(bundle.from(), bundle.to())))
                .toList();
        return new MapLayout(
                packed.width(),
                packed.height(),
                packed.lanes(),
                zones,
                drawnLinks,
                bundles,
                assetsByZone.size() - keys.size(),
                graph.nodes().cardinality() - drawn.cardinality(),
                all.size() - bundles.size());
    }

    /** The zones that get a box, sorted; when there are too many, the worst and then the fullest. */
    private List<ZoneKey> keys() {
        return assetsByZone.keySet().stream()
                .sorted(Comparator.comparing(tallies::ofZone, Tally.WORST_FIRST)
                        .thenComparingInt(key -> -assetsOf(key).size())
                        .thenComparing(Comparator.naturalOrder()))
                .limit(options.maxZones())
                .sorted()
                .toList();
    }

    /** The assets that get a place: the worst first, then the ones we know something about. */
    private BitSet drawn(List<ZoneKey> keys) {
        var drawn = new BitSet();
        keys.stream()
                .flatMap(key -> assetsOf(key).stream())
                .sorted(Comparator.comparing(tallies::ofNode, Tally.WORST_FIRST)
                        .thenComparing(index -> role(index).equals("unknown"))
                        .thenComparingInt(index -> index))
                .limit(options.maxNodes())
                .forEach(drawn::set);
        return drawn;
    }

    private List<Drawing> drawings(List<ZoneKey> keys, BitSet drawn, List<MapLink> drawnLinks) {
        var inside = new TreeMap<ZoneKey, List<MapLink>>();
        for (MapLink link : drawnLinks) {
            ZoneKey key = key(link.from());
            if (key.equals(key(link.to()))) {
                inside.computeIfAbsent(key, zone -> new ArrayList<>()).add(link);
            }
        }
        return keys.stream()
                .map(key -> ZoneDrawing.of(nodes(key, drawn), inside.getOrDefault(key, List.of())))
                .toList();
    }

    /** In reading order: by role, the worst first, then by name. */
    private List<Node> nodes(ZoneKey key, BitSet drawn) {
        return assetsOf(key).stream()
                .filter(drawn::get)
                .sorted(Comparator.comparing(this::role)
                        .thenComparing(tallies::ofNode, Tally.WORST_FIRST)
                        .thenComparing(index -> platform.asset(index).name())
                        .thenComparingInt(index -> index))
                .map(index -> new Node(
                        index, new Box(0, 0, NODE_WIDTH, NODE_HEIGHT), graph.parts(index), tallies.ofNode(index)))
                .toList();
    }

    /** Which zones show their assets in the overview: as many as there is room for, the worst first. */
    private BitSet open(List<ZoneKey> keys, List<Drawing> drawings) {
        var open = new BitSet();
        int room = options.maxOpenNodes();
        List<Integer> worstFirst = IntStream.range(0, keys.size())
                .boxed()
                .sorted(Comparator.comparing((Integer zone) -> tallies.ofZone(keys.get(zone)), Tally.WORST_FIRST)
                        .thenComparingInt(zone -> zone))
                .toList();
        for (int zone : worstFirst) {
            int nodes = drawings.get(zone).nodes().size();
            if (nodes > 0 && nodes <= room) {
                open.set(zone);
                room -= nodes;
            }
        }
        return open;
    }

    private static Shelves.Size size(int zone, ZoneKey key, Drawing drawing, boolean open) {
        if (!open) {
            return new Shelves.Size(zone, key.lane(), CLOSED_WIDTH, CLOSED_HEIGHT);
        }
        return new Shelves.Size(
                zone,
                key.lane(),
                Math.max(CLOSED_WIDTH, drawing.width() + 2 * ZONE_PADDING),
                drawing.height() + ZONE_HEADER + ZONE_PADDING);
    }

    private List<Integer> assetsOf(ZoneKey key) {
        return assetsByZone.getOrDefault(key, List.of());
    }

    private ZoneKey key(int asset) {
        return ZoneKey.of(platform.asset(asset));
    }

    private String role(int asset) {
        return platform.asset(asset).classification().role();
    }
}
