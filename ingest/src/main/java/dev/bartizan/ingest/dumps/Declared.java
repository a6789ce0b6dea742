package dev.bartizan.ingest.dumps;

import dev.bartizan.graph.PodTemplate.Aside;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.source.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the pod templates of an owner declare. Whoever may create pods can name any owner: only what the owner declares too is assessed there, so that
 * nobody hides a container or a privilege behind somebody else's workload.
 */
final class Declared {
    /** Templates of one resource seldom share the name of a container; to compare with all of a hostile one costs too much. */
    private static final int MOST_OF_ONE_NAME = 16;

    private static final List<String> HOST_SETTINGS = List.of("hostNetwork", "hostPID", "hostIPC");

    private final ContainerLikeness likeness;
    private final Map<String, List<Mapping>> containers = new HashMap<>();
    private final Set<String> images = new HashSet<>();
    private final Set<String> hostSettings = new HashSet<>();
    private final Set<String> hostPaths = new HashSet<>();
    private final Set<String> secrets = new HashSet<>();
    private final Set<String> claims = new HashSet<>();
    private final Set<String> claimTemplates;
    private final Set<String> accounts = new HashSet<>(Set.of("default"));

    Declared(Identified owner, ContainerLikeness likeness) {
        this.likeness = likeness;
        this.claimTemplates = Surroundings.claimTemplates(owner);
        owner.pods().forEach(this::add);
    }

    /** Counts what this pod says as declared too. */
    void add(Pod pod) {
        hostSettings.addAll(hostSettings(pod));
        hostPaths.addAll(hostPaths(pod));
        secrets.addAll(Surroundings.secrets(pod));
        claims.addAll(Surroundings.claims(pod, claimTemplates));
        pod.account().node().text().ifPresent(accounts::add);
        for (PlacedContainer container : PlacedContainer.of(pod)) {
            images.add(container.image());
            List<Mapping> sameName = containers.computeIfAbsent(container.name(), key -> new ArrayList<>(1));
            if (sameName.size() < MOST_OF_ONE_NAME) {
                sameName.add(container.mapping());
            }
        }
    }

    /** What of a pod is declared here. */
    Aside covers(Pod pod) {
        var covered = new TreeSet<String>();
        for (PlacedContainer container : PlacedContainer.of(pod)) {
            if (declares(container)) {
                covered.add(container.position());
            }
        }
        return new Aside(coversSettings(pod), covered);
    }

    private boolean coversSettings(Pod pod) {
        return hostSettings.containsAll(hostSettings(pod))
                && hostPaths.containsAll(hostPaths(pod))
                && secrets.containsAll(Surroundings.secrets(pod))
                && claims.containsAll(Surroundings.claims(pod, claimTemplates))
                && accounts.contains(pod.account().node().text("default"));
    }

    private boolean declares(PlacedContainer container) {
        List<Mapping> sameName = containers.getOrDefault(container.name(), List.of());
        return sameName.isEmpty()
                ? likeness.isAddition(container.mapping(), images)
                : sameName.stream().anyMatch(declared -> likeness.isLike(container.mapping(), declared));
    }

    private static Set<String> hostSettings(Pod pod) {
        var settings = new HashSet<String>();
        HOST_SETTINGS.stream().filter(key -> pod.spec().get(key).isTrue()).forEach(settings::add);
        return settings;
    }

    private static Set<String> hostPaths(Pod pod) {
        var paths = new HashSet<String>();
        pod.volumes()
                .node()
                .items()
                .forEach(volume -> volume.at("hostPath", "path").text().ifPresent(paths::add));
        return paths;
    }
}
