package dev.bartizan.baseline;

import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.Spelling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code bartizan.yaml} says about the baseline.
 *
 * @param parameters values that checks ask for, by name, as they are written: one value or a list
 * @param exceptions what was accepted for a while
 */
public record BaselineSettings(SortedMap<String, Node> parameters, List<Exemption> exceptions) {
    /** When nothing is said. */
    public static final BaselineSettings NONE = new BaselineSettings(new TreeMap<>(), List.of());

    public BaselineSettings {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        exceptions = List.copyOf(exceptions);
    }

    /** The parameters as texts; only those that are known. */
    Given given(Collection<String> known) {
        return Given.of(parameters, known);
    }

    /** The parameters that the settings give, as texts, and what is wrong with them. */
    record Given(SortedMap<String, List<String>> values, List<Problem> problems) {

        private static Given of(SortedMap<String, Node> written, Collection<String> known) {
            var values = new TreeMap<String, List<String>>();
            var problems = new ArrayList<Problem>();
            written.forEach((name, node) -> {
                List<String> texts = node instanceof Scalar
                        ? node.text().stream().toList()
                        : node.items().stream()
                                .flatMap(item -> item.text().stream())
                                .toList();
                if (!known.contains(name)) {
                    problems.add(Problem.warning(
                            "unknown-parameter",
                            "No check has a parameter '" + name + "'.",
                            Spelling.nearest(name, known)
                                    .map(near -> "did you mean '" + near + "'?")
                                    .orElse("known: " + String.join(", ", known)),
                            node.location()));
                } else if (texts.isEmpty()) {
                    problems.add(Problem.warning(
                            "empty-parameter",
                            "The parameter '" + name + "' has no value.",
                            "write a text or a list of texts",
                            node.location()));
                } else {
                    values.put(name, texts);
                }
            });
            return new Given(values, problems);
        }
    }
}
