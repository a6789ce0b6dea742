package dev.bartizan.snapshot;

import dev.bartizan.snapshot.json.JsonCursor;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Sets of assets as pairs of a first and a last index: assets of a kind stand together in the order of ids, so a check over 60,000 assets takes a line. What
 * is read stays pairs until the number of assets is known.
 */
final class AssetSets {
    /** A short range stands for many assets: what all sets together may take, 256 MiB. A thousand checks over 600,000 assets fit. */
    private static final long MOST_BITS = 1L << 31;

    private final JsonCursor cursor;
    private long bits;

    /** From the first to the last, both included. */
    record Range(int first, int last) {}

    AssetSets(JsonCursor cursor) {
        this.cursor = cursor;
    }

    static void write(JsonOutput json, String name, BitSet assets) {
        json.array(name);
        for (int first = assets.nextSetBit(0); first >= 0; ) {
            int end = assets.nextClearBit(first);
            json.array().number(first).number(end - 1).end();
            first = assets.nextSetBit(end);
        }
        json.end();
    }

    List<Range> read(String name) {
        return cursor.list(name, this::range);
    }

    private Range range() {
        var place = cursor.place();
        List<Integer> ends = cursor.list("a range", () -> cursor.number(0));
        if (ends.size() != 2 || ends.getFirst() > ends.getLast()) {
            cursor.problem(
                    "snapshot-wrong-type",
                    "a range is its first and its last asset index",
                    JsonCursor.WRITE_AGAIN,
                    cursor.location(place));
            return new Range(0, 0);
        }
        return new Range(ends.getFirst(), ends.getLast());
    }

    /** Empty when an asset stands there twice, or is not there. */
    Optional<BitSet> set(List<Range> ranges, int assets) {
        var set = new BitSet();
        for (Range range : ranges) {
            int next = set.nextSetBit(range.first);
            if (range.last >= assets || (next >= 0 && next <= range.last)) {
                return Optional.empty();
            }
            set.set(range.first, range.last + 1);
        }
        bits += set.size();
        if (bits > MOST_BITS) {
            throw cursor.stop(
                    "snapshot-too-large", "too many checks over too many assets", "assess the platform in parts");
        }
        return Optional.of(set);
    }

    /** Whether all could be read, and no asset is in two of them. */
    static boolean areApart(Optional<BitSet> one, Optional<BitSet> other, Optional<BitSet> third) {
        return one.isPresent()
                && other.isPresent()
                && third.isPresent()
                && !one.get().intersects(other.get())
                && !one.get().intersects(third.get())
                && !other.get().intersects(third.get());
    }
}
