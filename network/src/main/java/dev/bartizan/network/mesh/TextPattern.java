package dev.bartizan.network.mesh;

import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelExpression.Comparison;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.LabelSelector.Operator;
import dev.bartizan.network.model.LabelSelector.Requirement;
import java.util.List;
import java.util.TreeSet;

/** A text as rules of Istio compare it: exact, {@code a*}, {@code *a}, or {@code *} for any that is not empty (Rule of security.istio.io/v1). */
record TextPattern(Kind kind, String text) {
    /** How it is compared. */
    enum Kind {
        EXACT,
        PREFIX,
        SUFFIX,
        PRESENT
    }

    static TextPattern of(String written) {
        if (written.equals("*")) {
            return new TextPattern(Kind.PRESENT, "");
        }
        if (written.endsWith("*")) {
            return new TextPattern(Kind.PREFIX, written.substring(0, written.length() - 1));
        }
        return written.startsWith("*")
                ? new TextPattern(Kind.SUFFIX, written.substring(1))
                : new TextPattern(Kind.EXACT, written);
    }

    boolean matches(String value) {
        return switch (kind) {
            case EXACT -> value.equals(text);
            case PREFIX -> value.startsWith(text);
            case SUFFIX -> value.endsWith(text);
            case PRESENT -> !value.isEmpty();
        };
    }

    /** The pods whose attribute is like that. */
    LabelExpression at(String key) {
        return switch (kind) {
            case EXACT -> one(key, Operator.IN, new TreeSet<>(List.of(text)));
            case PREFIX -> new LabelExpression.Text(key, Comparison.STARTS_WITH, text);
            case SUFFIX -> new LabelExpression.Text(key, Comparison.ENDS_WITH, text);
            case PRESENT -> one(key, Operator.EXISTS, new TreeSet<>());
        };
    }

    private static LabelSelector one(String key, Operator operator, TreeSet<String> values) {
        return new LabelSelector(List.of(new Requirement(key, operator, values)));
    }
}
