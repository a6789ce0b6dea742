package dev.bartizan.ingest.dumps;

import dev.bartizan.knowledge.Injectors.Injected;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How near a running container must be to the one that its owner declares. It may be safer: admission takes privileges away. It may not be stronger, or
 * something else.
 */
enum ContainerLikeness {
    /** Kubernetes' own controllers copy a template as it is. */
    COPY,
    /** An old revision, which runs until the new one does: another image, the same privileges. */
    REVISION,
    /** Operators complete what they find: a command, a helper from the same image. */
    COMPLETED;

    private static final List<String> USER = List.of("securityContext", "runAsUser");
    private static final List<List<String>> DANGERS = List.of(
            USER,
            List.of("securityContext", "privileged"),
            List.of("securityContext", "allowPrivilegeEscalation"),
            List.of("securityContext", "procMount"),
            List.of("securityContext", "seccompProfile", "type"),
            List.of("securityContext", "appArmorProfile", "type"));
    private static final Set<String> DANGEROUS = Set.of("true", "0", "Unmasked", "Unconfined");

    boolean isLike(Mapping container, Mapping declared) {
        return isSameProgram(container, declared) && isNoStronger(container, declared);
    }

    /** Whether an operator may have added a container that its owner does not declare. */
    boolean isAddition(Mapping container, Set<String> images) {
        return this == COMPLETED
                && container.get("image").text().filter(images::contains).isPresent()
                && DANGERS.stream().noneMatch(path -> isDangerous(at(container, path)))
                && added(container).isEmpty();
    }

    /** Whether a container asks for no more than its injector gives it. */
    static boolean isWithin(Mapping container, Injected injected) {
        return DANGERS.stream()
                        .filter(path -> !injected.root() || !path.equals(USER))
                        .noneMatch(path -> isDangerous(at(container, path)))
                && injected.capabilities().containsAll(added(container));
    }

    private boolean isSameProgram(Mapping container, Mapping declared) {
        return switch (this) {
            case COPY ->
                isSame(container.get("image"), declared.get("image"))
                        && isSame(container.get("command"), declared.get("command"))
                        && isSame(container.get("args"), declared.get("args"))
                        && Surroundings.hasNoMoreVariables(container, declared);
            case REVISION -> true;
            case COMPLETED ->
                declared.get("image").text().isEmpty() || isSame(container.get("image"), declared.get("image"));
        };
    }

    private static boolean isNoStronger(Mapping container, Mapping declared) {
        for (List<String> path : DANGERS) {
            Node now = at(container, path);
            if (isDangerous(now) && !isSame(now, at(declared, path))) {
                return false;
            }
        }
        return added(declared).containsAll(added(container));
    }

    private static boolean isDangerous(Node value) {
        return value.isTrue() || DANGEROUS.contains(value.text(""));
    }

    private static Set<String> added(Mapping container) {
        return container.at("securityContext", "capabilities", "add").items().stream()
                .map(capability -> capability.text("").replaceFirst("^CAP_", ""))
                .collect(Collectors.toSet());
    }

    private static Node at(Mapping container, List<String> path) {
        return container.at(path.toArray(String[]::new));
    }

    private static boolean isSame(Node one, Node other) {
        return Objects.equals(one.text(), other.text()) && texts(one).equals(texts(other));
    }

    private static List<String> texts(Node list) {
        return list.items().stream().map(item -> item.text("")).toList();
    }
}
