package dev.bartizan.exchange.dialect;

import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.ScalarType;
import dev.bartizan.source.Sequence;
import dev.bartizan.source.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run of a {@link Schema} over a document. */
final class SchemaCheck {
    /** Of the same message, so many are told with their places. */
    private static final int MOST_ALIKE = 20;

    /** More than anyone reads: the file is something else, or was made to be long. */
    private static final int MOST = 1000;

    private static final int LONGEST_WORD = 60;

    private final Schema schema;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> alike = new HashMap<>();

    SchemaCheck(Schema schema) {
        this.schema = schema;
    }

    List<Problem> problems() {
        var all = new ArrayList<>(problems);
        problems.stream()
                .filter(problem -> alike.getOrDefault(problem.message(), 0) > MOST_ALIKE)
                .map(Problem::message)
                .distinct()
                .forEach(message -> problems.stream()
                        .filter(problem -> problem.message().equals(message))
                        .reduce((_, last) -> last)
                        .ifPresent(last -> all.add(new Problem(
                                last.code(),
                                last.level(),
                                "And " + (alike.getOrDefault(message, 0) - MOST_ALIKE) + " more of these: " + message,
                                last.remedy(),
                                last.location()))));
        return all.stream().sorted().toList();
    }

    void named(Spot spot, String type) {
        Map<String, Schema.Key> keys = schema.type(type);
        if (!(spot.node() instanceof Mapping mapping)) {
            wrongType(spot, "an object");
            return;
        }
        for (int i = 0; i < mapping.size(); i++) {
            String name = mapping.key(i);
            Schema.Key key = keys.get(name);
            String pointer = Pointer.child(spot.pointer(), name);
            if (key == null) {
                unknownKey(name, keys.keySet(), mapping.keyLocation(i, pointer));
            } else if (mapping.value(i).hasValue()) {
                value(new Spot(mapping.value(i), pointer), key.type());
            }
        }
        keys.forEach((name, key) -> require(spot, mapping, name, key));
    }

    private void require(Spot spot, Mapping mapping, String name, Schema.Key key) {
        boolean isMissing = switch (key.need()) {
            case NONE -> false;
            case PRESENT -> !mapping.has(name);
            case VALUE -> !mapping.get(name).hasValue();
        };
        if (isMissing) {
            add("missing-key", "The key '" + name + "' is missing.", "add it: the format requires it", spot.location());
        }
    }

    private void value(Spot spot, Schema.Type type) {
        switch (type) {
            case Schema.Type.Named named -> named(spot, named.name());
            case Schema.Type.Value value -> scalar(spot, value.sort());
            case Schema.Type.Word words -> word(spot, words.words());
            case Schema.Type.ListOf list -> {
                if (spot.node() instanceof Sequence) {
                    spot.items().stream()
                            .filter(item -> item.node().hasValue())
                            .forEach(item -> value(item, list.item()));
                } else {
                    wrongType(spot, "a list");
                }
            }
            case Schema.Type.MapOf map -> {
                if (spot.node() instanceof Mapping mapping) {
                    for (int i = 0; i < mapping.size(); i++) {
                        if (mapping.value(i).hasValue()) {
                            value(
                                    new Spot(mapping.value(i), Pointer.child(spot.pointer(), mapping.key(i))),
                                    map.value());
                        }
                    }
                } else {
                    wrongType(spot, "an object");
                }
            }
        }
    }

    private void scalar(Spot spot, Schema.Sort sort) {
        switch (sort) {
            case ANY -> {}
            case SCALAR -> require(spot, spot.node() instanceof Scalar, "a single value");
            case TEXT -> require(spot, type(spot.node()) == ScalarType.STRING, "a text");
            case FLAG -> require(spot, type(spot.node()) == ScalarType.BOOLEAN, "true or false");
            case NUMBER ->
                require(
                        spot,
                        type(spot.node()) == ScalarType.INTEGER || type(spot.node()) == ScalarType.FLOAT,
                        "a number");
        }
    }

    /** Of what is no scalar, that of nothing. */
    private static ScalarType type(Node node) {
        return node instanceof Scalar scalar ? scalar.type() : ScalarType.NULL;
    }

    private void word(Spot spot, List<String> words) {
        String word = spot.text().orElse("");
        if (!(spot.node() instanceof Scalar)) {
            wrongType(spot, "a word");
        } else if (!words.contains(word) && !isFull(spot.location())) {
            add(
                    "unknown-word",
                    "'" + clip(word) + "' is none of the words of the format" + suggestion(word, words),
                    "allowed here: " + String.join(", ", words),
                    spot.location());
        }
    }

    private void require(Spot spot, boolean holds, String wanted) {
        if (!holds) {
            wrongType(spot, wanted);
        }
    }

    private void wrongType(Spot spot, String wanted) {
        add("wrong-type", "The format wants " + wanted + " here.", "write " + wanted, spot.location());
    }

    private void unknownKey(String name, Collection<String> allowed, Location location) {
        if (isFull(location)) {
            return;
        }
        add(
                "unknown-key",
                "Unknown key '" + clip(name) + "'" + suggestion(name, allowed),
                allowed.isEmpty() ? "remove it" : "allowed here: " + String.join(", ", allowed),
                location);
    }

    /** Once it is, says so, and spares the work of wording what nobody reads. */
    private boolean isFull(Location location) {
        if (problems.size() == MOST) {
            problems.add(Problem.error(
                    "too-many-problems",
                    "There are more problems than " + MOST + "; the rest is not told.",
                    "correct these first",
                    location));
        }
        return problems.size() > MOST;
    }

    private static String suggestion(String word, Collection<String> allowed) {
        return Spelling.nearest(word, allowed)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse(".");
    }

    private void add(String code, String message, String remedy, Location location) {
        if (!isFull(location) && alike.merge(message, 1, Integer::sum) <= MOST_ALIKE) {
            problems.add(Problem.error(code, message, remedy, location));
        }
    }

    private static String clip(String word) {
        return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD) + "…";
    }
}
