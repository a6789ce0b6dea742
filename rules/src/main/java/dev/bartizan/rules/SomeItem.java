package dev.bartizan.rules;

import dev.bartizan.graph.Truth;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.Optional;

/**
 * {@code some: container.env, as: env, where: {...}}: over the items of a list or the values of a mapping.
 *
 * @param where what is asked of each; absent when any item will do
 * @param slot of the item
 * @param keySlot of the key it has in a mapping, a text
 */
record SomeItem(Path list, int slot, int keySlot, Optional<Condition> where) implements Condition {
    @Override
    public Truth test(Frame frame) {
        Outcome outcome = list.find(frame);
        if (outcome != Outcome.FOUND) {
            return outcome == Outcome.ABSENT ? Truth.REFUTED : frame.undecided(outcome);
        }
        Node items = frame.found();
        int size = Items.size(items);
        if (size < 0) {
            return Truth.undecided(Mistyped.gap(items, "a list"));
        }
        var truth = Truth.REFUTED;
        for (int i = 0; i < size && !truth.isConfirmed(); i++) {
            truth = truth.or(testItem(frame, items, i));
        }
        return truth;
    }

    private Truth testItem(Frame frame, Node items, int index) {
        if (!frame.mayGoOn()) {
            return Truth.undecided("more than " + Frame.STEP_LIMIT + " combinations at " + items.location());
        }
        bind(frame, items, index);
        return where.isEmpty() ? Truth.CONFIRMED : where.get().test(frame);
    }

    @Override
    public Explanation explain(Frame frame) {
        var truth = test(frame);
        var place = list.locate(frame);
        var parts = new ArrayList<Explanation>();
        for (int i = 0; i < Items.size(place.node()) && frame.mayGoOn(); i++) {
            bind(frame, place.node(), i);
            if (where.isPresent() && !Items.matters(where.get().test(frame), truth)) {
                continue;
            }
            var item = Items.place(place, i);
            frame.point(slot, item);
            frame.originOfText(keySlot, slot, "");
            parts.add(where.map(condition -> condition.explain(frame))
                    .orElseGet(() ->
                            Explanation.of(Truth.CONFIRMED, item.observe(Wording.path(list, frame) + " has an item"))));
        }
        String name = Wording.path(list, frame);
        return Items.conclude(truth, parts, () -> place.observe(Wording.seen(name, place.node())));
    }

    private void bind(Frame frame, Node items, int index) {
        frame.bind(slot, Items.item(items, index));
        frame.bindText(keySlot, Items.key(items, index));
    }
}
