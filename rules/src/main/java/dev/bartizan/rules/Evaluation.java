package dev.bartizan.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** One evaluation of an expression: what its variables stand for, and what was met that nobody knows. */
final class Evaluation {
    private final Map<String, ? extends Thing> things;
    private final SortedMap<String, Boolean> assumed;
    private final Optional<Map<Asked, Thing.Value>> answers;
    private final SortedSet<String> gaps = new TreeSet<>();
    private final Object[] slots;
    private int unknowns;

    /** A property or a function with its texts, about a thing. */
    private record Asked(String question, List<List<String>> texts, Thing thing) {}

    private Evaluation(
            Map<String, ? extends Thing> things,
            SortedMap<String, Boolean> assumed,
            Optional<Map<Asked, Thing.Value>> answers,
            int slots) {
        this.things = things;
        this.assumed = assumed;
        this.answers = answers;
        this.slots = new Object[slots];
    }

    /**
     * @param things by variable
     * @param slots how many values of loops are kept at once
     */
    static Evaluation of(Map<String, ? extends Thing> things, int slots) {
        return new Evaluation(things, new TreeMap<>(), Optional.empty(), slots);
    }

    /** The same again, for several assumptions in a row: things are asked once. */
    Evaluation remembering() {
        return new Evaluation(things, assumed, Optional.of(new HashMap<>()), slots.length);
    }

    /**
     * The same under another assumption.
     *
     * @param gap the flag that nobody knows
     * @param value what it is taken to be
     */
    Evaluation assuming(String gap, boolean value) {
        return new Evaluation(things, new TreeMap<>(Map.of(gap, value)), answers, slots.length);
    }

    SortedSet<String> gaps() {
        return gaps;
    }

    Thing thing(String variable) {
        Thing thing = things.get(variable);
        if (thing == null) {
            throw new IllegalArgumentException("nothing is given for " + variable);
        }
        return thing;
    }

    Object slot(int slot) {
        return slots[slot];
    }

    void fill(int slot, Object value) {
        slots[slot] = value;
    }

    /** How often something was met that nobody knows, or that is assumed for as long as this evaluation lasts. */
    int unknowns() {
        return unknowns;
    }

    Object unknown(String gap) {
        unknowns++;
        gaps.add(gap);
        return Expression.Formula.Unknown.UNKNOWN;
    }

    Object property(Thing thing, String property, boolean isFlag) {
        Thing.Value value = answers.isPresent()
                ? remembered(answers.get(), property, List.of(), thing, () -> thing.property(property))
                : thing.property(property);
        return value(value, isFlag);
    }

    Object call(Language.Function function, Thing thing, List<List<String>> texts, boolean isFlag) {
        if (thing instanceof Thing.Stranger stranger) {
            return unknown(stranger.gap());
        }
        Thing.Value value = answers.isPresent()
                ? remembered(
                        answers.get(),
                        function.name() + "()",
                        texts,
                        thing,
                        () -> function.body().call(thing, texts))
                : function.body().call(thing, texts);
        return value(value, isFlag);
    }

    private static Thing.Value remembered(
            Map<Asked, Thing.Value> all,
            String question,
            List<List<String>> texts,
            Thing thing,
            Supplier<Thing.Value> answer) {
        return all.computeIfAbsent(new Asked(question, texts, thing), asked -> answer.get());
    }

    private Object value(Thing.Value value, boolean isFlag) {
        return switch (value) {
            case Thing.Text text -> text.text();
            case Thing.Figure number -> number.number();
            case Thing.Flag flag -> flag.isTrue();
            case Thing.One one -> one.thing();
            case Thing.Several several -> several.things();
            case Thing.Unknown unknown -> {
                Boolean known = isFlag ? assumed.get(unknown.gap()) : null;
                unknowns++;
                yield known == null ? unknown(unknown.gap()) : known;
            }
        };
    }

    /** How many there are; not known when one of them stands for those that were not read. */
    Object size(List<?> values) {
        for (Object value : values) {
            if (value instanceof Thing.Stranger stranger) {
                return unknown(stranger.gap());
            }
        }
        return (long) values.size();
    }
}
