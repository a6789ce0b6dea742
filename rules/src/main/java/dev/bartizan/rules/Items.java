package dev.bartizan.rules;

import dev.bartizan.graph.Truth;
import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Sequence;
import java.util.List;
import java.util.function.Supplier;

/** What quantifiers run over: the items of a list, the values of a mapping, the members of a relation. */
final class Items {
    private Items() {}

    /** -1 when the value is neither a list nor a mapping. */
    static int size(Node collection) {
        return switch (collection) {
            case Sequence sequence -> sequence.size();
            case Mapping mapping -> mapping.size();
            case Scalar _ -> -1;
            case Absent _ -> -1;
        };
    }

    static Node item(Node collection, int index) {
        return collection instanceof Mapping mapping ? mapping.value(index) : collection.get(index);
    }

    /** The key of an item of a mapping; empty for those of a list. */
    static String key(Node collection, int index) {
        return collection instanceof Mapping mapping ? mapping.key(index) : "";
    }

    static Place place(Place collection, int index) {
        return collection.node() instanceof Mapping mapping
                ? collection.get(mapping.key(index))
                : collection.get(index);
    }

    /** Whether an item of this truth has a part in the answer "some" has. Explaining costs a hundred times what testing does: of a list, only what matters is explained. */
    static boolean matters(Truth ofItem, Truth ofSome) {
        return ofSome.isRefuted() || (!ofItem.isRefuted() && ofItem.isConfirmed() == ofSome.isConfirmed());
    }

    /** The explanation of "some" from those of the items: those that confirm it, or are undecided, or together refute it. */
    static Explanation conclude(Truth truth, List<Explanation> parts, Supplier<Observation> ofNone) {
        if (parts.isEmpty()) {
            return Explanation.of(truth, ofNone.get());
        }
        if (truth.isRefuted()) {
            return Explanation.together(truth, parts);
        }
        var confirming =
                parts.stream().filter(part -> part.truth().isConfirmed()).toList();
        var undecided = parts.stream()
                .filter(part -> part.truth() instanceof Truth.Undecided)
                .toList();
        var deciding = confirming.isEmpty() ? undecided : confirming;
        return deciding.isEmpty() ? Explanation.of(truth, ofNone.get()) : Explanation.either(truth, deciding);
    }

    /** {@code pods open to ingress: Deployment web}. */
    static String named(RelationType relation, Item item) {
        String texts = String.join(" ", item.texts()).strip();
        return words(relation) + (texts.isEmpty() ? "" : ": " + Wording.clipped(texts));
    }

    static String none(RelationType relation, Related related) {
        return "no " + words(relation) + (related.items().isEmpty() ? " in the input" : " that matter");
    }

    private static String words(RelationType relation) {
        return relation.name().replace('-', ' ');
    }
}
