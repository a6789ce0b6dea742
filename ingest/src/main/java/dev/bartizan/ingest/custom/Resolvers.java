package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import java.util.List;
import java.util.Map;

/** Which reader knows which kind, by group and kind. */
final class Resolvers {
    private Resolvers() {}

    static Map<String, PodResolver> of(List<Identified> all, Inventory inventory) {
        var services = new InferenceServices(new ServingRuntimes(all, inventory));
        return Map.of("serving.kserve.io/InferenceService", services);
    }
}
