package dev.bartizan.report.html;

import dev.bartizan.diagram.MapLayout;
import dev.bartizan.diagram.MapLayout.Box;
import dev.bartizan.diagram.MapLayout.Bundle;
import dev.bartizan.diagram.MapLayout.Edge;
import dev.bartizan.diagram.MapLayout.MapLink;
import dev.bartizan.diagram.MapLayout.Node;
import dev.bartizan.diagram.MapLayout.Point;
import dev.bartizan.diagram.MapLayout.Zone;
import dev.bartizan.diagram.Tally;
import dev.bartizan.snapshot.JsonOutput;
import java.util.List;
import java.util.Locale;

/** The map as the browser draws it: where everything stands was decided before. */
final class MapIsland {
    private static final int MAX_ZONE_NAME = 200;
    private static final int MAX_LINKS = 30_000;
    private static final int MAX_EDGES = 12_000;
    private static final int MAX_PARTS = 60;

    private final Texts texts;
    private int edges;

    MapIsland(Texts texts) {
        this.texts = texts;
    }

    /** One document; its size is bounded by the bounds of the layout. */
    byte[] of(MapLayout map) {
        return Island.json(json -> {
            json.object()
                    .number("width", map.width())
                    .number("height", map.height())
                    .number("nodeWidth", MapLayout.NODE_WIDTH)
                    .number("nodeHeight", MapLayout.NODE_HEIGHT)
                    .number("padding", MapLayout.ZONE_PADDING)
                    .number("header", MapLayout.ZONE_HEADER)
                    .inRows()
                    .array("lanes");
            map.lanes().forEach(lane -> {
                json.object()
                        .text("kind", lane.kind().name().toLowerCase(Locale.ROOT))
                        .text("title", lane.kind().title());
                box(json, "box", lane.box());
                json.end();
            });
            json.end().inRows().array("zones");
            map.zones().forEach(zone -> zone(json, zone));
            json.end().inRows().array("bundles");
            map.bundles().forEach(bundle -> bundle(json, bundle));
            json.end().array("links");
            map.links().stream().limit(MAX_LINKS).forEach(link -> link(json, link));
            json.end().end();
        });
    }

    private void zone(JsonOutput json, Zone zone) {
        json.object()
                .text("lane", zone.lane().name().toLowerCase(Locale.ROOT))
                .text("name", Texts.clip(zone.name(), MAX_ZONE_NAME));
        box(json, "box", zone.box());
        json.flag("open", zone.open())
                .number("assets", zone.assets())
                .number("width", zone.drawing().width())
                .number("height", zone.drawing().height());
        tally(json, zone.tally());
        json.array("nodes");
        zone.drawing().nodes().forEach(node -> node(json, node));
        json.end().array("edges");
        zone.drawing().edges().stream().limit(MAX_EDGES - edges).forEach(edge -> edge(json, edge));
        json.end().end();
    }

    /** {@code i, x, y, tally, parts}. */
    private void node(JsonOutput json, Node node) {
        json.object()
                .number("i", node.asset())
                .number("x", node.box().x())
                .number("y", node.box().y());
        tally(json, node.tally());
        json.array("parts");
        node.parts().stream().limit(MAX_PARTS).forEach(json::number);
        json.end().end();
    }

    private void edge(JsonOutput json, Edge edge) {
        edges++;
        json.object().number("from", edge.from()).number("to", edge.to());
        texts.list(json, "kinds", edge.kinds());
        points(json, edge.points());
        json.end();
    }

    private void bundle(JsonOutput json, Bundle bundle) {
        json.object().number("from", bundle.from()).number("to", bundle.to()).array("kinds");
        bundle.kinds()
                .forEach((kind, count) ->
                        json.array().number(texts.index(kind)).number(count).end());
        json.end();
        points(json, bundle.points());
        json.end();
    }

    private void link(JsonOutput json, MapLink link) {
        json.array()
                .number(link.from())
                .number(link.to())
                .number(texts.index(link.kind()))
                .end();
    }

    /** Critical, high, medium, low, info, undecided; absent when there is none. */
    private static void tally(JsonOutput json, Tally tally) {
        if (tally.equals(Tally.NONE)) {
            return;
        }
        json.array("tally")
                .number(tally.critical())
                .number(tally.high())
                .number(tally.medium())
                .number(tally.low())
                .number(tally.info())
                .number(tally.undecided())
                .end();
    }

    private static void box(JsonOutput json, String name, Box box) {
        json.array(name)
                .number(box.x())
                .number(box.y())
                .number(box.width())
                .number(box.height())
                .end();
    }

    private static void points(JsonOutput json, List<Point> points) {
        json.array("points");
        points.forEach(point -> json.number(point.x()).number(point.y()));
        json.end();
    }
}
