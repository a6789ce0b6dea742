package dev.bartizan.diagram;

import dev.bartizan.diagram.MapLayout.Box;
import dev.bartizan.diagram.MapLayout.Point;
import dev.bartizan.diagram.Shelves.Column;
import dev.bartizan.diagram.Shelves.Packed;
import dev.bartizan.diagram.Shelves.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Routes the bundled links between zones through the room that {@link Shelves} left: along the gutters between shelves and through the gaps
 * between columns, so that no line crosses a box. Lines that share a gutter or a gap run side by side as far as there is room.
 */
final class Gutters {
    private static final int TRACK = 4;
    private static final int TRACKS = 9;
    private static final int PORT = 10;
    /** Two neighbours are joined by a straight line when they share at least this much of a side. */
    private static final int SHARED_SIDE = 20;

    private final Packed packed;
    private final SortedMap<Integer, Slot> slots = new TreeMap<>();
    private final SortedMap<String, Integer> users = new TreeMap<>();

    /** Where a zone stands: shelf, column, place in the column. */
    private record Slot(int shelf, int column, boolean first, boolean last) {}

    Gutters(Packed packed) {
        this.packed = packed;
        for (int s = 0; s < packed.shelves().size(); s++) {
            List<Column> columns = packed.shelves().get(s).columns();
            for (int c = 0; c < columns.size(); c++) {
                List<Integer> zones = columns.get(c).zones();
                for (int z = 0; z < zones.size(); z++) {
                    slots.put(zones.get(z), new Slot(s, c, z == 0, z == zones.size() - 1));
                }
            }
        }
    }

    /** The bends of a line between two different zones, both ends included. */
    List<Point> route(int from, int to) {
        Slot start = slot(from);
        Slot end = slot(to);
        if (start.shelf() == end.shelf()) {
            return alongShelf(from, to);
        }
        if (start.shelf() > end.shelf()) {
            return acrossShelves(to, from).reversed();
        }
        return acrossShelves(from, to);
    }

    private List<Point> alongShelf(int from, int to) {
        Box one = box(from);
        Box other = box(to);
        int distance = Math.abs(slot(from).column() - slot(to).column());
        int top = Math.max(one.y(), other.y());
        int bottom = Math.min(one.bottom(), other.bottom());
        if (distance == 1 && bottom - top >= SHARED_SIDE) {
            int y = (top + bottom) / 2 + lane("side" + slot(from) + slot(to).column(), TRACK * 2);
            return one.x() < other.x()
                    ? List.of(new Point(one.right(), y), new Point(other.x(), y))
                    : List.of(new Point(one.x(), y), new Point(other.right(), y));
        }
        int gutter = slot(from).shelf();
        int y = gutterY(gutter);
        var points = new ArrayList<>(exit(from, y, true));
        points.addAll(exit(to, y, true).reversed());
        return tidy(points);
    }

    /** From an upper to a lower shelf. */
    private List<Point> acrossShelves(int upper, int lower) {
        int first = slot(upper).shelf() + 1;
        int last = slot(lower).shelf();
        int y = gutterY(first);
        var points = new ArrayList<>(exit(upper, y, false));
        int target = box(lower).centre().x();
        for (int shelf = first; shelf < last; shelf++) {
            int x = gapNearest(shelf, target);
            points.add(new Point(x, y));
            y = gutterY(shelf + 1);
            points.add(new Point(x, y));
        }
        points.addAll(exit(lower, y, true).reversed());
        return tidy(points);
    }

    /** From a box to a gutter above or below its shelf: straight when nothing of its column is between, else around through the gap. */
    private List<Point> exit(int zone, int gutterY, boolean upwards) {
        Box box = box(zone);
        Slot slot = slot(zone);
        if (upwards ? slot.first() : slot.last()) {
            int x = box.centre().x()
                    + lane((upwards ? "top" : "bottom") + zone, Math.min(PORT, box.width() / TRACKS / 2));
            return List.of(new Point(x, upwards ? box.y() : box.bottom()), new Point(x, gutterY));
        }
        Column column = packed.shelves().get(slot.shelf()).columns().get(slot.column());
        int x = gapX(slot.shelf(), column.right());
        int y = box.centre().y() + lane("right" + zone, TRACK);
        return List.of(new Point(box.right(), y), new Point(x, y), new Point(x, gutterY));
    }

    /** The middle line of the room above a shelf, or below the last one, on the next free track. */
    private int gutterY(int gutter) {
        List<Shelf> shelves = packed.shelves();
        int middle;
        if (gutter == 0) {
            middle = shelves.getFirst().top() - Shelves.SHELF_GAP / 2;
        } else if (gutter == shelves.size()) {
            middle = shelves.getLast().bottom() + Shelves.SHELF_GAP / 2;
        } else {
            middle = (shelves.get(gutter - 1).bottom() + shelves.get(gutter).top()) / 2;
        }
        return middle + lane("gutter" + gutter, TRACK);
    }

    /** A gap of the shelf close to x, on its next free track. */
    private int gapNearest(int shelf, int x) {
        List<Column> columns = packed.shelves().get(shelf).columns();
        int best = columns.getFirst().x() - Shelves.COLUMN_GAP;
        for (Column column : columns) {
            if (Math.abs(column.right() + Shelves.COLUMN_GAP / 2 - x) < Math.abs(best + Shelves.COLUMN_GAP / 2 - x)) {
                best = column.right();
            }
        }
        if (x > columns.getLast().right() + Shelves.COLUMN_GAP) {
            // Right of the last column everything is free.
            return x;
        }
        return gapX(shelf, best);
    }

    private int gapX(int shelf, int columnRight) {
        return columnRight + Shelves.COLUMN_GAP / 2 + lane("gap" + shelf + "/" + columnRight, TRACK);
    }

    /** The offset of the next user of a place from its middle line: 0, +1, -1, +2, -2 ... steps, then from the start again. */
    private int lane(String place, int step) {
        int user = users.merge(place, 1, Integer::sum) - 1;
        int track = user % TRACKS;
        int steps = (track + 1) / 2;
        return (track % 2 == 0 ? -steps : steps) * step;
    }

    private static List<Point> tidy(List<Point> points) {
        var tidy = new ArrayList<Point>();
        for (Point point : points) {
            int size = tidy.size();
            if (size > 0 && tidy.getLast().equals(point)) {
                continue;
            }
            if (size > 1 && isStraight(tidy.get(size - 2), tidy.getLast(), point)) {
                tidy.removeLast();
            }
            tidy.add(point);
        }
        return List.copyOf(tidy);
    }

    private static boolean isStraight(Point one, Point two, Point three) {
        boolean upright = one.x() == two.x() && two.x() == three.x();
        boolean level = one.y() == two.y() && two.y() == three.y();
        return upright || level;
    }

    private Slot slot(int zone) {
        Slot slot = slots.get(zone);
        if (slot == null) {
            throw new IllegalArgumentException("no zone " + zone + " on the shelves");
        }
        return slot;
    }

    private Box box(int zone) {
        Box box = packed.boxes().get(zone);
        if (box == null) {
            throw new IllegalArgumentException("no zone " + zone + " on the shelves");
        }
        return box;
    }
}
