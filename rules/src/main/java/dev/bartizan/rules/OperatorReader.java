package dev.bartizan.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.bartizan.graph.Truth;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what is asked of a value: one operator, perhaps with {@code ignore-case}, {@code normalise: capability} or {@code path}, or a {@code default} that an
 * absent value stands for.
 *
 * <pre>
 * exists: true|false        is: true|false          empty: true          redacted: true | {kind: [...], known-default: true}
 * equals: text              in: [...]               includes: [...]      each also {path: ...} or {parameter: ...}
 * prefix: text              suffix: text            contains: text       each also a list, one of which suffices
 * matches: pattern          at-least: number        at-most: number
 * </pre>
 */
final class OperatorReader {
    private static final List<String> OPERATORS = List.of(
            "exists",
            "is",
            "empty",
            "redacted",
            "equals",
            "in",
            "includes",
            "prefix",
            "suffix",
            "contains",
            "matches",
            "at-least",
            "at-most");
    private static final List<String> MODIFIERS = List.of("ignore-case", "normalise", "default");

    private final Scope scope;
    private final Parameters parameters;
    private final Mistakes mistakes;

    OperatorReader(Scope scope, Parameters parameters, Mistakes mistakes) {
        this.scope = scope;
        this.parameters = parameters;
        this.mistakes = mistakes;
    }

    /** @param form the key that names the value, besides the operator's */
    Optional<Condition> read(Place place, String form, Operand operand) {
        if (!(place.node() instanceof Mapping mapping) || !hasOnlyKnownKeys(place, mapping, form)) {
            return Optional.empty();
        }
        var operators = mapping.keys().stream().filter(OPERATORS::contains).toList();
        boolean isRange = operators.size() == 2 && operators.containsAll(List.of("at-least", "at-most"));
        if (operators.size() != 1 && !isRange) {
            return mistakes.add(place, "a value is asked one thing", "write one of " + String.join(", ", OPERATORS));
        }
        String name = operators.getFirst();
        boolean isNegative = name.equals("exists") && mapping.get("exists").isFalse();
        return operator(place, name).flatMap(operator -> {
            var absent = whenAbsent(place, operator);
            return absent.map(truth -> {
                var test = new ValueTest(
                        operand, operator, truth, place.node().get("default").text(""));
                return isNegative ? test.not() : test;
            });
        });
    }

    private boolean hasOnlyKnownKeys(Place place, Mapping mapping, String form) {
        var allowed = new ArrayList<>(OPERATORS);
        allowed.addAll(MODIFIERS);
        var unknown = mapping.keys().stream()
                .filter(key -> !key.equals(form) && !allowed.contains(key))
                .toList();
        unknown.forEach(key -> mistakes.unknown(place.get(key), "operator", key, allowed));
        return unknown.isEmpty();
    }

    private Optional<Operator> operator(Place place, String name) {
        var written = place.get(name);
        return switch (name) {
            case "exists" -> bool(written).map(ignored -> new Operator.Exists());
            case "is" -> bool(written).map(Operator.Is::new);
            case "empty" -> onlyTrue(written).map(ignored -> new Operator.Empty());
            case "redacted" -> redacted(written);
            case "equals", "in" -> oneOf(place, written).map(one -> one);
            case "includes" -> oneOf(place, written).map(Operator.Includes::new);
            case "prefix" -> part(place, written, Operator.Part.Where.PREFIX);
            case "suffix" -> part(place, written, Operator.Part.Where.SUFFIX);
            case "contains" -> part(place, written, Operator.Part.Where.ANYWHERE);
            case "matches" -> pattern(written);
            default -> range(place);
        };
    }

    private Optional<Operator.OneOf> oneOf(Place place, Place written) {
        return normalisation(place)
                .flatMap(how -> values(written).map(values -> new Operator.OneOf(values, ignoresCase(place), how)));
    }

    private Optional<Values.Normalisation> normalisation(Place place) {
        var written = place.node().get("normalise");
        return switch (written.text("")) {
            case "" -> Optional.of(Values.Normalisation.NONE);
            case "capability" -> Optional.of(Values.Normalisation.CAPABILITY);
            case "path" -> Optional.of(Values.Normalisation.PATH);
            case String other ->
                mistakes.unknown(place.get("normalise"), "normalisation", other, List.of("capability", "path"));
        };
    }

