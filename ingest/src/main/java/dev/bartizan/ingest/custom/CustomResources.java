package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.ingest.objects.Traits;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces the pods that were found in custom resources by the pods that will run. What no reader here knows stays as it was found: no container is lost.
 */
public final class CustomResources {
    private final Inventory inventory;
    private final Signatures signatures;
    private final Reports reports;
    private final Merge merge = new Merge();
    private final Map<String, PodResolver> resolvers;
    private final List<Use> uses = new ArrayList<>();
    private boolean isCut;

    /** That a resource takes its pods from a runtime or template, and what says so. */
    public record Use(AssetDraft user, AssetDraft base, Location evidence) {}

    /**
     * What became of the objects.
     *
     * @param objects the same in the same order, with their effective pods
     */
    public record Answer(List<Identified> objects, List<Use> uses) {
        public Answer {
            objects = List.copyOf(objects);
            uses = List.copyOf(uses);
        }

        /** Links resources to what they use, as far as both are part of the platform. */
        public void link(PlatformDraft draft) {
            for (Use use : uses) {
                if (isIn(draft, use.user()) && isIn(draft, use.base())) {
                    draft.link(use.user(), use.base(), "uses", use.evidence());
                }
            }
        }

        private static boolean isIn(PlatformDraft draft, AssetDraft asset) {
            return draft.find(asset.id()).filter(asset::equals).isPresent();
        }
    }

    private CustomResources(List<Identified> all, Inventory inventory, Signatures signatures, Reports reports) {
        this.inventory = inventory;
        this.signatures = signatures;
        this.reports = reports;
        this.resolvers = Resolvers.of(all, inventory);
    }

    /** @param inventory of these objects */
    public static Answer resolve(List<Identified> all, Inventory inventory, Signatures signatures, Reports reports) {
        return new CustomResources(all, inventory, signatures, reports).resolve(all);
    }

    private Answer resolve(List<Identified> all) {
        var resolved = new ArrayList<Identified>(all.size());
        for (Identified entry : all) {
            String kind = entry.manifest().groupAndKind();
            PodResolver resolver = resolvers.get(kind);
            boolean isKnown = resolver != null || ControllerLabels.knows(kind);
            resolved.add(isKnown && !isCut ? resolve(entry, Optional.ofNullable(resolver)) : entry);
        }
        return new Answer(resolved, uses);
    }

    private Identified resolve(Identified entry, Optional<PodResolver> resolver) {
        var resource = new Resource(entry, inventory, merge, reports);
        resolver.ifPresent(one -> one.resolve(resource));
        if (merge.isExhausted()) {
            cut(entry);
            return entry;
        }
        uses.addAll(resource.uses());
        var pods = new ArrayList<>(resource.pods());
        entry.pods().stream().filter(pod -> !isPartOf(resource, pod)).forEach(pods::add);
        List<Pod> labelled =
                pods.stream().map(pod -> ControllerLabels.add(entry, pod)).toList();
        return new Identified(entry.asset(), entry.examined().with(labelled, traits(entry, resource, pods)));
    }

    /** Worked out again only where other pods came of it. */
    private Traits traits(Identified entry, Resource resource, List<Pod> pods) {
        if (resource.pods().isEmpty()) {
            return entry.examined().traits();
        }
        var traits = Traits.of(entry.manifest(), pods, signatures);
        entry.asset().classify(traits.classification());
        return traits;
    }

    private static boolean isPartOf(Resource resource, Pod pod) {
        return resource.isConsumed(pod.spec())
                || (!pod.containers().isEmpty()
                        && pod.containers().stream()
                                .<Node>map(Pod.Container::mapping)
                                .allMatch(resource::isConsumed));
    }

    private void cut(Identified entry) {
        isCut = true;
        reports.add(Problem.error(
                "too-much-inherited",
                "Too many resources inherit too much: the pods of those from here on are read as they are written.",
                "assess the platform in parts",
                entry.manifest().location()));
    }
}
