package dev.bartizan.ingest.dumps;

import dev.bartizan.graph.PodTemplate.Aside;
import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Reports;
import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Folds what controllers made into what people declared. In a dump a Deployment comes back with its ReplicaSets and their Pods: whatever of these the
 * owner declares too is assessed there and nowhere else. What is more than the owner declares stays an asset of its own, marked as derived.
 */
public final class Folding {
    private final Owners owners;
    private final List<Identified> kept = new ArrayList<>();
    private final Asides asides = new Asides();
    private final ObservedLabels labels = new ObservedLabels();
    private final Map<AssetDraft, Declared> declared = new HashMap<>();
    /** Of controllers that are not in the input, by UID: the first of the objects each made, which stands for the others. */
    private final Map<String, Identified> firstOfMissing = new HashMap<>();

    /** What each folded object was folded into. */
    private final Map<AssetDraft, Identified> into = new HashMap<>();

    private final List<Location> gone = new ArrayList<>();

    private Folding(List<Identified> all) {
        this.owners = new Owners(all);
    }

    /** @param all sorted by id; those that stay come into the draft */
    public static Folding of(List<Identified> all, PlatformDraft draft, Reports reports) {
        var folding = new Folding(all);
        all.forEach(folding::sort);
        folding.kept.forEach(entry -> draft.add(entry.asset()));
        folding.kept.forEach(entry -> folding.markDerived(entry, draft));
        folding.markInjected(draft);
        folding.report(reports);
        return folding;
    }

    /** What stays, sorted by id. */
    public List<Identified> kept() {
        return kept;
    }

    /** What of each pod of an object is not assessed there, in the order of its pods. */
    public List<Aside> asides(Identified entry) {
        return asides.of(entry);
    }

    /** What folded pods showed of the workloads they were folded into. */
    public List<Observed> observed() {
        return labels.all().stream()
                .map(seen -> new Observed(nearestKept(seen.workload()), seen.labels()))
                .toList();
    }

    private void sort(Identified entry) {
        if (!owners.isDump()) {
            asides.inject(entry);
            kept.add(entry);
            return;
        }
        if (Bookkeeping.is(entry) || Revisions.isHistory(entry)) {
            gone.add(entry.asset().location());
            return;
        }
        asides.inject(entry);
        Optional<Identified> owner = owners.of(entry).map(Owners.Owner::object).or(() -> standIn(entry));
        if (owner.isPresent() && isDeclaredBy(owner.get(), entry)) {
            into.put(entry.asset(), owner.get());
            labels.add(owner.get(), entry);
            gone.add(entry.asset().location());
        } else {
            kept.add(entry);
        }
    }

    /** Of pods whose controller is not in the input, one is enough. */
    private Optional<Identified> standIn(Identified entry) {
        String controller = Owners.reference(entry).map(Owners.Reference::uid).orElse("");
        return controller.isEmpty() || entry.pods().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(firstOfMissing.putIfAbsent(entry.cluster() + "/" + controller, entry));
    }

    /** What is more than declared counts as declared from here on: it is assessed at this object, and not again at the next one like it. */
    private boolean isDeclaredBy(Identified owner, Identified entry) {
        if (owner.pods().isEmpty() || entry.pods().isEmpty()) {
            return false;
        }
        var declaration =
                declared.computeIfAbsent(owner.asset(), key -> new Declared(owner, Revisions.likeness(owner)));
        boolean isAll = asides.declare(entry, declaration);
        if (!isAll) {
            entry.pods().forEach(declaration::add);
        }
        return isAll;
    }

    private void markDerived(Identified entry, PlatformDraft draft) {
        owners.of(entry).ifPresent(owner -> {
            AssetDraft maker = nearestKept(owner.object()).asset();
            draft.link(maker, entry.asset(), "owns", owner.evidence());
            draft.property(entry.asset(), "derived", maker.kind() + " " + maker.name() + " made it");
        });
    }

    private void markInjected(PlatformDraft draft) {
        var byWorkload = new HashMap<AssetDraft, SortedSet<String>>();
        asides.eachInjected((asset, containers) -> {
            Identified owner = into.get(asset);
            AssetDraft workload = owner == null ? asset : nearestKept(owner).asset();
            byWorkload.computeIfAbsent(workload, key -> new TreeSet<>()).addAll(containers);
        });
        byWorkload.forEach((asset, containers) -> draft.property(asset, "injected", String.join(", ", containers)));
    }

    /** Chains of owners may be long: each is shortened once it was followed. */
    private Identified nearestKept(Identified start) {
        Identified end = start;
        for (Identified next = into.get(end.asset()); next != null; next = into.get(end.asset())) {
            end = next;
        }
        Identified at = start;
        for (Identified next = into.get(at.asset()); next != null; next = into.get(at.asset())) {
            into.put(at.asset(), end);
            at = next;
        }
        return end;
    }

    private void report(Reports reports) {
        if (!gone.isEmpty()) {
            String count = gone.size() == 1 ? "1 object was" : gone.size() + " objects were";
            reports.add(Problem.notice(
                    "folded",
                    count + " made by controllers and folded into what declares them.",
                    "nothing to do: what differs from its owner stays an asset of its own",
                    gone.stream().min(Location::compareTo).orElseThrow()));
        }
    }
}
