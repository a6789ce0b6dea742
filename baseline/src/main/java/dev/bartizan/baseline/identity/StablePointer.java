package dev.bartizan.baseline.identity;

import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Sequence;
import java.util.List;

/** JSON pointers in which list positions are replaced by what identifies the item, so that reordering and inserting items changes nothing. */
final class StablePointer {
    /** By how much names are longer than positions, usually. */
    private static final int LONGER = 48;

    private static final List<String> MERGE_KEYS = List.of("name", "containerPort");

    private StablePointer() {}

    /**
     * @param root the object
     * @param pointer of a value, or of where one would be, below the root
     */
    static String of(Node root, String pointer) {
        var stable = new StringBuilder(pointer.length() + LONGER);
        Node node = root;
        int start = 0;
        while (start < pointer.length()) {
            int end = pointer.indexOf('/', start + 1);
            end = end < 0 ? pointer.length() : end;
            String step = pointer.substring(start + 1, end);
            Node next = child(node, step);
            stable.append('/').append(node instanceof Sequence ? identity(next) : step);
            node = next;
            start = end;
        }
        return stable.toString();
    }

    private static Node child(Node node, String step) {
        return node instanceof Sequence && isIndex(step)
                ? node.get(Integer.parseInt(step))
                : node.get(step.replace("~1", "/").replace("~0", "~"));
    }

    private static boolean isIndex(String step) {
        for (int i = 0; i < step.length(); i++) {
            if (step.charAt(i) < '0' || step.charAt(i) > '9') {
                return false;
            }
        }
        return !step.isEmpty() && step.length() < 9;
    }

    private static String identity(Node item) {
        if (item instanceof Mapping mapping) {
            for (String key : MERGE_KEYS) {
                if (mapping.has(key) && mapping.get(key).text().isPresent()) {
                    return "[" + key + "=" + mapping.get(key).text("") + "]";
                }
            }
        }
        return "[" + Digest.hex(CanonicalText.of(item), 4) + "]";
    }
}
