package dev.bartizan.diagram;

import dev.bartizan.diagram.ConnectionPicture.Arrow;
import dev.bartizan.diagram.ConnectionPicture.Node;
import dev.bartizan.diagram.MapLayout.Box;
import dev.bartizan.diagram.MapLayout.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Lays out boxes with nodes in them and arrows across with ELK's layered algorithm, always the same way. */
final class CompoundLayout {
    static final int PADDING = 14;
    private static final int HEADER = 44;
    private static final int NODE_WIDTH = 190;
    private static final int NODE_HEIGHT = 40;
    private static final int GAP = 18;
    private static final int PER_ROW = 4;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final Map<String, ElkNode> ends = new HashMap<>();
    private final Map<String, Box> groupBoxes = new HashMap<>();
    private final Map<String, Box> nodeBoxes = new HashMap<>();

    private CompoundLayout() {}

    /** An arrow with its way, and the place of its words. */
    record Line(Arrow arrow, List<Point> points, Optional<Box> label) {
        Line {
            points = List.copyOf(points);
        }
    }

    /** Where everything is; plain when only the boxes found a place. */
    record Places(
            int width, int height, Map<String, Box> groups, Map<String, Box> nodes, List<Line> lines, boolean isPlain) {
        Places {
            groups = Map.copyOf(groups);
            nodes = Map.copyOf(nodes);
            lines = List.copyOf(lines);
        }

        Optional<Box> group(String name) {
            return Optional.ofNullable(groups.get(name));
        }

        Optional<Box> node(String id) {
            return Optional.ofNullable(nodes.get(id));
        }
    }

    /** @param groups nodes by the name of their box, in reading order */
    static Places of(Map<String, List<Node>> groups, List<Arrow> arrows) {
        try {
            return new CompoundLayout().layout(groups, arrows);
        } catch (RuntimeException | StackOverflowError failure) {
            // ELK throws on some graphs: boxes without arrows are better than no picture.
            return new CompoundLayout().plain(groups);
        }
    }

    private Places layout(Map<String, List<Node>> groups, List<Arrow> arrows) {
        ElkNode graph = ElkGraphUtil.createGraph();
        options(graph, 0);
        graph.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        groups.forEach((name, nodes) -> {
            ElkNode box = ElkGraphUtil.createNode(graph);
            options(box, HEADER);
            ends.put(GroupedArrows.group(name), box);
            for (Node node : nodes) {
                ElkNode child = ElkGraphUtil.createNode(box);
                child.setDimensions(NODE_WIDTH, NODE_HEIGHT);
                ends.put(node.id(), child);
            }
        });
        var edges = new ArrayList<ElkEdge>();
        for (Arrow arrow : arrows) {
            ElkEdge edge = ElkGraphUtil.createSimpleEdge(end(arrow.from()), end(arrow.to()));
            String words = ConnectionPicture.label(arrow);
            ElkLabel label = ElkGraphUtil.createLabel(words, edge);
            label.setDimensions(Label.width(words, ConnectionPicture.LABEL_SIZE) + 8.0, ConnectionPicture.LABEL_HEIGHT);
            edges.add(edge);
        }
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
        groups.forEach((name, nodes) -> {
            ElkNode box = end(GroupedArrows.group(name));
            groupBoxes.put(name, box(box, 0, 0));
            nodes.forEach(node -> nodeBoxes.put(node.id(), box(end(node.id()), box.getX(), box.getY())));
        });
        var lines = new ArrayList<Line>();
        for (int i = 0; i < arrows.size(); i++) {
            lines.add(line(arrows.get(i), edges.get(i)));
        }
        return new Places(rounded(graph.getWidth()), rounded(graph.getHeight()), groupBoxes, nodeBoxes, lines, false);
    }

    private ElkNode end(String id) {
        return Optional.ofNullable(ends.get(id)).orElseThrow();
    }

    private static void options(ElkNode graph, int header) {
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.RANDOM_SEED, 1);
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(header, PADDING, PADDING, PADDING));
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, (double) GAP);
        graph.setProperty(CoreOptions.SPACING_EDGE_NODE, 10.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 44.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
    }

    private static Box box(ElkNode node, double x, double y) {
        return new Box(
                rounded(x + node.getX()),
                rounded(y + node.getY()),
                rounded(node.getWidth()),
                rounded(node.getHeight()));
    }

    /** Its places are relative to the node that contains it. */
    private static Line line(Arrow arrow, ElkEdge edge) {
        double x = 0;
        double y = 0;
        for (ElkNode around = edge.getContainingNode(); around.getParent() != null; around = around.getParent()) {
            x += around.getX();
            y += around.getY();
        }
        ElkEdgeSection section = edge.getSections().getFirst();
        var points = new ArrayList<Point>();
        points.add(new Point(rounded(x + section.getStartX()), rounded(y + section.getStartY())));
        double left = x;
        double top = y;
        section.getBendPoints()
                .forEach(bend -> points.add(new Point(rounded(left + bend.getX()), rounded(top + bend.getY()))));
        points.add(new Point(rounded(x + section.getEndX()), rounded(y + section.getEndY())));
        ElkLabel label = edge.getLabels().getFirst();
        return new Line(
                arrow,
                points,
                Optional.of(new Box(
                        rounded(x + label.getX()),
                        rounded(y + label.getY()),
                        rounded(label.getWidth()),
                        rounded(label.getHeight()))));
    }

    /** One box below the other, nodes in rows. */
    private Places plain(Map<String, List<Node>> groups) {
        int y = 0;
        for (Map.Entry<String, List<Node>> group : groups.entrySet()) {
            int number = 0;
            for (Node node : group.getValue()) {
                int column = number % PER_ROW;
                int row = number / PER_ROW;
                nodeBoxes.put(
                        node.id(),
                        new Box(
                                PADDING + column * (NODE_WIDTH + GAP),
                                y + HEADER + row * (NODE_HEIGHT + GAP),
                                NODE_WIDTH,
                                NODE_HEIGHT));
                number++;
            }
            int rows = (number + PER_ROW - 1) / PER_ROW;
            int height = HEADER + rows * (NODE_HEIGHT + GAP);
            groupBoxes.put(group.getKey(), new Box(0, y, PER_ROW * (NODE_WIDTH + GAP) + PADDING, height));
            y += height + GAP;
        }
        return new Places(PER_ROW * (NODE_WIDTH + GAP) + PADDING, y, groupBoxes, nodeBoxes, List.of(), true);
    }

    private static int rounded(double length) {
        return (int) Math.round(length);
    }
}
