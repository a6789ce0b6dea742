package dev.bartizan.ingest.dumps;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Pod;
import dev.bartizan.source.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects the labels of folded pods, of ten thousand alike only once. */
final class ObservedLabels {
    /** A controller tells its pods apart by a handful of roles or ordinals. */
    private static final int MOST_OF_ONE_OWNER = 64;

    private static final Set<String> FOR_THE_CONTROLLER = Set.of(
            "pod-template-hash", "controller-revision-hash", "controller-uid", "batch.kubernetes.io/controller-uid");

    private final Map<AssetDraft, Set<Map<String, String>>> seen = new HashMap<>();
    private final List<Observed> observed = new ArrayList<>();

    void add(Identified owner, Identified made) {
        for (Pod pod : made.pods()) {
            if (pod.metadata().get("labels") instanceof Mapping labels) {
                Set<Map<String, String>> known = seen.computeIfAbsent(owner.asset(), key -> new HashSet<>());
                if (known.size() < MOST_OF_ONE_OWNER && known.add(texts(labels))) {
                    observed.add(new Observed(owner, labels));
                }
            }
        }
    }

    /** Each with the direct owner of the pod. */
    List<Observed> all() {
        return observed;
    }

    private static Map<String, String> texts(Mapping labels) {
        var texts = new TreeMap<String, String>();
        for (int i = 0; i < labels.size(); i++) {
            if (!FOR_THE_CONTROLLER.contains(labels.key(i))) {
                texts.put(labels.key(i), labels.value(i).text(""));
            }
        }
        return texts;
    }
}
