package dev.bartizan.source;

import dev.bartizan.source.Node.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * The tree of a YAML or JSON document that is written as the text of a value, of which everything stands at that value; empty when the text is no document,
     * or several.
     *
     * @param pointer of the value
     */
    public static Optional<Node> within(Node holder, String pointer) {
        List<Document> documents =
                SourceReader.parse("text.yaml", holder.text("")).documents();
        return documents.size() == 1
                ? documents.getFirst().root().map(root -> new Transplant(holder, pointer).node(root))
                : Optional.empty();
    }

    Document with(int newIndex, boolean isTemplated) {
        return new Document(file, newIndex, start, root, isTemplated, failure);
    }

    /** Makes the values of one tree values of another. */
    private record Transplant(Node holder, String pointer) {
        Node node(Node node) {
            int at = holder.start();
            return switch (node) {
                case Mapping mapping -> mapping(mapping);
                case Sequence sequence ->
                    Sequence.Merged.of(
                            holder, sequence.items().stream().map(this::located).toList());
                case Redacted redacted ->
                    new Redacted(
                            holder.file(),
                            redacted.raw(),
                            at,
                            at,
                            redacted.redaction().orElseThrow());
                case Scalar scalar -> new Scalar(holder.file(), scalar.raw(), at, at, scalar.style());
                case Absent absent -> absent;
            };
        }

        private Mapping mapping(Mapping mapping) {
            Map<String, Located> entries = new LinkedHashMap<>();
            for (int i = 0; i < mapping.size(); i++) {
                entries.put(mapping.key(i), located(mapping.value(i)));
            }
            return Mapping.Merged.of(holder, entries, "");
        }

        private Located located(Node node) {
            return new Located(node(node), pointer);
        }
    }
}
