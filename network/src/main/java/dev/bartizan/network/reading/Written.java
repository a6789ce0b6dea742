package dev.bartizan.network.reading;

import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;

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

    public String text() {
        return node.text("");
    }

    public Location location() {
        return node.location(pointer);
    }
}
