package dev.bartizan.rules;

import dev.bartizan.source.Absent;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import java.util.Optional;

/**
 * A value and where it stands, or the place where it would.
 *
 * @param pointer JSON pointer within the document
 * @param member of which member of a relation this is a part; empty when it is a part of the thing itself
 */
record Place(Node node, String pointer, String member) {

    /** A part of the thing itself. */
    Place(Node node, String pointer) {
        this(node, pointer, "");
    }

    Place get(String key) {
        return new Place(node.get(key), node.pointerOf(key, pointer), member);
    }

    Place get(int index) {
        return new Place(node.get(index), node.pointerOf(Integer.toString(index), pointer), member);
    }

    Location location() {
        return node.location(pointer);
    }

    /** What is seen here. */
    Observation observe(String statement) {
        return new Observation(statement, location(), Optional.of(node), member);
    }

    /** What is seen here, and is as if nothing were written. */
    Observation observeAbsent(String statement) {
        return new Observation(statement, location(), Optional.of(new Absent(node, "")), member);
    }

    /** What is known of the thing here as a whole. */
    Observation observeWhole(String statement) {
        return new Observation(statement, location(), Optional.empty(), member);
    }
}
