package dev.bartizan.network.intended;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the values that links name as their evidence. */
final class WrittenValues {
    /** Documents of a file, or the items of its lists at one position, by the line where they begin. */
    private final Map<Start, TreeMap<Integer, Node>> roots = new HashMap<>();

    private record Start(String file, String prefix) {}

    WrittenValues(Snapshot snapshot) {
        for (int i = 0; i < snapshot.platform().assets().size(); i++) {
            Asset asset = snapshot.platform().asset(i);
            Location place = asset.location();
            snapshot.trees()
                    .root(i)
                    .ifPresent(root -> roots.computeIfAbsent(
                                    new Start(place.file(), place.pointer()), key -> new TreeMap<>())
                            .put(place.line(), root));
        }
    }

    /** The value at a place. */
    Optional<Node> at(Location place) {
        return find(place, place.pointer());
    }

    /** What stands in the same mapping as the value at a place, under another key. */
    Optional<Node> beside(Location place, String key) {
        int end = place.pointer().lastIndexOf('/');
        return end < 0
                ? Optional.empty()
                : find(place, place.pointer().substring(0, end)).map(parent -> parent.get(key));
    }

    private Optional<Node> find(Location place, String pointer) {
        String prefix = item(pointer);
        return root(place, prefix)
                .map(root -> Pointer.find(root, pointer.substring(prefix.length())))
                .or(() -> root(place, "").map(root -> Pointer.find(root, pointer)))
                .filter(Node::isPresent);
    }

    private Optional<Node> root(Location place, String prefix) {
        return Optional.ofNullable(roots.get(new Start(place.file(), prefix)))
                .flatMap(lines -> Optional.ofNullable(lines.floorEntry(place.line())))
                .map(Map.Entry::getValue);
    }

    /** {@code /items/3} of what stands in a list. */
    private static String item(String pointer) {
        if (!pointer.startsWith("/items/")) {
            return "";
        }
        int end = pointer.indexOf('/', "/items/".length());
        return end < 0 ? pointer : pointer.substring(0, end);
    }
}
