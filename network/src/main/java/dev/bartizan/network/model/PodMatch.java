package dev.bartizan.network.model;

import java.util.Map;
import java.util.Optional;

/**
 * Which pods are meant.
 *
 * @param namespace the only one they may be in; empty: whichever the selector of namespaces admits
 */
public record PodMatch(Optional<String> namespace, LabelSelector namespaces, LabelSelector pods) {

    /** Those of one namespace. */
    public static PodMatch in(String namespace, LabelSelector pods) {
        return new PodMatch(Optional.of(namespace), LabelSelector.EVERYTHING, pods);
    }

    /** Those of all namespaces with such labels. */
    public static PodMatch across(LabelSelector namespaces, LabelSelector pods) {
        return new PodMatch(Optional.empty(), namespaces, pods);
    }

    /** Whether the pods of this namespace may be meant. */
    public boolean admits(String name, Map<String, String> labels) {
        return namespace.map(name::equals).orElseGet(() -> namespaces.matches(labels));
    }
}
