package dev.bartizan.rules;

import dev.bartizan.source.Problem;
import dev.bartizan.source.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong with a condition, each with its place. The methods give nothing, so that a reader can return what they return. */
final class Mistakes {
    private final List<Problem> problems = new ArrayList<>();

    <T> Optional<T> add(Place place, String message, String remedy) {
        problems.add(Problem.error("condition", message, remedy, place.location()));
        return Optional.empty();
    }

    /** A word that stands for none of those allowed. */
    <T> Optional<T> unknown(Place place, String what, String word, Collection<String> allowed) {
        String suggestion = Spelling.nearest(word, allowed)
                .map(nearest -> "did you mean '" + nearest + "'? ")
                .orElse("");
        return add(
                place,
                "no " + what + " is called '" + Wording.clipped(word) + "'",
                suggestion + "known here: "
                        + String.join(", ", allowed.stream().sorted().toList()));
    }

    List<Problem> problems() {
        return problems;
    }
}
