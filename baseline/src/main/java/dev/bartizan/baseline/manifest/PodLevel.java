package dev.bartizan.baseline.manifest;

import dev.bartizan.graph.PodTemplate;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Pointer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The settings that hold for all containers of a pod. A container that stands alone in a custom resource has them elsewhere: of an Argo Workflow in its
 * template or its spec, of an InferenceService around the model. Where we do not know, they are unknown and not absent.
 *
 * @param spec what stands for the pod's spec; of an unknown one the container itself, to have a place to show
 * @param pointer of the spec within its document
 */
public record PodLevel(Node spec, String pointer, boolean isKnown) {
    private static final Set<String> SIGNS = Set.of(
            "securityContext",
            "serviceAccountName",
            "automountServiceAccountToken",
            "volumes",
            "hostNetwork",
            "nodeSelector",
            "tolerations",
            "imagePullSecrets",
            "minReplicas");

    public static PodLevel of(PodTemplate pod, Node root, String rootPointer, String group) {
        return switch (pod.shape()) {
            case POD -> new PodLevel(pod.spec(), pod.pointer(), true);
            case CONTAINER ->
                level(pod, root, rootPointer, group).orElseGet(() -> new PodLevel(pod.spec(), pod.pointer(), false));
        };
    }

    /** What a container that stands alone stands in. */
    public static Node around(PodTemplate pod, Node root, String rootPointer) {
        int end = pod.pointer().lastIndexOf('/');
        return end < 0 ? root : find(root, rootPointer, pod.pointer().substring(0, end));
    }

    private static Optional<PodLevel> level(PodTemplate pod, Node root, String rootPointer, String group) {
        return switch (group) {
            case "argoproj.io" -> workflow(pod, root, rootPointer);
            case "tekton.dev" -> Optional.empty();
            default -> enclosing(pod, root, rootPointer);
        };
    }

    /** Of a template that has its own security context that one counts, else what the workflow says for all. */
    private static Optional<PodLevel> workflow(PodTemplate pod, Node root, String rootPointer) {
        int templates = pod.pointer().lastIndexOf("/templates/");
        if (templates < 0) {
            return enclosing(pod, root, rootPointer);
        }
        int afterIndex = pod.pointer().indexOf('/', templates + "/templates/".length());
        for (String pointer : List.of(
                pod.pointer().substring(0, afterIndex < 0 ? pod.pointer().length() : afterIndex),
                pod.pointer().substring(0, templates))) {
            Node level = find(root, rootPointer, pointer);
            if (level.get("securityContext").hasValue() || pointer.length() == templates) {
                return level instanceof Mapping ? Optional.of(new PodLevel(level, pointer, true)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The mapping around the container, if it looks like a pod's. */
    private static Optional<PodLevel> enclosing(PodTemplate pod, Node root, String rootPointer) {
        int end = pod.pointer().lastIndexOf('/');
        String pointer = end < 0 ? "" : pod.pointer().substring(0, end);
        Node level = find(root, rootPointer, pointer);
        return level instanceof Mapping mapping && mapping.keys().stream().anyMatch(SIGNS::contains)
                ? Optional.of(new PodLevel(level, pointer, true))
                : Optional.empty();
    }

    private static Node find(Node root, String rootPointer, String pointer) {
        return pointer.startsWith(rootPointer)
                ? Pointer.find(root, pointer.substring(rootPointer.length()))
                : root.get(pointer);
    }
}
