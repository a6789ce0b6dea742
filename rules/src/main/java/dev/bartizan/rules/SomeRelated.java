package dev.bartizan.rules;

import dev.bartizan.graph.Truth;
import java.util.ArrayList;
import java.util.Optional;

/**
 * {@code some: grants, as: grant, where: {...}}: over the members of a relation, whose list may be uncertain.
 *
 * @param treeSlot of the member's first tree, the others follow
 * @param textSlot of the member's first text, the others follow
 */
record SomeRelated(RelationType relation, int treeSlot, int textSlot, Optional<Condition> where) implements Condition {
    @Override
    public Truth test(Frame frame) {
        Related related = frame.related(relation);
        return weighed(found(frame, related), related);
    }

    private Truth found(Frame frame, Related related) {
        var truth = Truth.REFUTED;
        for (int i = 0; i < related.items().size() && !truth.isConfirmed(); i++) {
            truth = truth.or(testItem(frame, related.items().get(i)));
        }
        return truth;
    }

    private Truth testItem(Frame frame, Item item) {
        bind(frame, item);
        return where.isEmpty() ? Truth.CONFIRMED : where.get().test(frame);
    }

    private static Truth weighed(Truth truth, Related related) {
        if (!truth.isRefuted() && related.doubt().isPresent()) {
            return truth.and(Truth.undecided(related.doubt().get()));
        }
        return related.mayLack().isPresent()
                ? truth.or(Truth.undecided(related.mayLack().get()))
                : truth;
    }

    @Override
    public Explanation explain(Frame frame) {
        Related related = frame.related(relation);
        var found = found(frame, related);
        var parts = new ArrayList<Explanation>();
        for (Item item : related.items()) {
            if (!Items.matters(testItem(frame, item), found)) {
                continue;
            }
            String name = Items.named(relation, item);
            point(frame, item, name);
            var place = frame.place(treeSlot);
            parts.add(where.map(condition -> condition.explain(frame))
                    .orElseGet(() -> Explanation.of(Truth.CONFIRMED, place.observeWhole(name))));
        }
        var here = frame.place(0);
        return Items.conclude(weighed(found, related), parts, () -> here.observeWhole(Items.none(relation, related)));
    }

    private void bind(Frame frame, Item item) {
        for (int i = 0; i < relation.trees().size(); i++) {
            frame.bind(treeSlot + i, item.trees().get(i));
        }
        for (int i = 0; i < relation.texts().size(); i++) {
            frame.bindText(textSlot + i, item.texts().get(i));
        }
    }

    private void point(Frame frame, Item item, String name) {
        for (int i = 0; i < relation.trees().size(); i++) {
            frame.point(
                    treeSlot + i, new Place(item.trees().get(i), item.pointers().get(i), name));
        }
        for (int i = 0; i < relation.texts().size(); i++) {
            frame.originOfText(textSlot + i, treeSlot, "");
        }
    }
}
