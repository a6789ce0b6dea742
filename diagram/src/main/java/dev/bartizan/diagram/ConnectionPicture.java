package dev.bartizan.diagram;

import dev.bartizan.diagram.CompoundLayout.Line;
import dev.bartizan.diagram.CompoundLayout.Places;
import dev.bartizan.diagram.MapLayout.Box;
import dev.bartizan.diagram.MapLayout.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture of who may connect to whom: groups as boxes, nodes in them, arrows with words. What would be drawn from or to every node of a group is drawn once from
 * or to the group. The same input gives the same bytes; the picture stands alone.
 */
public final class ConnectionPicture {
    /** More cannot be followed with the eye: then there is one for each pair of boxes. */
    private static final int MOST_ARROWS = 80;

    /** Of these, more is no picture any more; what is left out is said in it. */
    private static final int MOST_BETWEEN_GROUPS = 200;

    private static final int MARGIN = 24;
    private static final int HEAD = 46;
    static final double LABEL_SIZE = 10.5;
    static final int LABEL_HEIGHT = 15;
    private static final int LABEL_WIDTH = 170;

    private final String title;
    private final List<Node> nodes;
    private final boolean isOverview;
    private final GroupedArrows grouped;
    private final List<Arrow> drawn;
    private final Markup markup = new Markup();

    /**
     * Something that takes part in connections.
     *
     * @param id which no other node has
     * @param group the box that it is drawn in
     * @param label for a reader
     * @param note below the label, smaller; may be empty
     */
    public record Node(String id, String group, String label, String note) {}

    /**
     * Connections from one node to another.
     *
     * @param label ports, in words
     * @param isUncertain drawn with dashes
     */
    public record Arrow(String from, String to, String label, boolean isUncertain) {}

    private ConnectionPicture(String title, List<Node> nodes, List<Arrow> arrows) {
        this.title = title;
        this.nodes = List.copyOf(nodes);
        GroupedArrows each = GroupedArrows.of(nodes, arrows);
        this.isOverview = each.arrows().size() > MOST_ARROWS;
        this.grouped = isOverview ? GroupedArrows.overview(nodes, arrows) : each;
        this.drawn = grouped.arrows().stream().limit(MOST_BETWEEN_GROUPS).toList();
    }

    /** @param arrows between these nodes; at most one from each to each */
    public static String svg(String title, List<Node> nodes, List<Arrow> arrows, Svg.Theme theme) {
        var picture = new ConnectionPicture(title, nodes, arrows);
        picture.draw(theme);
        return picture.markup.toString();
    }

    private void draw(Svg.Theme theme) {
        Map<String, List<Node>> groups = new LinkedHashMap<>();
        nodes.stream()
                .sorted(Comparator.comparing(Node::group)
                        .thenComparing(Node::label)
                        .thenComparing(Node::id))
                .forEach(node -> groups.computeIfAbsent(node.group(), key -> new ArrayList<>())
                        .add(node));
        Places places = CompoundLayout.of(groups, drawn);
        int width = Math.max(places.width() + 2 * MARGIN, 420);
        int height = places.height() + HEAD + MARGIN;
        markup.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%\" height=\"%\" viewBox=\"0 0 % %\" role=\"img\" aria-label=\"%\">",
                width, height, width, height, title);
        markup.add("<style>%</style>", SvgStyle.of(theme) + ".tag{fill:var(--paper);fill-opacity:.92}");
        markup.add(SvgStyle.DEFINITIONS);
        markup.add("<rect class=\"paper\" width=\"%\" height=\"%\"/>", width, height);
        markup.add(
                "<text class=\"zone-name\" x=\"%\" y=\"22\">%</text>",
                MARGIN, Label.fit(title, 12.5, width - 2 * MARGIN));
        markup.add(
                "<text class=\"note\" x=\"%\" y=\"37\">%</text>",
                MARGIN, Label.fit(legend(places), LABEL_SIZE, width - 2 * MARGIN));
        markup.add("<g transform=\"translate(% %)\">", MARGIN, HEAD);
        groups.keySet().forEach(group -> places.group(group).ifPresent(box -> group(group, box)));
        places.lines().forEach(this::line);
        nodes.forEach(node -> places.node(node.id()).ifPresent(box -> node(node, box)));
        places.lines().forEach(this::tag);
        markup.add("</g>").add("</svg>");
    }

    private String legend(Places places) {
        int left = grouped.arrows().size() - drawn.size();
        return (isOverview
                        ? "too many arrows to follow: one from each box to each other, with how many pairs it stands for; ask for less to see them"
                        : "an arrow at a box is for everything in it; dashes hang on an assumption")
                + (left > 0 ? "; " + left + " arrows are left out: ask for less" : "")
                + (places.isPlain() ? "; drawn without arrows, for no layout was found" : "");
    }

    private void group(String name, Box box) {
        rectangle("zone", box, 8);
        int room = box.width() - 2 * CompoundLayout.PADDING;
        markup.add(
                "<text class=\"zone-name\" x=\"%\" y=\"%\">%</text>",
                box.x() + CompoundLayout.PADDING, box.y() + 19, Label.fit(name, 12.5, room));
        grouped.heading(name)
                .ifPresent(inside -> markup.add(
                        "<text class=\"note\" x=\"%\" y=\"%\">%</text>",
                        box.x() + CompoundLayout.PADDING,
                        box.y() + 34,
                        Label.fit("each other: " + inside, LABEL_SIZE, room)));
    }

    private void node(Node node, Box box) {
        rectangle("node", box, 5);
        int y = box.y() + (node.note().isEmpty() ? 24 : 17);
        markup.add(
                "<text class=\"name\" x=\"%\" y=\"%\">%</text>",
                box.x() + 10, y, Label.fit(node.label(), 11.5, box.width() - 20));
        if (!node.note().isEmpty()) {
            markup.add(
                    "<text class=\"note\" x=\"%\" y=\"%\">%</text>",
                    box.x() + 10, y + 15, Label.fit(node.note(), LABEL_SIZE, box.width() - 20));
        }
    }

    private void rectangle(String style, Box box, int radius) {
        markup.add(
                "<rect class=\"%\" x=\"%\" y=\"%\" width=\"%\" height=\"%\" rx=\"%\"/>",
                style, box.x(), box.y(), box.width(), box.height(), radius);
    }

    private void line(Line line) {
        var path = new StringBuilder();
        for (Point point : line.points()) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(point.x())
                    .append(' ')
                    .append(point.y());
        }
        markup.add(
                line.arrow().isUncertain()
                        ? "<path class=\"edge\" stroke-dasharray=\"4 3\" d=\"%\" marker-end=\"url(#arrow)\"/>"
                        : "<path class=\"edge\" d=\"%\" marker-end=\"url(#arrow)\"/>",
                path);
    }

    private void tag(Line line) {
        line.label().ifPresent(box -> {
            rectangle("tag", box, 3);
            markup.add("<text class=\"note\" x=\"%\" y=\"%\">%</text>", box.x() + 3, box.y() + 11, label(line.arrow()));
        });
    }

    /** What stands beside an arrow. */
    static String label(Arrow arrow) {
        return Label.fit(arrow.label(), LABEL_SIZE, LABEL_WIDTH);
    }
}
