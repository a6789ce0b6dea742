package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Node.Located;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lays what a resource says over what it inherits, as the API server's strategic merge does: mappings key by key, some lists by what identifies their items,
 * everything else as a whole. What both write stands where the base does, with each value at its own place.
 *
 * <p>Source: the patch strategies in the API reference of Kubernetes 1.34 (PodSpec, Container).
 */
final class Merge {
    /** What identifies the items of a list that is merged item by item. */
    private static final Map<String, String> ITEM_KEYS = Map.of(
            "containers", "name",
            "initContainers", "name",
            "ephemeralContainers", "name",
            "env", "name",
            "volumes", "name",
            "imagePullSecrets", "name",
            "ports", "containerPort",
            "volumeMounts", "mountPath",
            "hostAliases", "ip");

    /** Of one name, the later says all: of a secret and an empty directory no volume can be made. */
    private static final Set<String> WHOLE_ITEMS = Set.of("volumes", "env");

    /** What a platform inherits all in all; a real one has a few thousand values. */
    private static final long MOST_VALUES = 20_000_000;

    /** A value counts as one more for so many characters. */
    private static final int CHARACTERS = 32;

    private final IdentityHashMap<Node, Long> weights = new IdentityHashMap<>();
    private long values;

    /** Whether more was merged than any real platform inherits: a few long lists, inherited by many. */
    boolean isExhausted() {
        return values > MOST_VALUES;
    }

    /** Counts what is taken over without being merged. */
    void spend(long more) {
        values += more;
    }

    /** Counts all that one more resource takes over from here: whoever looks at its pods will look at it once more. */
    void inherit(Node base) {
        values += weights.computeIfAbsent(base, Merge::weight);
    }

    private static long weight(Node node) {
        return switch (node) {
            case Mapping mapping ->
                1 + mapping.values().stream().mapToLong(Merge::weight).sum();
            case Sequence sequence ->
                1 + sequence.items().stream().mapToLong(Merge::weight).sum();
            case Scalar scalar -> 1 + scalar.raw().length() / CHARACTERS;
            case Absent _ -> 0;
        };
    }

    Place merge(Place base, Place over) {
        return merge(base, over, "");
    }

    private Place merge(Place base, Place over, String key) {
        if (!over.node().hasValue()) {
            return base;
        }
        if (base.node() instanceof Mapping below && over.node() instanceof Mapping above) {
            return mappings(base, below, over, above);
        }
        String itemKey = ITEM_KEYS.getOrDefault(key, "");
        if (!itemKey.isEmpty() && base.node() instanceof Sequence && over.node() instanceof Sequence) {
            return sequences(base, over, itemKey, WHOLE_ITEMS.contains(key));
        }
        return over;
    }

    private Place mappings(Place base, Mapping below, Place over, Mapping above) {
        Map<String, Located> entries = Entries.of(base);
        Entries.of(over)
                .forEach((key, value) ->
                        entries.merge(key, value, (one, other) -> located(merge(place(one), place(other), key))));
        values += entries.size();
        String gap = below.gap().isEmpty() ? above.gap() : below.gap();
        return Place.of(Mapping.Merged.of(base.node(), entries, gap), base.pointer());
    }

    private Place sequences(Place base, Place over, String itemKey, boolean isWhole) {
        var items = new LinkedHashMap<String, Located>();
        collect(base, itemKey, "below ", items, true);
        collect(over, itemKey, "above ", items, isWhole);
        values += items.size();
        return Place.of(Sequence.Merged.of(base.node(), List.copyOf(items.values())), base.pointer());
    }

    private void collect(Place list, String itemKey, String unnamed, Map<String, Located> items, boolean isWhole) {
        String pointer = list.pointer();
        List<Node> nodes = list.node().items();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            var item = new Located(node, list.node().pointerOf(Integer.toString(i), pointer));
            String identity = node.get(itemKey).text().map("="::concat).orElse(unnamed + i);
            items.merge(identity, item, (one, other) -> isWhole ? other : located(merge(place(one), place(other), "")));
        }
    }

    private static Place place(Located value) {
        return Place.of(value.node(), value.pointer());
    }

    private static Located located(Place place) {
        return new Located(place.node(), place.pointer());
    }
}
