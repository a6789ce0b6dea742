package dev.bartizan.network.suggest;

import dev.bartizan.source.Absent;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Redacted;
import dev.bartizan.source.Scalar;
import dev.bartizan.source.ScalarType;
import dev.bartizan.source.Sequence;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes what was read as it would be applied again: without what the API server fills in. */
final class YamlTree {
    private static final Set<String> OF_SERVER = Set.of(
            "resourceVersion",
            "uid",
            "creationTimestamp",
            "generation",
            "managedFields",
            "selfLink",
            "ownerReferences");

    private YamlTree() {}

    /** Whether nothing of it was masked. */
    static boolean isWhole(Node node) {
        return switch (node) {
            case Redacted _ -> false;
            case Scalar _, Absent _ -> true;
            case Mapping mapping -> mapping.values().stream().allMatch(YamlTree::isWhole);
            case Sequence sequence -> sequence.items().stream().allMatch(YamlTree::isWhole);
        };
    }

    /**
     * One object, each field in a line.
     *
     * @param namespace that it is in; empty when it has none
     */
    static void object(Node root, String namespace, YamlText yaml) {
        yaml.line(0, "---");
        if (root instanceof Mapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                String key = mapping.key(i);
                if (key.equals("metadata")) {
                    yaml.line(0, "metadata: " + metadata(mapping.value(i), namespace));
                } else if (!key.equals("status")) {
                    yaml.line(0, YamlText.scalar(key) + ": " + flow(mapping.value(i)));
                }
            }
        }
    }

    private static String metadata(Node node, String namespace) {
        String given = node.get("namespace").isPresent() || namespace.isEmpty()
                ? ""
                : "namespace: " + YamlText.scalar(namespace);
        String rest = node instanceof Mapping mapping
                ? IntStream.range(0, mapping.size())
                        .filter(i -> !OF_SERVER.contains(mapping.key(i)))
                        .mapToObj(i -> entry(mapping, i))
                        .collect(Collectors.joining(", "))
                : "";
        return "{" + given + (given.isEmpty() || rest.isEmpty() ? "" : ", ") + rest + "}";
    }

    private static String flow(Node node) {
        return switch (node) {
            case Scalar scalar ->
                scalar.type() == ScalarType.STRING ? YamlText.scalar(scalar.raw()) : plain(scalar.raw());
            case Mapping mapping ->
                IntStream.range(0, mapping.size())
                        .mapToObj(i -> entry(mapping, i))
                        .collect(Collectors.joining(", ", "{", "}"));
            case Sequence sequence ->
                sequence.items().stream().map(YamlTree::flow).collect(Collectors.joining(", ", "[", "]"));
            case Absent _ -> "null";
        };
    }

    private static String plain(String raw) {
        return raw.isEmpty() ? "null" : raw;
    }

    private static String entry(Mapping mapping, int index) {
        return YamlText.scalar(mapping.key(index)) + ": " + flow(mapping.value(index));
    }
}
