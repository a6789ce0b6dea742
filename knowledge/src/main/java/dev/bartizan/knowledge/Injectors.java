package dev.bartizan.knowledge;

import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.source.Default;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Required;
import dev.bartizan.source.StrictReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who puts containers into the pods of others, found by the marks they leave on these pods. */
public final class Injectors {
    private final List<Injector> all;
    private final Map<String, List<Injector>> byMark = new HashMap<>();
    private final List<Injector> byPrefix = new ArrayList<>();

    /**
     * A webhook or an operator that completes pods.
     *
     * @param marks keys of annotations or labels, perhaps {@code key=value} or with a {@code *} at the end
     * @param containers what it puts there
     * @param sources where its makers say so
     */
    public record Injector(
            String id,
            String name,
            @Required List<String> marks,
            @Required List<Injected> containers,
            @Required List<String> sources) {

        /** What it would have put there under this name with this image. */
        public Optional<Injected> container(String container, String image) {
            return containers.stream()
                    .filter(injected -> covers(injected.names(), container) && covers(injected.images(), image))
                    .findFirst();
        }
    }

    /**
     * A container as an injector writes it.
     *
     * @param commands programs that it may start instead of the image's own
     * @param capabilities that it may add
     * @param root whether it may run as root
     */
    public record Injected(
            @Required List<String> names,
            @Required List<String> images,
            List<String> commands,
            List<String> capabilities,
            @Default("false") boolean root) {}

    /** {@code injectors.yaml} as it is written. */
    record File(@Required List<Injector> injectors) {}

    private Injectors(List<Injector> all) {
        this.all = List.copyOf(all);
        for (Injector injector : all) {
            for (String mark : injector.marks()) {
                if (mark.endsWith("*")) {
                    byPrefix.add(injector);
                } else {
                    byMark.computeIfAbsent(key(mark), known -> new ArrayList<>())
                            .add(injector);
                }
            }
        }
    }

    /**
     * The packaged ones.
     *
     * @throws UnreadableKnowledgeException if one is wrong
     */
    public static Injectors load() {
        StrictReader.Result<File> file =
                KnowledgeFile.packaged("injectors.yaml").read(File.class);
        if (!file.faults().isEmpty()) {
            throw new UnreadableKnowledgeException(file.faults());
        }
        return new Injectors(file.value().map(File::injectors).orElse(List.of()));
    }

    /** In the order of their file. */
    public List<Injector> all() {
        return all;
    }

    /** Those whose mark is on a pod. */
    public Set<Injector> of(Node podMetadata) {
        var found = new LinkedHashSet<Injector>();
        add(podMetadata.get("annotations"), found);
        add(podMetadata.get("labels"), found);
        return found;
    }

    private void add(Node marks, Set<Injector> found) {
        if (marks instanceof Mapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                String key = mapping.key(i);
                String value = mapping.value(i).text("");
                byMark.getOrDefault(key, List.of()).stream()
                        .filter(injector -> injector.marks().contains(key)
                                || injector.marks().contains(key + "=" + value))
                        .forEach(found::add);
                byPrefix.stream()
                        .filter(injector -> covers(injector.marks(), key))
                        .forEach(found::add);
            }
        }
    }

    private static String key(String mark) {
        int end = mark.indexOf('=');
        return end < 0 ? mark : mark.substring(0, end);
    }

    private static boolean covers(List<String> patterns, String text) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.endsWith("*")
                        ? text.startsWith(pattern.substring(0, pattern.length() - 1))
                        : text.equals(pattern));
    }
}
