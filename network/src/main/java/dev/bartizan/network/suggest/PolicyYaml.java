package dev.bartizan.network.suggest;

import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.PortSet;

/** What policies of several kinds have in common as they are written. */
final class PolicyYaml {
    private PolicyYaml() {}

    /** Everything before the fields of the specification. */
    static void head(String version, String kind, String name, String namespace, String said, YamlText yaml) {
        yaml.line(0, "---");
        yaml.comment(0, said);
        yaml.line(0, "apiVersion: " + version);
        yaml.line(0, "kind: " + kind);
        yaml.line(0, "metadata:");
        yaml.line(1, "name: " + YamlText.scalar(name));
        if (!namespace.isEmpty()) {
            yaml.line(1, "namespace: " + YamlText.scalar(namespace));
        }
        yaml.line(1, "labels: {app.kubernetes.io/managed-by: bartizan}");
        yaml.line(0, "spec:");
    }

    static String subject(SuggestedPolicy policy) {
        return "What " + policy.subject().name() + " may receive and open.";
    }

    /** A selector of labels under a key, which may begin an item of a list. */
    static void selector(int depth, String key, Segment segment, YamlText yaml) {
        if (segment.labels().isEmpty() && segment.without().isEmpty()) {
            yaml.line(depth, key + ": {}");
            return;
        }
        int below = depth + (key.startsWith("-") ? 2 : 1);
        yaml.line(depth, key + ":");
        requirements(below, segment, yaml);
    }

    static void requirements(int depth, Segment segment, YamlText yaml) {
        if (!segment.labels().isEmpty()) {
            yaml.line(depth, "matchLabels:");
            segment.labels()
                    .forEach((label, value) ->
                            yaml.line(depth + 1, YamlText.scalar(label) + ": " + YamlText.scalar(value)));
        }
        if (!segment.without().isEmpty()) {
            yaml.line(depth, "matchExpressions:");
            segment.without()
                    .forEach(label ->
                            yaml.line(depth + 1, "- {key: " + YamlText.scalar(label) + ", operator: DoesNotExist}"));
        }
    }

    static String namespace(String name) {
        return "matchLabels: {kubernetes.io/metadata.name: " + YamlText.scalar(name) + "}";
    }

    /** As NetworkPolicy lists them; nothing for all. */
    static void ports(int depth, PortSet ports, YamlText yaml) {
        if (ports.isAll()) {
            return;
        }
        yaml.line(depth, "ports:");
        for (PortMatch.Range range : ports.ranges()) {
            yaml.line(depth + 1, "- {" + port(range) + "}");
        }
    }

    private static String port(PortMatch.Range range) {
        String protocol = "protocol: " + range.protocol();
        if (range.equals(PortMatch.all(range.protocol()))) {
            return protocol;
        }
        String first = protocol + ", port: " + range.first();
        return range.first() == range.last() ? first : first + ", endPort: " + range.last();
    }
}
