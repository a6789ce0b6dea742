package dev.bartizan.network.suggest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** One file of policies for each namespace. */
final class PolicyFiles {
    static final String FOLDER = "policies/";
    private static final int LONGEST_NAME = 100;

    private PolicyFiles() {}

    static SortedMap<String, String> of(Synthesis.Answer answer) {
        var byNamespace = new HashMap<String, List<SuggestedPolicy>>();
        answer.policies()
                .forEach(policy -> byNamespace
                        .computeIfAbsent(policy.subject().namespace(), key -> new ArrayList<>())
                        .add(policy));
        var files = new TreeMap<String, String>();
        names(answer).forEach((namespace, path) -> {
            var yaml = new YamlText();
            NetworkPolicyForm.defaultDeny(namespace, yaml);
            NetworkPolicyForm.dns(namespace, yaml);
            byNamespace.getOrDefault(namespace, List.of()).forEach(policy -> NetworkPolicyForm.policy(policy, yaml));
            files.put(path, yaml.toString());
        });
        return files;
    }

    /** The paths of the files by namespace; a namespace that is no name for a file gets one like it. */
    static SortedMap<String, String> names(Synthesis.Answer answer) {
        Set<String> taken = new HashSet<>();
        var paths = new TreeMap<String, String>();
        for (String namespace : answer.namespaces()) {
            String plain = namespace.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
            String base = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
            String path = FOLDER + base + ".yaml";
            for (int number = 2; !taken.add(path); number++) {
                path = FOLDER + base + "-" + number + ".yaml";
            }
            paths.put(namespace, path);
        }
        return paths;
    }
}
