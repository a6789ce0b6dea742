package dev.bartizan.source;

import java.util.List;
import java.util.Optional;

/**
 * A located value of a document. Reading never fails and never yields null: a step that does not exist gives an {@link Absent} node, which
 * remembers the nearest existing value, so that "missing" can be located too. Absent, null, {@code []} and {@code {}} stay apart.
 */
public sealed interface Node permits Mapping, Sequence, Scalar, Absent {

    /** The file this value was written in. */
    SourceFile file();

    /** Where the value begins: UTF-16 units from the start of the file; of an absent value, where its nearest existing parent begins. */
    int start();

    /** The value below this key; absent when there is none or when this is not a mapping. */
    default Node get(String key) {
        return new Absent(this, key);
    }

    /** The item at this index; absent when there is none or when this is not a sequence. */
    default Node get(int index) {
        return new Absent(this, Integer.toString(index));
    }

    /**
     * The JSON pointer of the value below this key or index.
     *
     * @param pointer of this value itself
     */
    default String pointerOf(String step, String pointer) {
        return Pointer.child(pointer, step);
    }

    /** Follows keys downwards. */
    default Node at(String... keys) {
        Node node = this;
        for (String key : keys) {
            node = node.get(key);
        }
        return node;
    }

    /** Whether something is written here, be it null or empty. */
    default boolean isPresent() {
        return true;
    }

    /** Whether something other than null is written here. */
    default boolean hasValue() {
        return true;
    }

    /** The items of a sequence; empty for everything else. */
    default List<Node> items() {
        return List.of();
    }

    /** The text of a scalar that is not null, whatever its type: {@code 8080} and {@code "8080"} both give 8080. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /** The text of a scalar that is not null, or the other text. */
    default String text(String otherwise) {
        return text().orElse(otherwise);
    }

    /** Whether the API server reads this as the boolean true: {@code true}, {@code yes}, {@code on}, {@code True} ... but not {@code "true"}. */
    default boolean isTrue() {
        return false;
    }

    /** Whether the API server reads this as the boolean false. */
    default boolean isFalse() {
        return false;
    }

    /** The line and column of this value, with the JSON pointer that the caller knows. */
    default Location location(String pointer) {
        return file().location(start(), pointer);
    }

    /** The line and column of this value, without a pointer. */
    default Location location() {
        return location("");
    }

    /**
     * A value and where it stands.
     *
     * @param pointer its JSON pointer within its own document
     */
    record Located(Node node, String pointer) {}
}
