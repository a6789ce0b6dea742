package dev.bartizan.ingest.dumps;

import dev.bartizan.graph.PodTemplate.Shape;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.knowledge.ImageName;
import dev.bartizan.knowledge.Injectors;
import dev.bartizan.knowledge.Injectors.Injected;
import dev.bartizan.knowledge.Injectors.Injector;
import dev.bartizan.source.Mapping;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the containers of a pod that an injector put there, and that are no more than what it puts there. */
final class Injections {
    private static final Injectors INJECTORS = Injectors.load();
    private static final String DEFAULT_REGISTRY = "docker.io/";

    private Injections() {}

    /** By list and position, each with who injected it: {@code initContainers/0}, {@code istio-init by Istio}. */
    static SortedMap<String, String> of(Pod pod) {
        Set<Injector> injectors = pod.shape() == Shape.POD ? INJECTORS.of(pod.metadata()) : Set.of();
        if (injectors.isEmpty()) {
            return Collections.emptySortedMap();
        }
        var found = new TreeMap<String, String>();
        for (PlacedContainer container : PlacedContainer.of(pod)) {
            for (Injector injector : injectors) {
                if (isBy(injector, container)) {
                    found.put(container.position(), container.name() + " by " + injector.name());
                }
            }
        }
        return found;
    }

    private static boolean isBy(Injector injector, PlacedContainer container) {
        Optional<Injected> injected = injector.container(container.name(), image(container.image()));
        return injected.isPresent()
                && startsNothingElse(container.mapping(), injected.get())
                && ContainerLikeness.isWithin(container.mapping(), injected.get());
    }

    private static boolean startsNothingElse(Mapping container, Injected injected) {
        var command = container.get("command").items();
        return command.isEmpty()
                || injected.commands().contains(command.getFirst().text(""));
    }

    /** With its registry, without tag and digest. */
    private static String image(String reference) {
        var name = ImageName.parse(reference);
        String repository = name.repository();
        boolean isWhole = name.registry()
                .filter(registry -> repository.startsWith(registry + "/"))
                .isPresent();
        return isWhole ? repository : DEFAULT_REGISTRY + repository;
    }
}
