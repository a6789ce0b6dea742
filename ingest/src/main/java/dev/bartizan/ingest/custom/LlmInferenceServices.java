package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pods of an LLMInferenceService: those of the configurations it is based on, one over the other, with its own settings over them.
 *
 * <p>Source: KServe 0.16, LLMInferenceService and LLMInferenceServiceConfig (baseRefs: the later wins, the service itself last).
 */
final class LlmInferenceServices implements PodResolver {
    private static final String CONFIG = "LLMInferenceServiceConfig";
    private static final String GAP = "what the configurations of the LLMInferenceService set";
    private static final List<List<String>> PODS = List.of(
            List.of("template"),
            List.of("worker"),
            List.of("prefill", "template"),
            List.of("prefill", "worker"),
            List.of("router", "scheduler", "template"));

    @Override
    public void resolve(Resource service) {
        Place spec = service.spec();
        if (spec.get("baseRefs").items() == 0) {
            return;
        }
        var configs = new ArrayList<Identified>();
        boolean isWhole = bases(service, spec.get("baseRefs"), configs);
        Optional<Place> all = configs.stream()
                .map(config -> Resource.rootOf(config).get("spec"))
                .reduce((one, other) -> service.merge().merge(one, other));
        Place merged = all.map(base -> service.merge().merge(base, spec)).orElse(spec);
        for (List<String> path : PODS) {
            String[] keys = path.toArray(String[]::new);
            Place pod = merged.at(keys);
            if (pod.node() instanceof Mapping) {
                service.consume(spec.at(keys));
                service.pod(
                        service.root().get("metadata"),
                        Entries.mapping(pod, Entries.ofPod(pod), isWhole ? "" : GAP),
                        configs);
            }
        }
    }

    /** Whether all of them are in the input. What configurations are based on themselves does not count. */
    private static boolean bases(Resource service, Place references, List<Identified> configs) {
        boolean isWhole = true;
        for (int i = 0; i < references.items() && !service.merge().isExhausted(); i++) {
            Place name = references.item(i).get("name");
            Optional<Identified> config = service.find(
                    ServingRuntimes.GROUP,
                    CONFIG,
                    service.entry().namespace(),
                    name.node().text(""));
            if (config.isPresent()) {
                service.uses(config.get(), name);
                configs.add(config.get());
            } else {
                service.lacks(CONFIG, name);
                isWhole = false;
            }
        }
        return isWhole;
    }
}
