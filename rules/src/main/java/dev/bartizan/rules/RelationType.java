package dev.bartizan.rules;

import java.util.List;

/**
 * A relation that conditions may quantify over, as {@code grants}: facts of other objects, supplied by the engine, since no path leads there.
 *
 * @param name as conditions write it
 * @param trees what of each member can be read with paths, the first being where the member is located: {@code rule}; an empty name is the
 *     member itself
 * @param texts what of each member is a plain text: {@code scope}
 */
public record RelationType(String name, List<String> trees, List<String> texts) {
    public RelationType {
        trees = List.copyOf(trees);
        texts = List.copyOf(texts);
        if (trees.isEmpty()) {
            throw new IllegalArgumentException(name + ": a member must be located by a tree");
        }
    }
}
