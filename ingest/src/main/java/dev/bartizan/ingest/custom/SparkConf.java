package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What Spark's own properties say about the pods of one role; the operator's fields come before them, the pod template after them.
 *
 * <p>Source: Spark 3.5, Running on Kubernetes, "Spark Properties" and "Using Kubernetes Volumes".
 *
 * @param conf the properties
 * @param role {@code driver} or {@code executor}
 */
record SparkConf(Place conf, String role) {
    private static final String PREFIX = "spark.kubernetes.";
    /** They name files and classes that change the pod as they like. */
    private static final Set<String> OPEN = Set.of("podTemplateFile", "pod.featureSteps");

    /** What may change the pod in a way that no property tells; empty when nothing does. */
    String gap() {
        boolean isOpen = OPEN.stream().anyMatch(key -> ofRole(key).node().hasValue());
        return isOpen ? "what the pod template file or feature steps in sparkConf set" : "";
    }

    Place image() {
        return ofRole("container.image");
    }

    /** The image of both roles. */
    Place commonImage() {
        return conf.get(PREFIX + "container.image");
    }

    /** Executors run as the driver does unless they are told otherwise. */
    Place account() {
        return conf.get(PREFIX + "authenticate." + role + ".serviceAccountName");
    }

    Map<String, Located> labels() {
        return texts(PREFIX + role + ".label.");
    }

    Map<String, Located> annotations() {
        return texts(PREFIX + role + ".annotation.");
    }

    Map<String, Located> nodeSelector() {
        Map<String, Located> selector = texts(PREFIX + "node.selector.");
        selector.putAll(texts(PREFIX + role + ".node.selector."));
        return selector;
    }

    List<Place> environment() {
        var variables = new ArrayList<Place>();
        BiConsumer<String, Place> plain = (name, value) -> variables.add(variable(name, value, "value", value));
        each(role.equals("driver") ? PREFIX + "driverEnv." : "spark.executorEnv.", plain);
        each(
                PREFIX + role + ".secretKeyRef.",
                (name, value) -> secretKey(value)
                        .ifPresent(source -> variables.add(variable(name, value, "valueFrom", source))));
        return variables;
    }

    /** Secrets and volumes, which are mounted where they are named. */
    SparkVolumes volumes() {
        var volumes = new SparkVolumes(conf);
        each(PREFIX + role + ".secrets.", volumes::secret);
        each(PREFIX + role + ".volumes.", volumes::property);
        return volumes;
    }

    private static Place variable(String name, Place at, String key, Place value) {
        var variable = new LinkedHashMap<String, Located>();
        variable.put("name", Entries.derived(name, at));
        Entries.put(variable, key, value);
        return Entries.mapping(at, variable, "");
    }

    /** {@code name:key}. */
    private static Optional<Place> secretKey(Place value) {
        String text = value.node().text("");
        int colon = text.indexOf(':');
        if (colon <= 0) {
            return Optional.empty();
        }
        var reference = new LinkedHashMap<String, Located>();
        reference.put("name", Entries.derived(text.substring(0, colon), value));
        reference.put("key", Entries.derived(text.substring(colon + 1), value));
        var source = new LinkedHashMap<String, Located>();
        Entries.put(source, "secretKeyRef", Entries.mapping(value, reference, ""));
        return Optional.of(Entries.mapping(value, source, ""));
    }

    private Place ofRole(String key) {
        return conf.get(PREFIX + role + "." + key);
    }

    private Map<String, Located> texts(String prefix) {
        var texts = new LinkedHashMap<String, Located>();
        each(prefix, (name, value) -> Entries.put(texts, name, value));
        return texts;
    }

    private void each(String prefix, BiConsumer<String, Place> use) {
        if (conf.node() instanceof Mapping mapping) {
            for (String key : mapping.keys()) {
                if (key.startsWith(prefix) && key.length() > prefix.length()) {
                    use.accept(key.substring(prefix.length()), conf.get(key));
                }
            }
        }
    }
}
