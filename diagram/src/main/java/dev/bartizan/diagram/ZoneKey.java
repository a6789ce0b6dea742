package dev.bartizan.diagram;

import dev.bartizan.diagram.MapLayout.LaneKind;
import dev.bartizan.graph.Asset;
import java.util.Comparator;

/** Which box of the map an asset stands in: a zone that spans planes has one box in each of their lanes. */
record ZoneKey(LaneKind lane, String zone) implements Comparable<ZoneKey> {
    private static final Comparator<ZoneKey> ORDER =
            Comparator.comparing(ZoneKey::lane).thenComparing(ZoneKey::zone);

    static ZoneKey of(Asset asset) {
        return new ZoneKey(LaneKind.of(asset.classification().plane(), MapKinds.isExternal(asset)), asset.zone());
    }

    @Override
    public int compareTo(ZoneKey other) {
        return ORDER.compare(this, other);
    }
}
