package dev.bartizan.network.policies;

import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;

/** A value of a policy and the JSON pointer to it. */
record Written(Node node, String pointer) {

    Written get(String key) {
        return new Written(node.get(key), Pointer.child(pointer, key));
    }

    Written item(int index) {
        return new Written(node.get(index), Pointer.child(pointer, Integer.toString(index)));
    }

    int items() {
        return node.items().size();
    }

    /** Whether something other than null is written here. */
    boolean isThere() {
        return node.isPresent() && node.hasValue();
    }

    String text() {
        return node.text("");
    }

    Location location() {
        return node.location(pointer);
    }
}
