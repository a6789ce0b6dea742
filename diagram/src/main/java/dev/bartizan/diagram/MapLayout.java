package dev.bartizan.diagram;

import dev.bartizan.graph.Plane;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where everything on the map stands. All lengths are CSS pixels at scale 1, the origin is the top left corner.
 *
 * @param lanes top to bottom
 * @param zones sorted by lane and name; bundles point into this list
 * @param links between drawn assets, folded assets skipped, sorted; also those inside a bundle
 * @param omittedZones zones without a box; the assets in them are omitted too
 * @param omittedNodes assets that belong on the map and found no place within the bounds
 * @param omittedBundles bundles that were not drawn
 */
public record MapLayout(
        int width,
        int height,
        List<Lane> lanes,
        List<Zone> zones,
        List<MapLink> links,
        List<Bundle> bundles,
        int omittedZones,
        int omittedNodes,
        int omittedBundles) {
    /** Every asset is drawn in a box of this size. */
    public static final int NODE_WIDTH = 200;

    public static final int NODE_HEIGHT = 44;
    /** Between the border of an open zone and what is drawn in it. */
    public static final int ZONE_PADDING = 14;
    /** The strip at the top of a zone that holds its name. */
    public static final int ZONE_HEADER = 32;

    public MapLayout {
        lanes = List.copyOf(lanes);
        zones = List.copyOf(zones);
        links = List.copyOf(links);
        bundles = List.copyOf(bundles);
    }

    /** The planes, and the two places for what has none. */
    public enum LaneKind {
        OUTSIDE,
        CONTROL,
        DATA,
        MANAGEMENT,
        UNKNOWN;

        static LaneKind of(Optional<Plane> plane, boolean external) {
            if (external) {
                return OUTSIDE;
            }
            return plane.map(known -> switch (known) {
                        case CONTROL -> CONTROL;
                        case DATA -> DATA;
                        case MANAGEMENT -> MANAGEMENT;
                    })
                    .orElse(UNKNOWN);
        }

        /** The words on the lane. */
        public String title() {
            return switch (this) {
                case OUTSIDE -> "Outside";
                case CONTROL -> "Control";
                case DATA -> "Data";
                case MANAGEMENT -> "Management";
                case UNKNOWN -> "No plane";
            };
        }
    }

    public record Point(int x, int y) {}

    public record Box(int x, int y, int width, int height) {
        public int right() {
            return x + width;
        }

        public int bottom() {
            return y + height;
        }

        public Point centre() {
            return new Point(x + width / 2, y + height / 2);
        }

        public boolean overlaps(Box other) {
            return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
        }

        public boolean contains(Box other) {
            return x <= other.x && y <= other.y && right() >= other.right() && bottom() >= other.bottom();
        }
    }

    public record Lane(LaneKind kind, Box box) {}

    /**
     * The part of a trust zone that lies in one plane.
     *
     * @param open whether its assets are drawn in the overview; a closed one shows its counts
     * @param drawing the size of what is inside, also when it is closed
     * @param assets how many assets it holds, drawn or not
     */
    public record Zone(LaneKind lane, String name, Box box, boolean open, Drawing drawing, int assets, Tally tally) {}

    /**
     * The inside of a zone, with its own origin.
     *
     * @param nodes in reading order
     */
    public record Drawing(int width, int height, List<Node> nodes, List<Edge> edges) {
        public Drawing {
            nodes = List.copyOf(nodes);
            edges = List.copyOf(edges);
        }
    }

    /**
     * An asset on the map.
     *
     * @param asset its dense index
     * @param parts indexes of the assets folded into it: services, service accounts, configuration
     * @param tally findings about it and about its parts
     */
    public record Node(int asset, Box box, List<Integer> parts, Tally tally) {
        public Node {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The drawn line of all links from one asset to another in the same zone.
     *
     * @param from dense index of an asset
     * @param kinds sorted
     */
    public record Edge(int from, int to, List<String> kinds, List<Point> points) {
        public Edge {
            kinds = List.copyOf(kinds);
            points = List.copyOf(points);
        }
    }

    /** A link between two assets on the map, by dense index; through a folded service, from its caller to its backend. */
    public record MapLink(int from, int to, String kind) {}

    /**
     * All links from one zone to another, drawn as one line.
     *
     * @param from index into the zones
     * @param kinds how many links of each kind
     */
    public record Bundle(int from, int to, SortedMap<String, Integer> kinds, List<Point> points) {
        public Bundle {
            kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
            points = List.copyOf(points);
        }

        Bundle along(List<Point> bends) {
            return new Bundle(from, to, kinds, bends);
        }

        public int count() {
            return kinds.values().stream().mapToInt(Integer::intValue).sum();
        }
    }
}
