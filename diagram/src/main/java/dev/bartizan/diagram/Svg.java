package dev.bartizan.diagram;

import static dev.bartizan.diagram.MapLayout.NODE_HEIGHT;
import static dev.bartizan.diagram.MapLayout.NODE_WIDTH;
import static dev.bartizan.diagram.MapLayout.ZONE_HEADER;
import static dev.bartizan.diagram.MapLayout.ZONE_PADDING;

import dev.bartizan.diagram.MapLayout.Box;
import dev.bartizan.diagram.MapLayout.Bundle;
import dev.bartizan.diagram.MapLayout.Edge;
import dev.bartizan.diagram.MapLayout.Lane;
import dev.bartizan.diagram.MapLayout.LaneKind;
import dev.bartizan.diagram.MapLayout.Node;
import dev.bartizan.diagram.MapLayout.Point;
import dev.bartizan.diagram.MapLayout.Zone;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws a laid out map as a picture that stands alone: no script, no link, no font of its own. */
public final class Svg {
    /** Which colours a picture has. */
    public enum Theme {
        LIGHT,
        DARK,
        /** As the reader's system prefers. */
        AUTO
    }

    private static final int BEND_RADIUS = 6;

    private final Platform platform;
    private final Markup markup = new Markup();

    private Svg(Platform platform) {
        this.platform = platform;
    }

    /** @param platform the one the map was made of */
    public static String of(MapLayout map, Platform platform, Theme theme) {
        var svg = new Svg(platform);
        svg.draw(map, theme);
        return svg.markup.toString();
    }

    private void draw(MapLayout map, Theme theme) {
        markup.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%\" height=\"%\" viewBox=\"0 0 % %\" role=\"img\" aria-label=\"%\">",
                map.width(), map.height(), map.width(), map.height(), "Map of the platform " + platform.name());
        markup.add("<style>%</style>", SvgStyle.of(theme));
        markup.add(SvgStyle.DEFINITIONS);
        markup.add("<rect class=\"paper\" width=\"%\" height=\"%\"/>", map.width(), map.height());
        map.lanes().forEach(this::lane);
        map.bundles().forEach(this::bundle);
        map.zones().forEach(this::zone);
        markup.add("</svg>");
    }

    private void lane(Lane lane) {
        Box box = lane.box();
        rectangle("lane " + lane.kind().name().toLowerCase(Locale.ROOT), box, 8);
        int x = box.x() + Shelves.LANE_TITLE / 2 + 4;
        int y = box.centre().y();
        markup.add(
                "<text class=\"lane-title\" transform=\"translate(% %) rotate(-90)\">%</text>",
                x, y, lane.kind().title());
    }

    private void bundle(Bundle bundle) {
        markup.add("<path class=\"bundle\" d=\"%\" marker-end=\"url(#arrow)\"/>", path(bundle.points()));
    }

    private void zone(Zone zone) {
        Box box = zone.box();
        rectangle("zone", box, 6);
        int room = box.width() - 2 * ZONE_PADDING - 24;
        if (!zone.open()) {
            closed(zone, box, room);
            return;
        }
        text("zone-name", box.x() + ZONE_PADDING, box.y() + 21, Label.fit(zoneName(zone), 12.5, room));
        chip(box.right() - ZONE_PADDING - 20, box.y() + 8, zone.tally());
        markup.add("<g transform=\"translate(% %)\">", box.x() + ZONE_PADDING, box.y() + ZONE_HEADER);
        zone.drawing().edges().forEach(this::edge);
        zone.drawing().nodes().forEach(this::node);
        markup.add("</g>");
    }

    /** There is room for letters that are read from afar. */
    private void closed(Zone zone, Box box, int room) {
        text("zone-far", box.x() + ZONE_PADDING, box.y() + 33, Label.fit(zoneName(zone), 23, room));
        chip(box.right() - ZONE_PADDING - 20, box.y() + 15, zone.tally());
        text(
                "note-far",
                box.x() + ZONE_PADDING,
                box.y() + 58,
                Label.fit(
                        count(zone.assets(), "asset") + ", "
                                + count(zone.tally().confirmed(), "finding"),
                        15,
                        box.width() - 2 * ZONE_PADDING));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String zoneName(Zone zone) {
        if (!zone.name().equals("-")) {
            return zone.name();
        }
        return zone.lane() == LaneKind.OUTSIDE ? "external parties" : "cluster-wide";
    }

    private void edge(Edge edge) {
        markup.add("<path class=\"edge\" d=\"%\" marker-end=\"url(#arrow)\"/>", path(edge.points()));
    }

    private void node(Node node) {
        Asset asset = platform.asset(node.asset());
        Box box = node.box();
        String role = asset.classification().role();
        rectangle("node", box, 4);
        node.tally()
                .worst()
                .ifPresent(worst -> markup.add(
                        "<rect class=\"fill-%\" x=\"%\" y=\"%\" width=\"4\" height=\"%\" rx=\"2\"/>",
                        worst.word(), box.x(), box.y(), NODE_HEIGHT));
        markup.add(
                "<use class=\"glyph\" href=\"#%\" x=\"%\" y=\"%\"/>",
                asset.classification().layer().map(Layer::word).orElse("unknown"), box.x() + 11, box.y() + 8);
        text("name", box.x() + 32, box.y() + 19, Label.fit(asset.name(), 11.5, NODE_WIDTH - 76));
        text(
                "note",
                box.x() + 32,
                box.y() + 34,
                Label.fit(role.equals("unknown") ? asset.kind() : role.replace('-', ' '), 10.5, NODE_WIDTH - 44));
        chip(box.right() - 28, box.y() + 8, node.tally());
    }

    private void chip(int x, int y, Tally tally) {
        Optional<Severity> worst = tally.worst();
        if (worst.isEmpty() && tally.undecided() == 0) {
            return;
        }
        String letter = worst.map(severity -> severity.name().substring(0, 1)).orElse("?");
        String fill = worst.map(Severity::word).orElse("undecided");
        markup.add("<rect class=\"chip fill-%\" x=\"%\" y=\"%\" width=\"20\" height=\"16\" rx=\"3\"/>", fill, x, y);
        text("letter on-" + fill, x + 10, y + 12, letter);
    }

    private void rectangle(String styleClass, Box box, int radius) {
        markup.add(
                "<rect class=\"%\" x=\"%\" y=\"%\" width=\"%\" height=\"%\" rx=\"%\"/>",
                styleClass, box.x(), box.y(), box.width(), box.height(), radius);
    }

    private void text(String styleClass, int x, int y, String text) {
        markup.add("<text class=\"%\" x=\"%\" y=\"%\">%</text>", styleClass, x, y, text);
    }

    /** A line through the points, its bends rounded. */
    private static String path(List<Point> points) {
        var path = new StringBuilder("M").append(at(points.getFirst()));
        for (int i = 1; i < points.size() - 1; i++) {
            Point bend = points.get(i);
            path.append('L').append(at(towards(bend, points.get(i - 1))));
            path.append('Q').append(at(bend)).append(' ').append(at(towards(bend, points.get(i + 1))));
        }
        return path.append('L').append(at(points.getLast())).toString();
    }

    private static Point towards(Point bend, Point other) {
        double distance = Math.hypot(other.x() - bend.x(), other.y() - bend.y());
        double part = distance == 0 ? 0 : Math.min(BEND_RADIUS, distance / 2) / distance;
        return new Point((int) Math.round(bend.x() + (other.x() - bend.x()) * part), (int)
                Math.round(bend.y() + (other.y() - bend.y()) * part));
    }

    private static String at(Point point) {
        return point.x() + " " + point.y();
    }
}
