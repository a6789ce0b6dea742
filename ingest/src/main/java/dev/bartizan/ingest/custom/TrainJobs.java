package dev.bartizan.ingest.custom;

import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node.Located;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The pods of a TrainJob: those of the jobs of its runtime, with the trainer's and initializers' settings over the containers that take them and its
 * overrides over the pods.
 *
 * <p>Source: Kubeflow Trainer 2.1, TrainJob v1alpha1 (runtimeRef, trainer, initializer, podTemplateOverrides; podSpecOverrides before 2.1).
 */
final class TrainJobs implements PodResolver {
    private static final String GROUP = "trainer.kubeflow.org";
    private static final String OF_CLUSTER = "ClusterTrainingRuntime";
    private static final String STEP = "trainer.kubeflow.org/trainjob-ancestor-step";
    private static final String GAP = "what the training runtime sets";
    private static final List<String> OVERRIDES = List.of("podTemplateOverrides", "podSpecOverrides");

    @Override
    public void resolve(Resource job) {
        Place trainer = job.spec().get("trainer");
        job.consume(trainer);
        for (String key : OVERRIDES) {
            Place overrides = job.spec().get(key);
            for (int i = 0; i < overrides.items(); i++) {
                job.consume(overrides.item(i));
                job.consume(overrides.item(i).get("spec"));
            }
        }
        runtime(job).ifPresentOrElse(runtime -> pods(job, runtime), () -> unknown(job, trainer));
    }

    private static Optional<Identified> runtime(Resource job) {
        Place reference = job.spec().get("runtimeRef");
        Place name = reference.get("name");
        String kind = reference.get("kind").node().text(OF_CLUSTER);
        String namespace = kind.equals(OF_CLUSTER) ? "-" : job.entry().namespace();
        Optional<Identified> runtime = job.find(
                reference.get("apiGroup").node().text(GROUP),
                kind,
                namespace,
                name.node().text(""));
        runtime.ifPresentOrElse(found -> job.uses(found, name), () -> {
            if (name.node().hasValue()) {
                job.lacks(kind, name);
            }
        });
        return runtime;
    }

    private static void pods(Resource job, Identified runtime) {
        Place jobs = Resource.rootOf(runtime).at("spec", "template", "spec", "replicatedJobs");
        for (int i = 0; i < jobs.items() && !job.merge().isExhausted(); i++) {
            Place replicated = jobs.item(i);
            Place template = replicated.at("template", "spec", "template");
            Place spec = template.get("spec");
            if (spec.node() instanceof Mapping) {
                Place pod = Entries.mapping(spec, Entries.ofPod(spec), "");
                Place metadata = template.get("metadata");
                pod = job.merge().merge(pod, step(job, replicated, pod));
                String name = replicated.get("name").node().text("");
                for (Place override : overrides(job, name)) {
                    Place of = override.get("spec").node() instanceof Mapping ? override.get("spec") : override;
                    pod = job.merge().merge(pod, Entries.mapping(of, Entries.ofPod(of), ""));
                    metadata = job.merge().merge(metadata, override.get("metadata"));
                }
                job.pod(labelled(job, replicated, metadata), pod, List.of(runtime));
            }
        }
    }

    /** The trainer makes a JobSet of the job's name, and its controller labels the pods by it and by their replicated job. */
    private static Place labelled(Resource job, Place replicated, Place metadata) {
        Place set = Resource.rootOf(job.entry()).get("metadata").get("name");
        Place name = replicated.get("name");
        Map<String, Located> labels = Entries.of(metadata.get("labels"));
        if (set.node().hasValue()) {
            Entries.derive(labels, ControllerLabels.JOB_SET, set.node().text(""), set);
        }
        if (name.node().hasValue()) {
            Entries.derive(labels, ControllerLabels.REPLICATED_JOB, name.node().text(""), name);
        }
        Place all = Entries.mapping(metadata.get("labels"), labels, "");
        Map<String, Located> fields = Entries.of(metadata);
        fields.put("labels", new Located(all.node(), all.pointer()));
        return Entries.mapping(metadata, fields, "");
    }

    /** What the job says about the step that this replicated job runs. */
    private static Place step(Resource job, Place replicated, Place pod) {
        Place spec = job.spec();
        return switch (replicated
                .at("template", "metadata", "labels", STEP)
                .node()
                .text("")) {
            case "trainer" -> container("node", spec.get("trainer"), pod);
            case "dataset-initializer" -> container("dataset-initializer", spec.at("initializer", "dataset"), pod);
            case "model-initializer" -> container("model-initializer", spec.at("initializer", "model"), pod);
            default -> Entries.none(spec);
        };
    }

    /** A pod of this container alone, for what is not in the container has no place in it. */
    private static Place container(String name, Place settings, Place at) {
        if (!(settings.node() instanceof Mapping)) {
            return Entries.none(settings);
        }
        Map<String, Located> container = Entries.ofContainer(settings);
        container.put("name", Entries.derived(name, settings));
        Entries.put(container, "resources", settings.get("resourcesPerNode"));
        var pod = new LinkedHashMap<String, Located>();
        pod.put("containers", Entries.list(settings, List.of(Entries.mapping(settings, container, ""))));
        return Entries.mapping(at, pod, "");
    }

    private static List<Place> overrides(Resource job, String name) {
        return OVERRIDES.stream()
                .map(job.spec()::get)
                .flatMap(list -> IntStream.range(0, list.items()).mapToObj(list::item))
                .filter(override -> targets(override.get("targetJobs"), name))
                .toList();
    }

    private static boolean targets(Place jobs, String name) {
        return jobs.node().items().stream()
                .anyMatch(target -> target.get("name").text("").equals(name));
    }

    private static void unknown(Resource job, Place trainer) {
        if (trainer.node() instanceof Mapping) {
            Place pod = container("node", trainer, trainer);
            Place container = pod.get("containers").item(0);
            var entries = new LinkedHashMap<String, Located>();
            entries.put(
                    "containers",
                    Entries.list(trainer, List.of(Entries.mapping(container, Entries.of(container), GAP))));
            job.pod(Entries.none(job.spec()), Entries.mapping(trainer, entries, GAP), List.of());
        }
    }
}
