package dev.bartizan.diagram;

import dev.bartizan.diagram.MapLayout.Box;
import java.util.List;

/**
 * A way of an attacker as a picture: what he holds as boxes, what he does as arrows between them with the technique, in rows that read like text. The same way
 * gives the same bytes; the picture stands alone.
 */
public final class ChainPicture {
    private static final int NODE_WIDTH = 214;
    private static final int NODE_HEIGHT = 66;
    private static final int GAP = 112;
    private static final int ROW_GAP = 62;
    private static final int MARGIN = 6;
    private static final int MOST_IN_ROW = 4;
    private static final double LABEL_SIZE = 15;
    private static final double NOTE_SIZE = 12;
    private static final String STYLE = """
            .stop{fill:var(--surface);stroke:var(--line);stroke-width:1.4} .start{fill:var(--paper);stroke:var(--muted);stroke-width:1.4;stroke-dasharray:6 4}
            .goal{fill:var(--surface);stroke:var(--high);stroke-width:3} .held{font-size:15px;font-weight:600} .told{font-size:12px;fill:var(--muted)}
            .act{fill:none;stroke:var(--high);stroke-width:2.2} .cut{fill:none;stroke:var(--good);stroke-width:3.4}
            .technique{font-size:12px;text-anchor:middle;fill:var(--ink)} .fixed{font-size:12px;font-weight:600;text-anchor:middle;fill:var(--good)}
            """;

    private final List<Stop> stops;
    private final Markup markup = new Markup();

    /** What a box stands for. */
    public enum Kind {
        START,
        HELD,
        GOAL
    }

    /**
     * A box of the chain, and how the attacker gets there.
     *
     * @param note below the label, smaller; may be empty
     * @param technique of the step that leads here; empty at the start
     * @param isCut whether one of the chosen fixes makes that step impossible
     */
    public record Stop(Kind kind, String label, String note, String technique, boolean isCut) {}

    private ChainPicture(List<Stop> stops) {
        this.stops = List.copyOf(stops);
    }

    /** @param stops at least one, the start first */
    public static String svg(String title, List<Stop> stops, Svg.Theme theme) {
        var picture = new ChainPicture(stops);
        picture.draw(title, theme);
        return picture.markup.toString();
    }

    private void draw(String title, Svg.Theme theme) {
        int columns = Math.min(MOST_IN_ROW, stops.size());
        int rows = (stops.size() + MOST_IN_ROW - 1) / MOST_IN_ROW;
        int width = 2 * MARGIN + columns * NODE_WIDTH + (columns - 1) * GAP;
        int height = 2 * MARGIN + rows * NODE_HEIGHT + (rows - 1) * ROW_GAP;
        markup.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%\" height=\"%\" viewBox=\"0 0 % %\" role=\"img\" aria-label=\"%\">",
                width, height, width, height, title);
        markup.add("<style>%</style>", SvgStyle.of(theme) + STYLE);
        markup.add(SvgStyle.DEFINITIONS);
        for (int i = 1; i < stops.size(); i++) {
            act(stops.get(i), box(i - 1), box(i));
        }
        for (int i = 0; i < stops.size(); i++) {
            stop(stops.get(i), box(i));
        }
        markup.add("</svg>");
    }

    private static Box box(int index) {
        int column = index % MOST_IN_ROW;
        int row = index / MOST_IN_ROW;
        return new Box(
                MARGIN + column * (NODE_WIDTH + GAP), MARGIN + row * (NODE_HEIGHT + ROW_GAP), NODE_WIDTH, NODE_HEIGHT);
    }

    private void act(Stop to, Box before, Box after) {
        if (before.y() == after.y()) {
            int y = before.centre().y();
            line(List.of(before.right(), y, after.x() - 3, y));
            words(to, (before.right() + after.x()) / 2, y);
            return;
        }
        int between = before.bottom() + ROW_GAP / 2;
        int from = before.centre().x();
        int at = after.centre().x();
        line(List.of(from, before.bottom(), from, between, at, between, at, after.y() - 3));
        words(to, (from + at) / 2, between);
    }

    private void line(List<Integer> points) {
        var path = new StringBuilder();
        for (int i = 0; i < points.size(); i += 2) {
            path.append(i == 0 ? "M" : "L").append(points.get(i)).append(' ').append(points.get(i + 1));
        }
        markup.add("<path class=\"act\" d=\"%\" marker-end=\"url(#arrow)\"/>", path);
    }

    private void words(Stop to, int x, int y) {
        markup.add(
                "<text class=\"technique\" x=\"%\" y=\"%\">%</text>",
                x, y - 14, Label.fit(to.technique(), NOTE_SIZE, GAP));
        if (to.isCut()) {
            markup.add(
                    "<path class=\"cut\" d=\"M% %L% %M% %L% %\"/>",
                    x - 9, y + 8, x - 1, y - 8, x + 1, y + 8, x + 9, y - 8);
            markup.add("<text class=\"fixed\" x=\"%\" y=\"%\">cut here</text>", x, y + 23);
        }
    }

    private void stop(Stop stop, Box box) {
        String style = switch (stop.kind()) {
            case START -> "start";
            case HELD -> "stop";
            case GOAL -> "goal";
        };
        markup.add(
                "<rect class=\"%\" x=\"%\" y=\"%\" width=\"%\" height=\"%\" rx=\"6\"/>",
                style, box.x(), box.y(), box.width(), box.height());
        int y = box.y() + (stop.note().isEmpty() ? 39 : 29);
        markup.add(
                "<text class=\"held\" x=\"%\" y=\"%\">%</text>",
                box.x() + 12, y, Label.fit(stop.label(), LABEL_SIZE, box.width() - 24));
        if (!stop.note().isEmpty()) {
            markup.add(
                    "<text class=\"told\" x=\"%\" y=\"%\">%</text>",
                    box.x() + 12, y + 20, Label.fit(stop.note(), NOTE_SIZE, box.width() - 24));
        }
    }
}
