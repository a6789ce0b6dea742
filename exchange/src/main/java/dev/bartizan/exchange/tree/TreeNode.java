package dev.bartizan.exchange.tree;

import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import dev.bartizan.source.SourceReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** A tree as the nodes that a reader takes, without the way over text, on which prose about passwords would be masked a second time. */
public final class TreeNode {
    private static final Node NOWHERE =
            SourceReader.parse("written", "{}").documents().getFirst().root().orElseThrow();

    private TreeNode() {}

    /** All of it stands at the same place of a file that is none. */
    public static Node of(Json tree) {
        return node(tree, "");
    }

    private static Node node(Json tree, String pointer) {
        return switch (tree) {
            case Json.Text text -> Scalar.Derived.of(NOWHERE, text.value());
            case Json.Numeral number -> Scalar.Derived.plain(NOWHERE, number.text());
            case Json.Flag flag -> Scalar.Derived.plain(NOWHERE, Boolean.toString(flag.value()));
            case Json.Null _ -> Scalar.Derived.plain(NOWHERE, "null");
            case Json.Items items -> {
                var nodes = new ArrayList<Node.Located>();
                for (Json value : items.values()) {
                    String place = Pointer.child(pointer, nodes.size());
                    nodes.add(new Node.Located(node(value, place), place));
                }
                yield Sequence.Merged.of(NOWHERE, nodes);
            }
            case Json.Entries entries -> {
                var nodes = new LinkedHashMap<String, Node.Located>();
                entries.values().forEach((key, value) -> {
                    String place = Pointer.child(pointer, key);
                    nodes.put(key, new Node.Located(node(value, place), place));
                });
                yield Mapping.Merged.of(NOWHERE, nodes, "");
            }
        };
    }
}
