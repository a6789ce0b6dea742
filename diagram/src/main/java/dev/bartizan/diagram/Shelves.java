package dev.bartizan.diagram;

import dev.bartizan.diagram.MapLayout.Box;
import dev.bartizan.diagram.MapLayout.Lane;
import dev.bartizan.diagram.MapLayout.LaneKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Packs the boxes of zones on shelves in the lane of their plane. A shelf is made of columns, a column of boxes on top of each other; between
 * shelves and between columns stays room for the lines that {@link Gutters} runs there.
 */
final class Shelves {
    /** Between two columns of a shelf. */
    static final int COLUMN_GAP = 44;
    /** Between two shelves of a lane. */
    static final int SHELF_GAP = 44;

    private static final int STACK_GAP = 24;
    private static final int LANE_PADDING = 16;
    private static final int LANE_GAP = 20;
    private static final int MARGIN = 36;
    /** The strip at the left of a lane that holds its title. */
    static final int LANE_TITLE = 34;

    /** Room for the title of a lane, which stands upright. */
    private static final int LANE_HEIGHT = 112;

    private static final double SCREEN_WIDTH = 1_280;
    private static final double SCREEN_HEIGHT = 740;
    private static final double[] STRETCHES = {1.5, 2, 2.7, 3.6, 4.8, 6.4, 8.5};

    /** @param zone index into the zones of the map */
    record Size(int zone, LaneKind lane, int width, int height) {}

    /** @param zones top to bottom */
    record Column(int x, int width, List<Integer> zones) {
        int right() {
            return x + width;
        }
    }

    /** @param columns left to right */
    record Shelf(int top, int bottom, List<Column> columns) {}

    /** @param boxes by zone index */
    record Packed(int width, int height, List<Lane> lanes, List<Shelf> shelves, SortedMap<Integer, Box> boxes) {}

    private final int left = MARGIN + LANE_TITLE + LANE_PADDING + COLUMN_GAP / 2;
    private final int contentWidth;
    private final SortedMap<Integer, Size> sizes = new TreeMap<>();
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Shelf> shelves = new ArrayList<>();
    private final SortedMap<Integer, Box> boxes = new TreeMap<>();

    private Shelves(List<Size> sizes, int contentWidth) {
        sizes.forEach(size -> this.sizes.put(size.zone(), size));
        this.contentWidth = contentWidth;
    }

    /**
     * Tries a few widths and takes the one with which most of the map is seen on a screen.
     *
     * @param sizes in the order of the zones
     */
    static Packed pack(List<Size> sizes) {
        double area = sizes.stream()
                .mapToDouble(size -> (double) (size.width() + COLUMN_GAP) * (size.height() + SHELF_GAP))
                .sum();
        int widest = sizes.stream().mapToInt(Size::width).max().orElse(0);
        Packed best = pack(sizes, Math.max(widest, (int) Math.sqrt(area)));
        for (double stretch : STRETCHES) {
            Packed other = pack(sizes, Math.max(widest, (int) Math.sqrt(area * stretch)));
            if (scale(other) > scale(best)) {
                best = other;
            }
        }
        return best;
    }

    private static double scale(Packed packed) {
        return Math.min(SCREEN_WIDTH / packed.width(), SCREEN_HEIGHT / packed.height());
    }

    private static Packed pack(List<Size> sizes, int contentWidth) {
        var shelves = new Shelves(sizes, contentWidth);
        int bottom = shelves.packLanes();
        return new Packed(shelves.laneRight() + MARGIN, bottom + MARGIN, shelves.lanes, shelves.shelves, shelves.boxes);
    }

    private int laneRight() {
        int used = boxes.values().stream().mapToInt(Box::right).max().orElse(left);
        return used + COLUMN_GAP / 2 + LANE_PADDING;
    }

    /** Returns where the last lane ends. */
    private int packLanes() {
        record Span(LaneKind lane, int top, int bottom) {}
        var spans = new ArrayList<Span>();
        int y = MARGIN;
        for (LaneKind lane : LaneKind.values()) {
            List<Draft> drafts = drafts(lane);
            if (drafts.isEmpty()) {
                continue;
            }
            int top = y;
            y += LANE_PADDING;
            for (Draft draft : drafts) {
                place(draft, y);
                y += draft.height + SHELF_GAP;
            }
            y = Math.max(y + LANE_PADDING - SHELF_GAP, top + LANE_HEIGHT);
            spans.add(new Span(lane, top, y));
            y += LANE_GAP;
        }
        int width = laneRight() - MARGIN;
        spans.forEach(span ->
                lanes.add(new Lane(span.lane(), new Box(MARGIN, span.top(), width, span.bottom() - span.top()))));
        return Math.max(MARGIN, y - LANE_GAP);
    }

    private void place(Draft draft, int top) {
        shelves.add(new Shelf(top, top + draft.height, List.copyOf(draft.columns)));
        for (Column column : draft.columns) {
            int y = top;
            for (int zone : column.zones()) {
                Size size = size(zone);
                boxes.put(zone, new Box(column.x(), y, size.width(), size.height()));
                y += size.height() + STACK_GAP;
            }
        }
    }

    /** First fit: the tallest boxes open the shelves, the smaller ones fill their columns and ends. */
    private List<Draft> drafts(LaneKind lane) {
        List<Size> tallestFirst = sizes.values().stream()
                .filter(size -> size.lane() == lane)
                .sorted(Comparator.comparingInt(Size::height)
                        .thenComparingInt(Size::width)
                        .reversed()
                        .thenComparingInt(Size::zone))
                .toList();
        var drafts = new ArrayList<Draft>();
        for (Size size : tallestFirst) {
            if (drafts.stream().noneMatch(draft -> draft.take(size))) {
                var draft = new Draft(size.height());
                draft.take(size);
                drafts.add(draft);
            }
        }
        return drafts;
    }

    private Size size(int zone) {
        Size size = sizes.get(zone);
        if (size == null) {
            throw new IllegalStateException("no size for zone " + zone);
        }
        return size;
    }

    /** A shelf whose place is not known yet. */
    private final class Draft {
        private final int height;
        private final List<Column> columns = new ArrayList<>();

        private Draft(int height) {
            this.height = height;
        }

        private boolean take(Size size) {
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                if (size.width() <= column.width() && filled(column) + STACK_GAP + size.height() <= height) {
                    var zones = new ArrayList<>(column.zones());
                    zones.add(size.zone());
                    columns.set(i, new Column(column.x(), column.width(), List.copyOf(zones)));
                    return true;
                }
            }
            int x = columns.isEmpty() ? left : columns.getLast().right() + COLUMN_GAP;
            boolean fits = columns.isEmpty() || x + size.width() <= left + contentWidth;
            if (fits && size.height() <= height) {
                columns.add(new Column(x, size.width(), List.of(size.zone())));
                return true;
            }
            return false;
        }

        private int filled(Column column) {
            return column.zones().stream().mapToInt(zone -> size(zone).height()).sum()
                    + STACK_GAP * (column.zones().size() - 1);
        }
    }
}
