package dev.bartizan.exchange;

import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * Restores the coordinate {@code y}: our reader of YAML reads as the API server does, for which a plain {@code y} is true, in keys as well. A threat model is
 * no manifest, and beside an {@code x} there is no doubt what was meant.
 */
final class PlainKeys {
    private static final String READ_AS = "true";

    private PlainKeys() {}

    /** The same tree if there is nothing to restore. */
    static Node restored(Node root) {
        return isAnywhere(root) ? node(root, "") : root;
    }

    private static boolean isAnywhere(Node node) {
        return switch (node) {
            case Mapping mapping ->
                isPosition(mapping) || mapping.values().stream().anyMatch(PlainKeys::isAnywhere);
            case Sequence sequence -> sequence.items().stream().anyMatch(PlainKeys::isAnywhere);
            case Scalar _, Absent _ -> false;
        };
    }

    private static boolean isPosition(Mapping mapping) {
        return mapping.has("x") && mapping.has(READ_AS) && !mapping.has("y");
    }

    private static Node node(Node node, String pointer) {
        return switch (node) {
            case Mapping mapping -> {
                boolean isPosition = isPosition(mapping);
                var entries = new LinkedHashMap<String, Node.Located>();
                for (int i = 0; i < mapping.size(); i++) {
                    String key = isPosition && mapping.key(i).equals(READ_AS) ? "y" : mapping.key(i);
                    String place = Pointer.child(pointer, key);
                    entries.put(key, new Node.Located(node(mapping.value(i), place), place));
                }
                yield Mapping.Merged.of(mapping, entries, "");
            }
            case Sequence sequence -> {
                var items = new ArrayList<Node.Located>();
                for (Node item : sequence.items()) {
                    String place = Pointer.child(pointer, items.size());
                    items.add(new Node.Located(node(item, place), place));
                }
                yield Sequence.Merged.of(sequence, items);
            }
            case Scalar _, Absent _ -> node;
        };
    }
}
