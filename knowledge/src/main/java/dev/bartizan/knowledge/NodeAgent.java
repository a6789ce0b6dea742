package dev.bartizan.knowledge;

import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.source.Required;
import dev.bartizan.source.StrictReader;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * An agent of nodes that needs what nobody else may have: a driver, a network plugin, a collector of metrics.
 *
 * @param name as a sentence goes on: "the NVIDIA device plugin"
 * @param images names without tag and digest, perhaps with a {@code *} at the end
 * @param namespaces where it belongs
 * @param names of the workload, perhaps with a {@code *} at the end; empty: any
 * @param needs checks that it cannot pass, each with the values that are meant; empty: any
 * @param sources where its makers say so
 */
public record NodeAgent(
        String id,
        String name,
        @Required List<String> images,
        @Required List<String> namespaces,
        List<String> names,
        @Required SortedMap<String, List<String>> needs,
        @Required List<String> sources) {
    /** Registries in which anybody may take the name of somebody else's project: approved as a whole they mirror nobody. */
    private static final Set<String> PUBLIC = Set.of(
            "docker.io/", "ghcr.io/", "quay.io/", "gcr.io/", "public.ecr.aws/", "registry.gitlab.com/", "nvcr.io/");

    /** {@code node-agents.yaml} as it is written. */
    record File(@Required List<NodeAgent> agents) {}

    /**
     * The packaged ones, in the order of their file.
     *
     * @throws UnreadableKnowledgeException if one is wrong
     */
    public static List<NodeAgent> load() {
        StrictReader.Result<File> file =
                KnowledgeFile.packaged("node-agents.yaml").read(File.class);
        if (!file.faults().isEmpty()) {
            throw new UnreadableKnowledgeException(file.faults());
        }
        return file.value().map(File::agents).orElse(List.of());
    }

    /** Whether a workload of this name in this namespace may be it. */
    public boolean belongs(String namespace, String workload) {
        return namespaces.contains(namespace)
                && (names.isEmpty() || names.stream().anyMatch(name -> covers(name, workload)));
    }

    /**
     * Whether this is its image. Some registry may mirror it; who may push there is trusted only where the baseline approves the registry.
     *
     * @param image registry and repository
     * @param approved the allowed registries
     */
    public boolean runs(String image, Collection<String> approved) {
        return images.stream()
                .anyMatch(known -> covers(known, image)
                        || approved.stream().anyMatch(registry -> isMirrored(known, image, registry)));
    }

    private static boolean isMirrored(String known, String image, String registry) {
        String below = registry.endsWith("/") ? registry : registry + "/";
        int path = known.indexOf('/');
        return path > 0
                && !PUBLIC.contains(below)
                && image.startsWith(below)
                && covers(known.substring(path + 1), image.substring(below.length()));
    }

    /** The values of a check that are meant; absent when it should pass the check. */
    public Optional<List<String>> needs(String check) {
        return Optional.ofNullable(needs.get(check));
    }

    private static boolean covers(String pattern, String text) {
        return pattern.endsWith("*")
                ? text.startsWith(pattern.substring(0, pattern.length() - 1))
                : text.equals(pattern);
    }
}
