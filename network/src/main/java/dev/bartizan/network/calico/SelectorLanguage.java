package dev.bartizan.network.calico;

import dev.bartizan.network.calico.Tokens.Kind;
import dev.bartizan.network.calico.Tokens.Token;
import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelExpression.Comparison;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The language of Calico's selectors (projectcalico.org/v3 NetworkPolicy, selectors): {@code has(a)}, {@code a == "x"}, {@code a not in {"x", "y"}},
 * {@code a starts with "x"} ..., {@code all()}, {@code global()}, with {@code !}, {@code &&}, {@code ||} and parentheses. A label that is missing meets
 * {@code !=} and {@code not in}.
 */
final class SelectorLanguage {
    private static final int DEEPEST = 100;

    private final Tokens tokens;
    private final Vocabulary vocabulary;
    private int depth;

    /**
     * What the words of a selector mean where it stands.
     *
     * @param keys the key that a label is known by here
     * @param all what {@code all()} selects
     * @param global what {@code global()} selects
     */
    record Vocabulary(UnaryOperator<String> keys, LabelExpression all, LabelExpression global) {}

    private SelectorLanguage(Tokens tokens, Vocabulary vocabulary) {
        this.tokens = tokens;
        this.vocabulary = vocabulary;
    }

    /** Empty when it is no selector. */
    static Optional<LabelExpression> read(String selector, Vocabulary vocabulary) {
        if (selector.isBlank()) {
            return Optional.of(vocabulary.all());
        }
        return Tokens.of(selector).flatMap(tokens -> {
            var language = new SelectorLanguage(tokens, vocabulary);
            return language.any().filter(read -> tokens.peek().kind() == Kind.END);
        });
    }

    private Optional<LabelExpression> any() {
        var parts = new ArrayList<LabelExpression>();
        do {
            Optional<LabelExpression> part = all();
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        } while (tokens.take("||"));
        return Optional.of(parts.size() == 1 ? parts.getFirst() : new LabelExpression.Any(parts));
    }

    private Optional<LabelExpression> all() {
        var parts = new ArrayList<LabelExpression>();
        do {
            Optional<LabelExpression> part = negatable();
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        } while (tokens.take("&&"));
        return Optional.of(parts.size() == 1 ? parts.getFirst() : new LabelExpression.All(parts));
    }

    private Optional<LabelExpression> negatable() {
        boolean isNegated = false;
        while (tokens.take("!")) {
            isNegated = !isNegated;
        }
        Optional<LabelExpression> operation = tokens.take("(") ? bracketed() : operation();
        return isNegated ? operation.map(LabelExpression.Not::new) : operation;
    }

    private Optional<LabelExpression> bracketed() {
        depth++;
        Optional<LabelExpression> within = depth > DEEPEST ? Optional.empty() : any();
        depth--;
        return within.filter(read -> tokens.take(")"));
    }

    private Optional<LabelExpression> operation() {
        Token first = tokens.take();
        if (first.kind() == Kind.CALL) {
            return Optional.of(called(first.text()));
        }
        if (first.kind() != Kind.WORD) {
            return Optional.empty();
        }
        String key = vocabulary.keys().apply(first.text());
        Token operator = tokens.take();
        return switch (operator.kind() == Kind.TEXT ? "" : operator.text()) {
            case "==" -> text().map(value -> requirement(key, Operator.IN, value));
            case "!=" -> text().map(value -> requirement(key, Operator.NOT_IN, value));
            case "contains" -> text().map(value -> new LabelExpression.Text(key, Comparison.CONTAINS, value));
            case "starts" -> compared(key, Comparison.STARTS_WITH);
            case "ends" -> compared(key, Comparison.ENDS_WITH);
            case "in" -> texts().map(values -> requirement(key, Operator.IN, values));
            case "not" ->
                tokens.take("in") ? texts().map(values -> requirement(key, Operator.NOT_IN, values)) : Optional.empty();
            case String _ -> Optional.empty();
        };
    }

    private LabelExpression called(String call) {
        return switch (call) {
            case "all()" -> vocabulary.all();
            case "global()" -> vocabulary.global();
            case String _ -> {
                String key = call.substring(call.indexOf('(') + 1, call.length() - 1);
                yield requirement(vocabulary.keys().apply(key), Operator.EXISTS, new TreeSet<>());
            }
        };
    }

    private Optional<LabelExpression> compared(String key, Comparison comparison) {
        return tokens.take("with")
                ? text().map(value -> new LabelExpression.Text(key, comparison, value))
                : Optional.empty();
    }

    private Optional<String> text() {
        Token token = tokens.take();
        return token.kind() == Kind.TEXT ? Optional.of(token.text()) : Optional.empty();
    }

    private Optional<SortedSet<String>> texts() {
        if (!tokens.take("{")) {
            return Optional.empty();
        }
        var texts = new TreeSet<String>();
        while (tokens.peek().kind() == Kind.TEXT) {
            texts.add(tokens.take().text());
            if (!tokens.take(",")) {
                break;
            }
        }
        return tokens.take("}") ? Optional.of(texts) : Optional.empty();
    }

    private static LabelExpression requirement(String key, Operator operator, String value) {
        return requirement(key, operator, new TreeSet<>(List.of(value)));
    }

    private static LabelExpression requirement(String key, Operator operator, SortedSet<String> values) {
        return new LabelSelector(List.of(new Requirement(key, operator, values)));
    }
}
