package dev.bartizan.rules;

import dev.bartizan.source.Node;
import java.util.List;

/**
 * One member of a relation.
 *
 * @param trees in the order of the relation's type
 * @param pointers JSON pointers of the trees within their documents
 * @param texts in the order of the relation's type; empty for a text the member does not have
 */
public record Item(List<Node> trees, List<String> pointers, List<String> texts) {
    public Item {
        trees = List.copyOf(trees);
        pointers = List.copyOf(pointers);
        texts = List.copyOf(texts);
        if (trees.isEmpty() || trees.size() != pointers.size()) {
            throw new IllegalArgumentException("a member of a relation has at least one tree, and a pointer for each");
        }
    }
}
