package dev.bartizan.ingest.kubernetes;

import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.dumps.Observed;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.ingest.objects.LabelSelectors;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.source.Location;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which workloads a Service sends its traffic to. Pods are looked up by the rarest label of the selector, so that the cost does not grow with
 * services times workloads.
 */
final class ServiceLinks {
    /** Each may become a link; a real service picks a handful of workloads. */
    private static final int MOST_COMPARISONS = 1_000_000;

    private final Inventory inventory;
    private final PlatformDraft draft;
    private final Reports reports;
    private final Map<Label, List<Labelled>> byLabel = new HashMap<>();
    private long comparisons;

    /** A pod's labels, and whose they are. */
    private record Labelled(Identified workload, Node labels) {}

    /** @param observed labels that controllers gave to the pods of workloads */
    ServiceLinks(
            List<Identified> workloads,
            List<Observed> observed,
            Inventory inventory,
            PlatformDraft draft,
            Reports reports) {
        this.inventory = inventory;
        this.draft = draft;
        this.reports = reports;
        workloads.forEach(this::index);
        observed.forEach(seen -> index(seen.workload(), seen.labels()));
    }

    private void index(Identified workload) {
        for (Pod pod : workload.pods()) {
            if (pod.metadata().get("labels") instanceof Mapping labels) {
                index(workload, labels);
            }
        }
    }

    private void index(Identified workload, Mapping labels) {
        var labelled = new Labelled(workload, labels);
        for (int i = 0; i < labels.size(); i++) {
            byLabel.computeIfAbsent(key(workload, labels.key(i), labels.value(i)), key -> new ArrayList<>(2))
                    .add(labelled);
        }
    }

    /** A label of the pods of a namespace. */
    private record Label(String cluster, String namespace, String key, String value) {}

    private static Label key(Identified entry, String label, Node value) {
        return new Label(entry.cluster(), entry.namespace(), label, value.text(""));
    }

    /**
     * Links the workloads that a selector of this object picks.
     *
     * @param selector labels and their values; nothing is picked when it is empty
     */
    void expose(Identified from, Place selector) {
        if (!(selector.node() instanceof Mapping labels) || labels.size() == 0) {
            return;
        }
        List<Labelled> candidates = candidates(from, labels);
        comparisons += candidates.size();
        if (comparisons > MOST_COMPARISONS) {
            reportCut(from, candidates.size());
            return;
        }
        Location evidence = selector.location();
        boolean found = false;
        for (Labelled candidate : candidates) {
            if (LabelSelectors.hasAll(labels, candidate.labels())
                    && inventory.isNearest(candidate.workload(), from.file())) {
                draft.link(from.asset(), candidate.workload().asset(), "exposes", evidence);
                found = true;
            }
        }
        if (!found) {
            reports.add(Problem.notice(
                    "selects-nothing",
                    "The selector of this " + from.manifest().kind() + " picks no workload of the input.",
                    "check its labels, or add the workload's manifest if it lies elsewhere",
                    evidence));
        }
    }

    private List<Labelled> candidates(Identified from, Mapping labels) {
        List<Labelled> fewest = List.of();
        for (int i = 0; i < labels.size(); i++) {
            List<Labelled> having = byLabel.getOrDefault(key(from, labels.key(i), labels.value(i)), List.of());
            if (i == 0 || having.size() < fewest.size()) {
                fewest = having;
            }
        }
        return fewest;
    }

    private void reportCut(Identified from, int added) {
        if (comparisons - added <= MOST_COMPARISONS) {
            reports.add(Problem.error(
                    "too-many-services",
                    "Too many services pick too many workloads: those from here on were not resolved.",
                    "assess the platform in parts",
                    from.manifest().location()));
        }
    }
}
