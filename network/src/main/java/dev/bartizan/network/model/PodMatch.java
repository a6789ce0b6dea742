package dev.bartizan.network.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which pods are meant.
 *
 * @param namespace the only one they may be in, if they may not be in several
 * @param namespaces what the labels of theirs must be like
 */
public record PodMatch(Optional<String> namespace, LabelExpression namespaces, LabelExpression pods) {

    /** Those of one namespace. */
    public static PodMatch in(String namespace, LabelExpression pods) {
        return new PodMatch(Optional.of(namespace), LabelSelector.EVERYTHING, pods);
    }

    /** Those of all namespaces with such labels. */
    public static PodMatch across(LabelExpression namespaces, LabelExpression pods) {
        return new PodMatch(Optional.empty(), namespaces, pods);
    }

    /** Those that both mean. */
    public PodMatch and(PodMatch other) {
        boolean isNobody = namespace.isPresent() && other.namespace.isPresent() && !namespace.equals(other.namespace);
        return new PodMatch(
                namespace.or(other::namespace),
                both(namespaces, other.namespaces),
                isNobody ? LabelSelector.NOTHING : both(pods, other.pods));
    }

    private static LabelExpression both(LabelExpression one, LabelExpression other) {
        if (one.equals(LabelSelector.EVERYTHING) || one.equals(other)) {
            return other;
        }
        return other.equals(LabelSelector.EVERYTHING) ? one : new LabelExpression.All(List.of(one, other));
    }

    /** Whether the pods of this namespace may be meant. */
    public boolean admits(String name, Map<String, String> labels) {
        return namespace.map(name::equals).orElse(true) && namespaces.matches(labels);
    }
}
