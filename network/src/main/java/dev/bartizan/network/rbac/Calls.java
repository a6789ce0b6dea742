package dev.bartizan.network.rbac;

import dev.bartizan.network.model.Pod;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Calls to the API server in words. */
public final class Calls {
    private Calls() {}

    /** {@code a pod in lab with app=web}. */
    public static String pod(Pod impostor) {
        return "a pod in " + impostor.namespace()
                + (impostor.labels().isEmpty() ? " without labels" : " with " + text(impostor.labels()));
    }

    /** {@code label a pod in lab with app=web}, {@code take the labels off a pod in lab}. */
    public static String relabel(Pod impostor) {
        return impostor.labels().isEmpty()
                ? "take the labels off a pod in " + impostor.namespace()
                : Power.LABEL_POD.word() + " " + pod(impostor);
    }

    /** {@code app=web,tier=a}. */
    static String text(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.joining(","));
    }
}
