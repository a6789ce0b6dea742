package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.custom.ServingRuntimes.Choice;
import dev.bartizan.ingest.custom.ServingRuntimes.Wish;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node.Located;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The predictor of an InferenceService: the pod of its runtime, in which the model's settings are laid over the model server's container and the predictor's
 * over the pod.
 *
 * <p>Source: KServe 0.15, InferenceService v1beta1 and how runtime and predictor are merged: arguments are added, everything else as in a strategic merge.
 */
final class InferenceServices implements PodResolver {
    private static final String MODEL_CONTAINER = "kserve-container";
    private static final String GAP = "what the serving runtime of the model sets";

    /** The older way to name a model's format. */
    private static final List<String> FORMATS = List.of(
            "sklearn",
            "xgboost",
            "tensorflow",
            "pytorch",
            "triton",
            "onnx",
            "huggingface",
            "pmml",
            "lightgbm",
            "paddle");

    private final ServingRuntimes runtimes;

    InferenceServices(ServingRuntimes runtimes) {
        this.runtimes = runtimes;
    }

    /** A model and the format that its key names; empty when its own fields do. */
    private record Model(Place place, String format) {}

    @Override
    public void resolve(Resource service) {
        Place predictor = service.spec().get("predictor");
        model(predictor).ifPresent(model -> {
            Optional<Identified> runtime = runtime(service, model);
            service.consume(model.place());
            service.consume(predictor);
            service.consume(predictor.get("initContainers"));
            server(service, predictor, model.place(), runtime);
            workers(service, predictor.get("workerSpec"), runtime);
        });
    }

    private static Optional<Model> model(Place predictor) {
        if (predictor.get("model").node() instanceof Mapping) {
            return Optional.of(new Model(predictor.get("model"), ""));
        }
        return FORMATS.stream()
                .filter(format -> predictor.get(format).node() instanceof Mapping)
                .map(format -> new Model(predictor.get(format), format))
                .findFirst();
    }

    private Optional<Identified> runtime(Resource service, Model model) {
        Place named = model.place().get("runtime");
        Optional<String> name = named.node().text();
        if (name.isPresent()) {
            Optional<Identified> found = runtimes.named(service.entry(), name.get());
            found.ifPresentOrElse(
                    runtime -> service.uses(runtime, named), () -> service.lacks(ServingRuntimes.OF_CLUSTER, named));
            return found;
        }
        Place format = model.place().get("modelFormat");
        Place evidence = model.format().isEmpty() ? format.get("name") : model.place();
        return switch (runtimes.pick(service.entry(), wish(service.entry(), model, format))) {
            case Choice.Picked picked -> {
                service.uses(picked.runtime(), evidence);
                yield Optional.of(picked.runtime());
            }
            case Choice.Open _ -> {
                service.reports().add(open(evidence));
                yield Optional.empty();
            }
            case Choice.None _ -> {
                service.lacks(ServingRuntimes.OF_CLUSTER, evidence);
                yield Optional.empty();
            }
        };
    }

    private static Wish wish(Identified service, Model model, Place format) {
        String name = model.format().isEmpty() ? format.get("name").node().text("") : model.format();
        String protocol = model.place().get("protocolVersion").node().text(name.equals("triton") ? "v2" : "v1");
        return new Wish(
                service.cluster(),
                service.namespace(),
                name,
                format.get("version").node().text(""),
                protocol);
    }

    private static Problem open(Place evidence) {
        return Problem.notice(
                "runtime-open",
                "Several serving runtimes support this model equally: which one serves it is not known.",
                "name one in model.runtime, or give the formats different priorities",
                evidence.location());
    }

    private static void server(Resource service, Place predictor, Place model, Optional<Identified> runtime) {
        Optional<Place> base = runtime.map(Resource::rootOf).map(root -> root.get("spec"));
        Place server = base.map(InferenceServices::server).orElse(model);
        Map<String, Located> container = Entries.ofContainer(model);
        container.remove("name");
        Entries.put(container, "name", server.get("name"));
        Entries.derive(container, "name", MODEL_CONTAINER, model);
        arguments(server, model).ifPresent(all -> container.put("args", all));
        image(server, model).ifPresent(image -> container.putIfAbsent("image", image));
        var containers = new ArrayList<Place>();
        Place others = predictor.get("containers");
        for (int i = 0; i < others.items(); i++) {
            containers.add(others.item(i));
        }
        containers.add(Entries.mapping(model, container, base.isPresent() ? "" : GAP));
        Map<String, Located> pod = Entries.ofPod(predictor);
        pod.put("containers", Entries.list(predictor, containers));
        Place own = Entries.mapping(predictor, pod, base.isPresent() ? "" : GAP);
        service.pod(
                metadata(service, predictor, base),
                base.map(spec -> service.merge().merge(podOf(spec), own)).orElse(own),
                runtime.stream().toList());
    }

    /** The container of a runtime that serves the model. */
    private static Place server(Place spec) {
        Place containers = spec.get("containers");
        for (int i = 0; i < containers.items(); i++) {
            if (containers.item(i).get("name").node().text("").equals(MODEL_CONTAINER)) {
                return containers.item(i);
            }
        }
        return containers.item(0);
    }

    private static Optional<Located> arguments(Place server, Place model) {
        Place first = server.get("args");
        Place more = model.get("args");
        if (server.equals(model) || first.items() == 0 || more.items() == 0) {
            return Optional.empty();
        }
        var all = new ArrayList<Place>();
        for (int i = 0; i < first.items(); i++) {
            all.add(first.item(i));
        }
        for (int i = 0; i < more.items(); i++) {
            all.add(more.item(i));
        }
        return Optional.of(Entries.list(more, all));
    }

    /** A version that the model asks for takes the place of the tag. */
    private static Optional<Located> image(Place server, Place model) {
        Place version = model.get("runtimeVersion");
        String image = server.get("image").node().text("");
        int tag = image.lastIndexOf(':');
        if (version.node().text().isEmpty() || image.isEmpty() || image.indexOf('@') >= 0) {
            return Optional.empty();
        }
        String repository = tag > image.lastIndexOf('/') ? image.substring(0, tag) : image;
        return Optional.of(Entries.derived(repository + ":" + version.node().text(""), version));
    }

    private static void workers(Resource service, Place workers, Optional<Identified> runtime) {
        if (!(workers.node() instanceof Mapping)) {
            return;
        }
        service.consume(workers);
        Place own = Entries.mapping(workers, Entries.ofPod(workers), runtime.isPresent() ? "" : GAP);
        Optional<Place> base = runtime.map(Resource::rootOf).map(root -> root.at("spec", "workerSpec"));
        service.pod(
                metadata(service, workers, base),
                base.filter(spec -> spec.node() instanceof Mapping)
                        .map(spec -> service.merge().merge(podOf(spec), own))
                        .orElse(own),
                runtime.stream().toList());
    }

    private static Place podOf(Place spec) {
        return Entries.mapping(spec, Entries.ofPod(spec), "");
    }

    /** Labels and annotations of the runtime, then of the service, then of the component. */
    private static Place metadata(Resource service, Place component, Optional<Place> runtime) {
        Place written = service.root().get("metadata");
        var entries = new LinkedHashMap<String, Located>();
        for (String key : List.of("labels", "annotations")) {
            Place own = service.merge().merge(written.get(key), component.get(key));
            Entries.put(
                    entries,
                    key,
                    runtime.map(base -> service.merge().merge(base.get(key), own))
                            .orElse(own));
        }
        return Entries.mapping(written, entries, "");
    }
}
