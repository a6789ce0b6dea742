package dev.bartizan.network.suggest;

import dev.bartizan.network.policies.Change;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.source.Reading;
import dev.bartizan.source.SourceReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Policies as files, and read back from these. */
final class PolicyFiles {
    private static final String STAGED = "staged/";

    private final SortedMap<String, String> texts = new TreeMap<>();
    private final SortedMap<String, String> staged = new TreeMap<>();
    private final Map<String, List<String>> byNamespace = new HashMap<>();
    private final Map<String, List<PolicyManifest>> byPath = new HashMap<>();

    /** @param hasStagedPolicies whether the network plugin knows policies that only report, as Calico does */
    PolicyFiles(Synthesis.Answer answer, List<PolicyForm> forms, boolean hasStagedPolicies) {
        for (PolicyForm form : forms) {
            SortedMap<String, String> written = form.texts(answer);
            SortedMap<String, String> trials = form.staged(written, hasStagedPolicies);
            FilePaths.of(form.folder(), written.keySet()).forEach((namespace, path) -> {
                texts.put(path, written.getOrDefault(namespace, ""));
                byNamespace
                        .computeIfAbsent(namespace, key -> new ArrayList<>(1))
                        .add(path);
                String trial = trials.getOrDefault(namespace, "");
                if (!trial.isEmpty()) {
                    staged.put(STAGED + path.replace('/', '-'), trial);
                }
            });
        }
        List<Reading> readings = texts.entrySet().parallelStream()
                .map(file -> SourceReader.parse(file.getKey(), file.getValue()))
                .toList();
        int next = 0;
        for (String path : texts.keySet()) {
            Reading reading = readings.get(next++);
            if (!reading.problems().isEmpty()) {
                throw new IllegalStateException("a policy was written that cannot be read: " + path);
            }
            byPath.put(path, Change.documents(reading));
        }
    }

    /** By path. */
    SortedMap<String, String> texts() {
        return texts;
    }

    /** The same where they only tell what they would do, by path. */
    SortedMap<String, String> staged() {
        return staged;
    }

    /** The paths of a namespace. */
    List<String> paths(String namespace) {
        return byNamespace.getOrDefault(namespace, List.of());
    }

    /** As they were read back. */
    List<PolicyManifest> manifests() {
        return texts.keySet().stream()
                .flatMap(path -> byPath.getOrDefault(path, List.of()).stream())
                .toList();
    }

    /** Of a namespace. */
    List<PolicyManifest> manifests(String namespace) {
        return paths(namespace).stream()
                .flatMap(path -> byPath.getOrDefault(path, List.of()).stream())
                .toList();
    }
}
