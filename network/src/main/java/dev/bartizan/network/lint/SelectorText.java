package dev.bartizan.network.lint;

import dev.bartizan.network.model.LabelExpression;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.PodMatch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Selectors in a few words: {@code app=db in shop}. */
final class SelectorText {
    private SelectorText() {}

    static String of(PodMatch match) {
        String where = match.namespace()
                .or(() -> text(match.namespaces()).map(labels -> "namespaces with " + labels))
                .orElse("all namespaces");
        return text(match.pods()).orElse("any pod") + " in " + where;
    }

    /** Empty for what everything meets. */
    private static Optional<String> text(LabelExpression expression) {
        return switch (expression) {
            case LabelSelector(var requirements) ->
                requirements.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                requirements.stream().map(SelectorText::text).collect(Collectors.joining(", ")));
            case LabelExpression.All(var parts) -> joined(parts, " and ");
            case LabelExpression.Any(var parts) -> joined(parts, " or ");
            case LabelExpression.Not(var part) -> text(part).map(inner -> "not (" + inner + ")");
            case LabelExpression.Text(var key, var comparison, var value) ->
                Optional.of(key + " " + comparison.name().charAt(0) + " " + value);
        };
    }

    private static Optional<String> joined(List<LabelExpression> parts, String word) {
        List<String> texts =
                parts.stream().map(SelectorText::text).flatMap(Optional::stream).toList();
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(word, texts));
    }

    private static String text(LabelSelector.Requirement requirement) {
        String values = Stream.of(requirement.values())
                .map(set -> String.join("|", set))
                .collect(Collectors.joining());
        return switch (requirement.operator()) {
            case IN -> requirement.key() + "=" + values;
            case NOT_IN -> requirement.key() + "!=" + values;
            case EXISTS -> requirement.key();
            case DOES_NOT_EXIST -> "no " + requirement.key();
        };
    }
}
