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
 * <p>Source: KServe 0.16, LLMInferenceService and LLMInferenceServiceConfig (baseRefs: the later wins, the service itself last; the
 * well-known configurations come before them).
 */
final class LlmInferenceServices implements PodResolver {
    private static final String CONFIG = "LLMInferenceServiceConfig";
    private static final String GAP = "what the configurations of the LLMInferenceService set";
    /** What a service without workers and without a separate prefill is based on first. */
    private static final String DEFAULT_CONFIG = "kserve-config-llm-template";
    /** Where KServe itself is installed unless somebody chose otherwise. */
    private static final String SYSTEM_NAMESPACE = "kserve";

    private static final List<List<String>> PODS = List.of(
            List.of("template"),
            List.of("worker"),
            List.of("prefill", "template"),
            List.of("prefill", "worker"),
            List.of("router", "scheduler", "template"));

    @Override
    public void resolve(Resource service) {
        Place spec = service.spec();
        var configs = new ArrayList<Identified>();
        boolean isStandard = standard(service, spec, configs);
        boolean isWhole = bases(service, spec.get("baseRefs"), configs) && isStandard;
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

    /** Whether what KServe itself brings for such a service is in the input; for more than one kind of pod, it brings more than is read here. */
    private static boolean standard(Resource service, Place spec, List<Identified> configs) {
        boolean isSimple = List.of("worker", "prefill", "parallelism").stream()
                .noneMatch(key -> spec.get(key).node().hasValue());
        Optional<Identified> config = isSimple ? named(service, DEFAULT_CONFIG) : Optional.empty();
        Place evidence = spec.get("model");
        config.ifPresentOrElse(
                found -> {
                    service.uses(found, evidence);
                    configs.add(found);
                },
                () -> service.lacks(CONFIG, evidence));
        return config.isPresent();
    }

    private static Optional<Identified> named(Resource service, String name) {
        return service.find(ServingRuntimes.GROUP, CONFIG, service.entry().namespace(), name)
                .or(() -> service.find(ServingRuntimes.GROUP, CONFIG, SYSTEM_NAMESPACE, name));
    }

    /** Whether all of them are in the input. What configurations are based on themselves does not count. */
    private static boolean bases(Resource service, Place references, List<Identified> configs) {
        boolean isWhole = true;
        for (int i = 0; i < references.items() && !service.merge().isExhausted(); i++) {
            Place name = references.item(i).get("name");
            Optional<Identified> config = named(service, name.node().text(""));
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
