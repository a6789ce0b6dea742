package dev.bartizan.network.reading;

import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;
import java.util.List;
import java.util.stream.IntStream;

/** A value of a policy and the JSON pointer to it. */
public record Written(Node node, String pointer) {

    public Written get(String key) {
        return new Written(node.get(key), Pointer.child(pointer, key));
    }

    public Written item(int index) {
        return new Written(node.get(index), Pointer.child(pointer, Integer.toString(index)));
    }

    public int items() {
        return node.items().size();
    }

    /** Whether something other than null is written here. */
    public boolean isThere() {
        return node.isPresent() && node.hasValue();
    }

    public List<Written> all() {
        return IntStream.range(0, items()).mapToObj(this::item).toList();
    }

    /** The texts of the items that have one. */
    public List<String> texts() {
        return node.items().stream().flatMap(item -> item.text().stream()).toList();
    }

    /** The keys of a mapping. */
    public List<String> keys() {
        return node instanceof Mapping mapping
                ? IntStream.range(0, mapping.size()).mapToObj(mapping::key).toList()
                : List.of();
    }

    public String text() {
        return node.text("");
    }

    public Location location() {
        return node.location(pointer);
    }
}