    private Optional<Values> values(Place written) {
        return written.node() instanceof Mapping mapping
                ? mapping.has("parameter") ? parameter(written.get("parameter")) : elsewhere(written.get("path"))
                : literals(written).map(Values.Literals::new);
    }

    private Optional<Values> parameter(Place written) {
        String name = written.node().text("");
        if (!parameters.values().containsKey(name)) {
            return mistakes.unknown(
                    written, "parameter", name, parameters.values().keySet());
        }
        Optional<Values> value = parameters.values().get(name).map(Values.Literals::new);
        return Optional.of(value.orElseGet(() -> new Values.Unset(Parameters.gap(name))));
    }

    private Optional<Values> elsewhere(Place written) {
        Optional<Integer> text = written.node().text().flatMap(scope::text);
        return text.isPresent()
                ? text.map(Values.ElsewhereText::new)
                : ConditionReader.path(written, scope, mistakes).map(Values.Elsewhere::new);
    }

    private Optional<List<String>> literals(Place written) {
        var texts = new ArrayList<String>();
        List<Node> items = written.node() instanceof Scalar
                ? List.of(written.node())
                : written.node().items();
        items.forEach(item -> item.text().ifPresent(texts::add));
        return texts.isEmpty() || texts.size() != items.size()
                ? mistakes.add(written, "a text or a list of texts is expected", "")
                : Optional.of(texts);
    }

    private Optional<Operator> part(Place place, Place written, Operator.Part.Where where) {
        return literals(written).map(parts -> new Operator.Part(where, parts, ignoresCase(place)));
    }

    private Optional<Operator> pattern(Place written) {
        try {
            return Optional.of(
                    new Operator.Matches(Pattern.compile(written.node().text(""))));
        } catch (PatternSyntaxException mistake) {
            return mistakes.add(
                    written,
                    "this is no pattern: " + mistake.getDescription(),
                    "see github.com/google/re2/wiki/Syntax");
        }
    }

    private Optional<Operator> range(Place place) {
        Optional<Long> least = number(place.get("at-least"), Long.MIN_VALUE);
        Optional<Long> most = number(place.get("at-most"), Long.MAX_VALUE);
        return least.flatMap(low -> most.map(high -> new Operator.Between(low, high)));
    }

    private Optional<Long> number(Place written, long otherwise) {
        return switch (written.node()) {
            case Scalar scalar when scalar.integer().isPresent() -> scalar.integer();
            case Node node when !node.isPresent() -> Optional.of(otherwise);
            case Node ignored -> mistakes.add(written, "a whole number is expected", "");
        };
    }

    private Optional<Operator> redacted(Place written) {
        if (written.node().isTrue()) {
            return Optional.of(new Operator.IsRedacted(List.of(), Optional.empty()));
        }
        if (!(written.node() instanceof Mapping mapping)
                || !List.of("kind", "known-default").containsAll(mapping.keys())) {
            return mistakes.add(written, "redacted is true, or a mapping of kind and known-default", "");
        }
        Optional<Boolean> isDefault =
                mapping.has("known-default") ? bool(written.get("known-default")) : Optional.empty();
        List<String> kinds = mapping.has("kind") ? literals(written.get("kind")).orElse(List.of()) : List.of();
        return Optional.of(new Operator.IsRedacted(kinds, isDefault));
    }

    private Optional<Boolean> bool(Place written) {
        return written.node().isTrue()
                ? Optional.of(true)
                : written.node().isFalse()
                        ? Optional.of(false)
                        : mistakes.add(written, "true or false is expected", "");
    }

    private Optional<Boolean> onlyTrue(Place written) {
        return written.node().isTrue()
                ? Optional.of(true)
                : mistakes.add(written, "only true is expected", "use not for the opposite");
    }

    private static boolean ignoresCase(Place place) {
        return place.node().get("ignore-case").isTrue();
    }

    private Optional<Truth> whenAbsent(Place place, Operator operator) {
        var written = place.get("default");
        if (!written.node().isPresent()) {
            return Optional.of(operator instanceof Operator.Empty ? Truth.CONFIRMED : Truth.REFUTED);
        }
        return written.node() instanceof Scalar scalar
                ? Optional.of(operator.test(scalar, new Frame()))
                : mistakes.add(written, "a default is a single value", "");
    }
}
