package dev.bartizan.exchange.tree;

import dev.bartizan.source.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what has to be done to one tree to get another. */
public final class TreeDifference {
    /** What items of lists are called by, the first that all have counts. */
    private static final List<String> NAMING_KEYS =
            List.of("id", "symbolic_name", "bom-ref", "threat", "mitigation", "name", "numericId", "key");

    private final List<Change> changes = new ArrayList<>();

    private TreeDifference() {}

    /** What leads from this tree to the other; nothing when they are equal. */
    public static List<Change> between(Json tree, Json other) {
        var difference = new TreeDifference();
        difference.compare(tree, other, List.of(), "");
        return List.copyOf(difference.changes);
    }

    private void compare(Json tree, Json other, List<Step> path, String pointer) {
        if (tree.equals(other)) {
            return;
        }
        if (tree instanceof Json.Entries mine && other instanceof Json.Entries theirs) {
            entries(mine, theirs, path, pointer);
        } else if (tree instanceof Json.Items mine && other instanceof Json.Items theirs) {
            items(mine, theirs, path, pointer);
        } else {
            changes.add(new Change.Put(path, pointer, other));
        }
    }

    private void entries(Json.Entries tree, Json.Entries other, List<Step> path, String pointer) {
        other.values().forEach((key, value) -> {
            List<Step> below = below(path, new Step.Key(key));
            String place = Pointer.child(pointer, key);
            tree.get(key)
                    .ifPresentOrElse(
                            mine -> compare(mine, value, below, place),
                            () -> changes.add(new Change.Put(below, place, value)));
        });
        tree.values().keySet().stream()
                .filter(key -> !other.values().containsKey(key))
                .forEach(key -> changes.add(new Change.Remove(below(path, new Step.Key(key)))));
    }

    private void items(Json.Items tree, Json.Items other, List<Step> path, String pointer) {
        Optional<String> naming = NAMING_KEYS.stream()
                .filter(key -> names(tree, key).isPresent() && names(other, key).isPresent())
                .findFirst();
        if (naming.isPresent()) {
            named(tree, other, naming.get(), path, pointer);
        } else {
            changes.add(new Change.Replace(path, other, lacking(tree, other, pointer)));
        }
    }

    /** Where the items stand that the tree has not, or not as often. */
    private static List<String> lacking(Json.Items tree, Json.Items other, String pointer) {
        var left = new HashMap<Json, Integer>();
        tree.values().forEach(item -> left.merge(item, 1, Integer::sum));
        var lacking = new ArrayList<String>();
        for (int i = 0; i < other.values().size(); i++) {
            int count = left.getOrDefault(other.values().get(i), 0);
            if (count > 0) {
                left.put(other.values().get(i), count - 1);
            } else {
                lacking.add(Pointer.child(pointer, i));
            }
        }
        return lacking;
    }

    private void named(Json.Items tree, Json.Items other, String key, List<Step> path, String pointer) {
        Map<String, Json> mine = names(tree, key).orElseThrow();
        Map<String, Json> theirs = names(other, key).orElseThrow();
        int index = 0;
        for (Map.Entry<String, Json> entry : theirs.entrySet()) {
            List<Step> below = below(path, new Step.Item(key, entry.getKey()));
            String place = Pointer.child(pointer, index++);
            Json known = mine.get(entry.getKey());
            if (known == null) {
                changes.add(new Change.Put(below, place, entry.getValue()));
            } else {
                compare(known, entry.getValue(), below, place);
            }
        }
        var order = new LinkedHashSet<>(mine.keySet());
        mine.keySet().stream().filter(name -> !theirs.containsKey(name)).forEach(name -> {
            changes.add(new Change.Remove(below(path, new Step.Item(key, name))));
            order.remove(name);
        });
        order.addAll(theirs.keySet());
        List<String> names = List.copyOf(theirs.keySet());
        if (!List.copyOf(order).equals(names)) {
            changes.add(new Change.Order(path, key, names));
        }
    }

    /** The items by name, in their order; empty when one has none or two have the same. */
    static Optional<Map<String, Json>> names(Json.Items items, String key) {
        var names = new LinkedHashMap<String, Json>();
        for (Json item : items.values()) {
            Optional<String> name = name(item, key);
            if (name.isEmpty() || names.put(name.get(), item) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }

    static Optional<String> name(Json item, String key) {
        return item instanceof Json.Entries entries
                ? entries.get(key).flatMap(TreeDifference::spelled)
                : Optional.empty();
    }

    private static Optional<String> spelled(Json value) {
        return switch (value) {
            case Json.Text text -> Optional.of('"' + text.value());
            case Json.Numeral number -> Optional.of(number.text());
            case Json.Flag _, Json.Null _, Json.Items _, Json.Entries _ -> Optional.empty();
        };
    }

    private static List<Step> below(List<Step> path, Step step) {
        var below = new ArrayList<>(path);
        below.add(step);
        return below;
    }
}
