package dev.bartizan.exchange.dragon;

import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.Shape;
import dev.bartizan.exchange.model.ThreatModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lays assets out in boxes, one for each zone, so that everybody sees them and each is in the box of its zone: a start for those who draw it well. */
final class BoxLayout {
    private static final double WIDTH = 160;
    private static final double HEIGHT = 80;
    private static final double GAP = 60;
    private static final int DEEPEST = 16;
    /** Boxes side by side before a new row begins. */
    private static final double WIDEST = 4000;

    private final Map<Optional<Ref>, List<Part>> assets;
    private final Map<Optional<Ref>, List<Part>> zones;
    private final List<Shape> shapes = new ArrayList<>();

    /** How much room something takes. */
    private record Room(double width, double height) {}

    private BoxLayout(ThreatModel model, List<Part> zones, List<Part> assets) {
        Set<Ref> known = zones.stream().map(Part::ref).collect(Collectors.toCollection(HashSet::new));
        this.assets = by(assets, part -> model.zoneOf(part).map(Part::ref).filter(known::contains));
        this.zones = by(
                zones,
                part -> part.ref(Field.PARENT)
                        .filter(parent ->
                                parent.kind() == Kind.ZONE && known.contains(parent) && !parent.equals(part.ref())));
    }

    static List<Shape> of(ThreatModel model, List<Part> zones, List<Part> assets) {
        var layout = new BoxLayout(model, zones, assets);
        layout.inside(Optional.empty(), GAP, GAP, 0);
        return layout.shapes;
    }

    private interface Group {
        Optional<Ref> of(Part part);
    }

    private static Map<Optional<Ref>, List<Part>> by(List<Part> parts, Group group) {
        var groups = new LinkedHashMap<Optional<Ref>, List<Part>>();
        parts.forEach(part ->
                groups.computeIfAbsent(group.of(part), _ -> new ArrayList<>()).add(part));
        return groups;
    }

    /** Everything in a zone, from this corner on: its assets as a grid, below them its zones in rows. */
    private Room inside(Optional<Ref> zone, double x, double y, int depth) {
        List<Part> here = assets.getOrDefault(zone, List.of());
        int columns = Math.max(1, (int) Math.ceil(Math.sqrt(here.size())));
        for (int i = 0; i < here.size(); i++) {
            int column = i % columns;
            int row = i / columns;
            shapes.add(
                    new Shape(here.get(i).ref(), x + column * (WIDTH + GAP), y + row * (HEIGHT + GAP), WIDTH, HEIGHT));
        }
        int rows = (here.size() + columns - 1) / columns;
        double width = here.isEmpty() ? 0 : Math.min(columns, here.size()) * (WIDTH + GAP);
        Room below = depth < DEEPEST
                ? boxes(zones.getOrDefault(zone, List.of()), x, y + rows * (HEIGHT + GAP), depth)
                : new Room(0, 0);
        return new Room(Math.max(width, below.width()), rows * (HEIGHT + GAP) + below.height());
    }

    private Room boxes(List<Part> inner, double x, double y, int depth) {
        double left = x;
        double top = y;
        double rowHeight = 0;
        double width = 0;
        for (Part zone : inner) {
            if (left > x + WIDEST) {
                left = x;
                top += rowHeight + GAP;
                rowHeight = 0;
            }
            int at = shapes.size();
            Room room = inside(Optional.of(zone.ref()), left + GAP, top + GAP, depth + 1);
            // An empty zone is drawn as well, wide enough to be seen; the gap after the last of a row is its margin.
            var box = new Shape(
                    zone.ref(),
                    left,
                    top,
                    Math.max(room.width(), WIDTH + GAP) + GAP,
                    Math.max(room.height(), HEIGHT) + GAP);
            shapes.add(at, box);
            left += box.width() + GAP;
            rowHeight = Math.max(rowHeight, box.height());
            width = Math.max(width, left - x);
        }
        return new Room(width, inner.isEmpty() ? 0 : top - y + rowHeight + GAP);
    }
}
