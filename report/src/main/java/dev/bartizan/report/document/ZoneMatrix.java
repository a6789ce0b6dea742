package dev.bartizan.report.document;

import dev.bartizan.graph.Crossings;
import dev.bartizan.report.document.Document.Matrix;
import dev.bartizan.report.document.Document.Shade;
import java.util.List;

/** Which zone opens what in which other one, as shades. */
final class ZoneMatrix {
    static final int MOST_ZONES = 32;

    private ZoneMatrix() {}

    static List<String> shown(Crossings found) {
        return found.zones().stream().limit(MOST_ZONES).toList();
    }

    static Matrix of(Crossings found) {
        List<String> shown = shown(found);
        return new Matrix(
                shown,
                shown.stream()
                        .map(from -> shown.stream()
                                .map(to -> shade(found.between(from, to)))
                                .toList())
                        .toList());
    }

    private static Shade shade(Crossings.Crossing crossing) {
        if (crossing.isNothing()) {
            return Shade.NOTHING;
        }
        if (crossing.ports().isEmpty()) {
            return Shade.DEPENDS;
        }
        return crossing.isEverything() ? Shade.ALL : Shade.SOME;
    }
}
