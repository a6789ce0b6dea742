package dev.bartizan.diagram;

import static dev.bartizan.diagram.MapLayout.NODE_HEIGHT;
import static dev.bartizan.diagram.MapLayout.NODE_WIDTH;

import dev.bartizan.diagram.MapLayout.Box;
import dev.bartizan.diagram.MapLayout.Drawing;
import dev.bartizan.diagram.MapLayout.Edge;
import dev.bartizan.diagram.MapLayout.MapLink;
import dev.bartizan.diagram.MapLayout.Node;
import dev.bartizan.diagram.MapLayout.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Draws the inside of one zone: what is linked there in layers, what stands alone in a grid below. */
final class ZoneDrawing {
    static final int GAP = 14;
    /** The time of a layered layout grows faster than its graph; a larger or denser zone becomes a grid, which is also easier to read. */
    private static final int MAX_LAYERED_NODES = 250;

    private static final int MAX_EDGES = 600;
    /** So many may run anywhere; of more, so many for each node: a tangle takes ELK half a second, and nobody follows a line through it. */
    private static final int MAX_TANGLED_EDGES = 150;

    private static final int MAX_EDGES_PER_NODE = 3;
    private static final double ASPECT_RATIO = 1.6;

    /** The links of one direction between two nodes. */
    record Wire(int from, int to, List<String> kinds) {}

    /** Where nodes stand, by asset, and how the wires between them run. */
    record Places(SortedMap<Integer, Box> boxes, List<Edge> edges) {
        int width() {
            return boxes.values().stream().mapToInt(Box::right).max().orElse(0);
        }

        int height() {
            return boxes.values().stream().mapToInt(Box::bottom).max().orElse(0);
        }
    }

    private ZoneDrawing() {}

    /**
     * @param nodes without places yet, in reading order
     * @param links between these nodes, sorted by their ends
     */
    static Drawing of(List<Node> nodes, List<MapLink> links) {
        List<Wire> wires = wires(links);
        var linked = new TreeSet<Integer>();
        wires.forEach(wire -> {
            linked.add(wire.from());
            linked.add(wire.to());
        });
        if (linked.isEmpty() || linked.size() > MAX_LAYERED_NODES || isTangle(wires.size(), linked.size())) {
            return drawing(nodes, grid(nodes, wires));
        }
        List<Integer> layered =
                nodes.stream().map(Node::asset).filter(linked::contains).toList();
        return LayeredLayout.of(layered, wires)
                .map(places -> drawing(nodes, withGridBelow(places, nodes)))
                .orElseGet(() -> drawing(nodes, grid(nodes, wires)));
    }

    private static boolean isTangle(int wires, int nodes) {
        return wires > MAX_EDGES || (wires > MAX_TANGLED_EDGES && wires > MAX_EDGES_PER_NODE * nodes);
    }

    private static List<Wire> wires(List<MapLink> links) {
        var kinds = new TreeMap<Long, List<String>>();
        for (MapLink link : links) {
            kinds.computeIfAbsent((long) link.from() << Integer.SIZE | link.to(), ends -> new ArrayList<>())
                    .add(link.kind());
        }
        return kinds.entrySet().stream()
                .map(entry -> new Wire(
                        (int) (entry.getKey() >> Integer.SIZE), entry.getKey().intValue(), entry.getValue()))
                .toList();
    }

    /** What is linked to nothing here goes below the layers, and is as wide as they are. */
    private static Places withGridBelow(Places layers, List<Node> nodes) {
        List<Node> alone = nodes.stream()
                .filter(node -> !layers.boxes().containsKey(node.asset()))
                .toList();
        int fitting = (layers.width() + GAP) / (NODE_WIDTH + GAP);
        var boxes = new TreeMap<>(layers.boxes());
        boxes.putAll(gridBoxes(alone, layers.height() + 2 * GAP, Math.max(fitting, columns(alone.size()))));
        return new Places(boxes, layers.edges());
    }

    /** A grid, with wires that run straight from centre to centre behind the nodes, or without when they would only hide each other. */
    private static Places grid(List<Node> nodes, List<Wire> wires) {
        SortedMap<Integer, Box> boxes = gridBoxes(nodes, 0, columns(nodes.size()));
        List<Edge> edges = new ArrayList<>();
        for (Wire wire : wires.size() > MAX_EDGES ? List.<Wire>of() : wires) {
            Box from = boxes.get(wire.from());
            Box to = boxes.get(wire.to());
            if (from != null && to != null) {
                edges.add(new Edge(wire.from(), wire.to(), wire.kinds(), List.of(from.centre(), to.centre())));
            }
        }
        return new Places(boxes, edges);
    }

    private static int columns(int nodes) {
        double cell = (double) (NODE_HEIGHT + GAP) / (NODE_WIDTH + GAP);
        return Math.max(1, (int) Math.round(Math.sqrt(nodes * ASPECT_RATIO * cell)));
    }

    private static SortedMap<Integer, Box> gridBoxes(List<Node> nodes, int top, int columns) {
        var boxes = new TreeMap<Integer, Box>();
        for (int i = 0; i < nodes.size(); i++) {
            int x = i % columns * (NODE_WIDTH + GAP);
            int y = top + i / columns * (NODE_HEIGHT + GAP);
            boxes.put(nodes.get(i).asset(), new Box(x, y, NODE_WIDTH, NODE_HEIGHT));
        }
        return boxes;
    }

    private static Drawing drawing(List<Node> nodes, Places places) {
        List<Node> placed = nodes.stream()
                .map(node -> new Node(
                        node.asset(),
                        places.boxes().getOrDefault(node.asset(), node.box()),
                        node.parts(),
                        node.tally()))
                .toList();
        int bendsRight = places.edges().stream()
                .flatMap(edge -> edge.points().stream())
                .mapToInt(Point::x)
                .max()
                .orElse(0);
        int bendsBottom = places.edges().stream()
                .flatMap(edge -> edge.points().stream())
                .mapToInt(Point::y)
                .max()
                .orElse(0);
        return new Drawing(
                Math.max(places.width(), bendsRight), Math.max(places.height(), bendsBottom), placed, places.edges());
    }
}
