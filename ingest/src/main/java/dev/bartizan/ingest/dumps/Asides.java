package dev.bartizan.ingest.dumps;

import dev.bartizan.graph.PodTemplate.Aside;
import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** What of the pods of each object is not assessed there: what was injected, and what its owner declares. */
final class Asides {
    private final Map<AssetDraft, List<Aside>> byObject = new HashMap<>();
    private final Map<AssetDraft, SortedSet<String>> injected = new HashMap<>();

    /** In the order of the object's pods. */
    List<Aside> of(Identified entry) {
        List<Aside> known = byObject.get(entry.asset());
        return known == null ? entry.pods().stream().map(pod -> Aside.NONE).toList() : known;
    }

    /** Sets aside what was injected. */
    void inject(Identified entry) {
        if (entry.pods().isEmpty()) {
            return;
        }
        var found = new ArrayList<Aside>(entry.pods().size());
        var names = new TreeSet<String>();
        for (Pod pod : entry.pods()) {
            SortedMap<String, String> containers = Injections.of(pod);
            names.addAll(containers.values());
            found.add(containers.isEmpty() ? Aside.NONE : new Aside(false, new TreeSet<>(containers.keySet())));
        }
        if (!names.isEmpty()) {
            injected.put(entry.asset(), names);
            byObject.put(entry.asset(), found);
        }
    }

    /**
     * Sets aside what is declared elsewhere too.
     *
     * @return whether that is all there is
     */
    boolean declare(Identified entry, Declared declared) {
        List<Aside> before = of(entry);
        var covered = new ArrayList<Aside>(before.size());
        boolean isAll = true;
        for (int i = 0; i < before.size(); i++) {
            Pod pod = entry.pods().get(i);
            var aside = declared.covers(pod).with(before.get(i));
            isAll &= aside.settings()
                    && aside.containers().size() == PlacedContainer.of(pod).size();
            covered.add(aside);
        }
        byObject.put(entry.asset(), covered);
        return isAll;
    }

    /** Shows each object with injected containers, and who injected them. */
    void eachInjected(BiConsumer<AssetDraft, SortedSet<String>> action) {
        injected.forEach(action);
    }
}
