package dev.bartizan.diagram;

import static dev.bartizan.diagram.MapLayout.NODE_HEIGHT;
import static dev.bartizan.diagram.MapLayout.NODE_WIDTH;

import dev.bartizan.diagram.MapLayout.Box;
import dev.bartizan.diagram.MapLayout.Edge;
import dev.bartizan.diagram.MapLayout.Point;
import dev.bartizan.diagram.ZoneDrawing.Places;
import dev.bartizan.diagram.ZoneDrawing.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.WrappingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Lays out linked nodes from left to right with ELK's layered algorithm, always the same way. */
final class LayeredLayout {
    private static final double LAYER_GAP = 40;
    private static final double ASPECT_RATIO = 1.6;
    private static final int RIBBON_WIDTH = 1_400;
    private static final double RIBBON_RATIO = 3.5;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private LayeredLayout() {}

    /**
     * @param nodes dense indexes of assets, in reading order
     * @return empty when ELK failed: it throws on some graphs, and a map with a plain grid is better than none
     */
    static Optional<Places> of(List<Integer> nodes, List<Wire> wires) {
        try {
            Places places = layout(nodes, wires, WrappingStrategy.OFF);
            // A chain of thirty steps becomes a block, as a paragraph does, not a ribbon.
            boolean ribbon = places.width() > RIBBON_WIDTH && places.width() > RIBBON_RATIO * places.height();
            return Optional.of(ribbon ? layout(nodes, wires, WrappingStrategy.MULTI_EDGE) : places);
        } catch (RuntimeException | StackOverflowError failure) {
            return Optional.empty();
        }
    }

    private static Places layout(List<Integer> nodes, List<Wire> wires, WrappingStrategy wrapping) {
        ElkNode graph = graph(wrapping);
        var byAsset = new TreeMap<Integer, ElkNode>();
        for (int asset : nodes) {
            ElkNode node = ElkGraphUtil.createNode(graph);
            node.setDimensions(NODE_WIDTH, NODE_HEIGHT);
            byAsset.put(asset, node);
        }
        List<ElkEdge> lines = wires.stream()
                .map(wire -> ElkGraphUtil.createSimpleEdge(byAsset.get(wire.from()), byAsset.get(wire.to())))
                .toList();
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());

        var boxes = new TreeMap<Integer, Box>();
        byAsset.forEach((asset, node) ->
                boxes.put(asset, new Box(rounded(node.getX()), rounded(node.getY()), NODE_WIDTH, NODE_HEIGHT)));
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < wires.size(); i++) {
            Wire wire = wires.get(i);
            edges.add(new Edge(wire.from(), wire.to(), wire.kinds(), points(lines.get(i))));
        }
        return new Places(boxes, edges);
    }

    private static ElkNode graph(WrappingStrategy wrapping) {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.RANDOM_SEED, 1);
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(CoreOptions.ASPECT_RATIO, ASPECT_RATIO);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(0));
        graph.setProperty(CoreOptions.SPACING_NODE_NODE, (double) ZoneDrawing.GAP);
        graph.setProperty(CoreOptions.SPACING_COMPONENT_COMPONENT, 2.0 * ZoneDrawing.GAP);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, LAYER_GAP);
        graph.setProperty(LayeredOptions.WRAPPING_STRATEGY, wrapping);
        return graph;
    }

    private static List<Point> points(ElkEdge edge) {
        ElkEdgeSection section = edge.getSections().getFirst();
        var points = new ArrayList<Point>();
        points.add(new Point(rounded(section.getStartX()), rounded(section.getStartY())));
        section.getBendPoints().forEach(bend -> points.add(new Point(rounded(bend.getX()), rounded(bend.getY()))));
        points.add(new Point(rounded(section.getEndX()), rounded(section.getEndY())));
        return points;
    }

    private static int rounded(double length) {
        return (int) Math.round(length);
    }
}
