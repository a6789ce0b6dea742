package dev.bartizan.diagram;

import dev.bartizan.diagram.MapLayout.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What moves between trust zones, to be seen from the last row: zones on an ellipse, an arrow for each direction, thicker where more moves. The same flows give
 * the same bytes; the picture stands alone.
 */
public final class FlowPicture {
    /** More boxes on the ellipse would touch. */
    private static final int MOST_ZONES = 18;

    private static final int WIDTH = 1240;
    private static final int HEIGHT = 680;
    private static final int BOX_WIDTH = 178;
    private static final int BOX_HEIGHT = 58;
    private static final double NAME_SIZE = 19;
    private static final double NOTE_SIZE = 13;
    private static final double PULL = 0.42;
    private static final double ASIDE = 16;
    private static final String STYLE = """
            .flow{fill:none;stroke:var(--wire);opacity:.8} .threatened{fill:none;stroke:var(--high)} .trust{fill:var(--surface);stroke:var(--muted);stroke-width:1.6}
            .called{font-size:19px;font-weight:600;text-anchor:middle} .holds{font-size:13px;text-anchor:middle;fill:var(--muted)} .key{font-size:14px;fill:var(--muted)}
            .thin{stroke-width:1.3} .middling{stroke-width:2.4} .thick{stroke-width:4}
            """;

    private final List<Zone> zones;
    private final List<Flow> flows;
    private final int omitted;
    private final Map<String, Point> centres = new HashMap<>();
    private final Markup markup = new Markup();

    /**
     * A trust zone.
     *
     * @param note below the name
     */
    public record Zone(String name, String note) {}

    /**
     * What moves from one zone to another.
     *
     * @param count of links
     * @param isThreatened whether a threat is real at this boundary
     */
    public record Flow(String from, String to, int count, boolean isThreatened) {}

    private FlowPicture(List<Zone> all, List<Flow> flows) {
        var busy = new HashMap<String, Integer>();
        flows.forEach(flow -> {
            busy.merge(flow.from(), flow.count(), Integer::sum);
            busy.merge(flow.to(), flow.count(), Integer::sum);
        });
        List<String> shown = all.stream()
                .sorted(Comparator.comparingInt((Zone zone) -> -busy.getOrDefault(zone.name(), 0))
                        .thenComparing(Zone::name))
                .limit(MOST_ZONES)
                .map(Zone::name)
                .toList();
        this.zones = all.stream().filter(zone -> shown.contains(zone.name())).toList();
        this.flows = flows.stream()
                .filter(flow -> shown.contains(flow.from()) && shown.contains(flow.to()))
                .toList();
        this.omitted = all.size() - zones.size();
    }

    /** @param zones in the order in which they stand around the ellipse */
    public static String svg(String title, List<Zone> zones, List<Flow> flows, Svg.Theme theme) {
        var picture = new FlowPicture(zones, flows);
        picture.draw(title, theme);
        return picture.markup.toString();
    }

    private void draw(String title, Svg.Theme theme) {
        for (int i = 0; i < zones.size(); i++) {
            double angle = 2 * Math.PI * i / zones.size() - Math.PI / 2;
            centres.put(
                    zones.get(i).name(),
                    new Point(
                            (int) Math.round(WIDTH / 2.0 + (WIDTH / 2.0 - BOX_WIDTH / 2.0 - 8) * Math.cos(angle)),
                            (int) Math.round((HEIGHT - 30) / 2.0
                                    + ((HEIGHT - 30) / 2.0 - BOX_HEIGHT / 2.0 - 6) * Math.sin(angle))));
        }
        markup.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%\" height=\"%\" viewBox=\"0 0 % %\" role=\"img\" aria-label=\"%\">",
                WIDTH, HEIGHT, WIDTH, HEIGHT, title);
        markup.add("<style>%</style>", SvgStyle.of(theme) + STYLE);
        markup.add(SvgStyle.DEFINITIONS);
        flows.stream().filter(flow -> !flow.isThreatened()).forEach(this::flow);
        flows.stream().filter(Flow::isThreatened).forEach(this::flow);
        zones.forEach(this::zone);
        var key = new ArrayList<String>();
        key.add("thicker: more links");
        if (flows.stream().anyMatch(Flow::isThreatened)) {
            key.add("orange: a threat is real at this boundary");
        }
        if (omitted > 0) {
            key.add(omitted + " zones through which less moves are left out");
        }
        markup.add("<text class=\"key\" x=\"8\" y=\"%\">%</text>", HEIGHT - 8, String.join("; ", key));
        markup.add("</svg>");
    }

    /** A curve that is drawn towards the middle, a little to the right of its way, so that there and back are two. */
    private void flow(Flow flow) {
        Point from = centres.getOrDefault(flow.from(), new Point(0, 0));
        Point to = centres.getOrDefault(flow.to(), new Point(0, 0));
        double middleX = (from.x() + to.x()) / 2.0;
        double middleY = (from.y() + to.y()) / 2.0;
        double length = Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()));
        double bendX = middleX + (WIDTH / 2.0 - middleX) * PULL - ASIDE * (to.y() - from.y()) / length;
        double bendY = middleY + ((HEIGHT - 30) / 2.0 - middleY) * PULL + ASIDE * (to.x() - from.x()) / length;
        Point start = border(from, bendX, bendY, 0);
        Point end = border(to, bendX, bendY, 5);
        String width = flow.count() > 7 ? "thick" : flow.count() > 2 ? "middling" : "thin";
        markup.add(
                "<path class=\"% %\" d=\"M% %Q% % % %\" marker-end=\"url(#arrow)\"/>",
                flow.isThreatened() ? "threatened" : "flow",
                width,
                start.x(),
                start.y(),
                Math.round(bendX),
                Math.round(bendY),
                end.x(),
                end.y());
    }

    private static Point border(Point centre, double towardsX, double towardsY, double away) {
        double right = towardsX - centre.x();
        double down = towardsY - centre.y();
        double part = Math.min(
                1,
                Math.min(
                        (BOX_WIDTH / 2.0 + away) / Math.max(1, Math.abs(right)),
                        (BOX_HEIGHT / 2.0 + away) / Math.max(1, Math.abs(down))));
        return new Point((int) Math.round(centre.x() + right * part), (int) Math.round(centre.y() + down * part));
    }

    private void zone(Zone zone) {
        Point centre = centres.getOrDefault(zone.name(), new Point(0, 0));
        markup.add(
                "<rect class=\"trust\" x=\"%\" y=\"%\" width=\"%\" height=\"%\" rx=\"7\"/>",
                centre.x() - BOX_WIDTH / 2, centre.y() - BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT);
        markup.add(
                "<text class=\"called\" x=\"%\" y=\"%\">%</text>",
                centre.x(), centre.y() - 1, Label.fit(zone.name(), NAME_SIZE, BOX_WIDTH - 16));
        markup.add(
                "<text class=\"holds\" x=\"%\" y=\"%\">%</text>",
                centre.x(), centre.y() + 18, Label.fit(zone.note(), NOTE_SIZE, BOX_WIDTH - 16));
    }
}
