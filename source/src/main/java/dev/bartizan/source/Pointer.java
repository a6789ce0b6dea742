package dev.bartizan.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** JSON pointers (RFC 6901): {@code /spec/containers/0/image}; {@code ~} is written {@code ~0} and {@code /} within a key {@code ~1}. */
public final class Pointer {
    private Pointer() {}

    /** The pointer of a key below a pointer. */
    public static String child(String pointer, String key) {
        return pointer + "/" + escape(key);
    }

    /** The pointer of an item below a pointer. */
    public static String child(String pointer, int index) {
        return pointer + "/" + index;
    }

    /** The pointer made of these keys, from the root. */
    public static String of(String... keys) {
        var pointer = new StringBuilder();
        for (String key : keys) {
            pointer.append('/').append(escape(key));
        }
        return pointer.toString();
    }

    static String escape(String key) {
        return key.indexOf('~') < 0 && key.indexOf('/') < 0
                ? key
                : key.replace("~", "~0").replace("/", "~1");
    }

    private static String unescape(String step) {
        return step.indexOf('~') < 0 ? step : step.replace("~1", "/").replace("~0", "~");
    }

    /**
     * The node that a pointer names; absent when there is none.
     *
     * @throws IllegalArgumentException if it is not empty and does not begin with a slash
     */
    public static Node find(Node root, String pointer) {
        if (pointer.isEmpty()) {
            return root;
        }
        if (pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("a JSON pointer begins with '/'");
        }
        Node node = root;
        for (String step : pointer.substring(1).split("/", -1)) {
            String key = unescape(step);
            node = node instanceof Sequence && isIndex(key) ? node.get(Integer.parseInt(key)) : node.get(key);
        }
        return node;
    }

    private static boolean isIndex(String step) {
        return !step.isEmpty()
                && step.length() < 10
                && step.chars().allMatch(unit -> unit >= '0' && unit <= '9')
                && (step.length() == 1 || step.charAt(0) != '0');
    }

    /**
     * The pointer of a node within its document, found by identity; of an absent node where it would stand. A node that aliases reach more than once
     * has its first place.
     */
    public static Optional<String> to(Node root, Node target) {
        return target instanceof Absent absent
                ? to(root, absent.parent()).map(parent -> child(parent, absent.step()))
                : search(root, target);
    }

    private record Step(Node node, String pointer) {}

    private static Optional<String> search(Node root, Node target) {
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayDeque<Step>();
        open.push(new Step(root, ""));
        while (!open.isEmpty()) {
            Step step = open.pop();
            if (isSame(step.node(), target)) {
                return Optional.of(step.pointer());
            }
            if (seen.add(step.node())) {
                children(step).reversed().forEach(open::push);
            }
        }
        return Optional.empty();
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Node one, Node other) {
        return one == other;
    }

    private static List<Step> children(Step step) {
        var children = new ArrayList<Step>();
        switch (step.node()) {
            case Mapping mapping -> {
                for (int i = 0; i < mapping.size(); i++) {
                    children.add(new Step(mapping.value(i), child(step.pointer(), mapping.key(i))));
                }
            }
            case Sequence sequence -> {
                for (int i = 0; i < sequence.size(); i++) {
                    children.add(new Step(sequence.get(i), child(step.pointer(), i)));
                }
            }
            case Scalar _, Absent _ -> {}
        }
        return children;
    }
}
