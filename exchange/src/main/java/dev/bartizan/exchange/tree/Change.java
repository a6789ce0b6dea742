package dev.bartizan.exchange.tree;

import java.util.List;
import java.util.stream.Collectors;

/** One difference between two trees, as what has to be done to the one to get the other. */
public sealed interface Change {
    /** From the root. */
    List<Step> path();

    /**
     * A value that the other has and this one has not, or not like that.
     *
     * @param pointer the JSON pointer of the value in the other tree
     */
    record Put(List<Step> path, String pointer, Json value) implements Change {
        public Put {
            path = List.copyOf(path);
        }
    }

    /** A value that the other has not. */
    record Remove(List<Step> path) implements Change {
        public Remove {
            path = List.copyOf(path);
        }
    }

    /**
     * The order of a list of items with names.
     *
     * @param key what holds the name
     * @param names in their order
     */
    record Order(List<Step> path, String key, List<String> names) implements Change {
        public Order {
            path = List.copyOf(path);
            names = List.copyOf(names);
        }
    }

    /**
     * A list whose items have no names, as the other has it.
     *
     * @param pointers the JSON pointers of the items that this tree lacks; none when only the order differs
     */
    record Replace(List<Step> path, Json value, List<String> pointers) implements Change {
        public Replace {
            path = List.copyOf(path);
            pointers = List.copyOf(pointers);
        }
    }

    /** The path without names and positions, to tell many of a kind as one: {@code threats[].categories}. */
    default String pattern() {
        return path().stream()
                .map(step -> switch (step) {
                    case Step.Key key -> "." + key.name();
                    case Step.Item _, Step.Index _ -> "[]";
                })
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
