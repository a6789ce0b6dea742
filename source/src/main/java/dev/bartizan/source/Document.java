package dev.bartizan.source;

import java.util.Optional;

/**
 * One document of a file, or the reason why there is none.
 *
 * @param index 0-based, in the order of the file
 * @param start where it begins, in UTF-16 units from the start of the file
 * @param root the tree; absent when the document is broken or empty
 * @param templated whether its text holds template marks (two opening braces), as Helm charts do
 */
public record Document(SourceFile file, int index, int start, Optional<Node> root, boolean templated) {

    public Location location() {
        return root.map(Node::location).orElseGet(() -> file.location(start, ""));
    }
}
