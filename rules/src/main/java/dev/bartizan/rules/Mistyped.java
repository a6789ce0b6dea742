package dev.bartizan.rules;

import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import java.util.Locale;

/** Values of another type than the field has: the API server refuses them, so what would run is not known. */
final class Mistyped {
    private Mistyped() {}

    /** Names the place, as a gap of an undecided answer. */
    static String gap(Node node, String expected) {
        return node.location() + " is " + type(node) + " where " + expected + " belongs";
    }

    private static String type(Node node) {
        return switch (node) {
            case Mapping _ -> "a mapping";
            case Sequence _ -> "a list";
            case Scalar scalar -> "a " + scalar.type().name().toLowerCase(Locale.ROOT);
            case Absent _ -> "nothing";
        };
    }
}
