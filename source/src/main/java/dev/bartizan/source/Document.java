package dev.bartizan.source;

import java.util.Optional;

/**
 * One document of a file, or the reason why there is none.
 *
 * @param index 0-based, in the order of the file
 * @param start where it begins, in UTF-16 units from the start of the file
 * @param root the tree; absent when the document is broken or empty
 * @param templated whether its text holds template marks (two opening braces), as Helm charts do
 * @param failure why it is broken; absent when it was read, be it empty. The same problem is among {@link Reading#problems()}
 */
public record Document(
        SourceFile file, int index, int start, Optional<Node> root, boolean templated, Optional<Problem> failure) {

    public Location location() {
        return root.map(Node::location).orElseGet(() -> file.location(start, ""));
    }

    /** Neither a tree nor a reason: nothing but comments and white space after a document mark. */
    public boolean isEmpty() {
        return root.isEmpty() && failure.isEmpty();
    }

    Document with(int newIndex, boolean isTemplated) {
        return new Document(file, newIndex, start, root, isTemplated, failure);
    }
}
