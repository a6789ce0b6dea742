package dev.bartizan.baseline.identity;

import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * JSON pointers in which list positions are replaced by what identifies the item, so that reordering and inserting items changes nothing. Most pointers
 * begin like the last one: what both share is not walked again. One per thread.
 */
public final class StablePointers {
    private static final List<String> MERGE_KEYS = List.of("name", "containerPort");

    private final StringBuilder stable = new StringBuilder();
    private final List<Step> way = new ArrayList<>();
    private String last = "";

    /**
     * A node on the way to the last pointer.
     *
     * @param end of the pointer to it
     * @param stableEnd of the stable pointer to it
     */
    private record Step(Node node, int end, int stableEnd) {}

    /**
     * @param root the object
     * @param pointer of a value, or of where one would be, below the root
     */
    public String of(Node root, String pointer) {
        goBack(root, pointer);
        Step at = way.getLast();
        while (at.end() < pointer.length()) {
            at = next(at, pointer);
            way.add(at);
        }
        last = pointer;
        return stable.toString();
    }

    /** To the last node that is on the way to this pointer too. */
    @SuppressWarnings("ReferenceEquality")
    private void goBack(Node root, String pointer) {
        if (way.isEmpty() || way.getFirst().node() != root) {
            way.clear();
            way.add(new Step(root, 0, 0));
        }
        int shared = shared(pointer);
        while (!isOnTheWay(way.getLast().end(), pointer, shared)) {
            way.removeLast();
        }
        stable.setLength(way.getLast().stableEnd());
    }

    private int shared(String pointer) {
        int shared = 0;
        int shorter = Math.min(pointer.length(), last.length());
        while (shared < shorter && pointer.charAt(shared) == last.charAt(shared)) {
            shared++;
        }
        return shared;
    }

    private static boolean isOnTheWay(int end, String pointer, int shared) {
        return end <= shared && (end == pointer.length() || pointer.charAt(end) == '/');
    }

    private Step next(Step at, String pointer) {
        int end = pointer.indexOf('/', at.end() + 1);
        end = end < 0 ? pointer.length() : end;
        String step = pointer.substring(at.end() + 1, end);
        Node next = child(at.node(), step);
        stable.append('/').append(at.node() instanceof Sequence ? identity(next) : step);
        return new Step(next, end, stable.length());
    }

    private static Node child(Node node, String step) {
        return node instanceof Sequence && isIndex(step)
                ? node.get(Integer.parseInt(step))
                : node.get(
                        step.indexOf('~') < 0 ? step : step.replace("~1", "/").replace("~0", "~"));
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
