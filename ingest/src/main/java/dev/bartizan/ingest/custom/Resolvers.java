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
        var workflows = new Workflows();
        var applications = new SparkApplications();
        return Map.ofEntries(
                Map.entry("serving.kserve.io/InferenceService", services),
                Map.entry("serving.kserve.io/LLMInferenceService", new LlmInferenceServices()),
                Map.entry("machinelearning.seldon.io/SeldonDeployment", new SeldonDeployments()),
                Map.entry("ray.io/RayJob", new RayJobs()),
                Map.entry("trainer.kubeflow.org/TrainJob", new TrainJobs()),
                Map.entry("argoproj.io/Workflow", workflows),
                Map.entry("argoproj.io/CronWorkflow", workflows),
                Map.entry("argoproj.io/WorkflowTemplate", workflows),
                Map.entry("argoproj.io/ClusterWorkflowTemplate", workflows),
                Map.entry("sparkoperator.k8s.io/SparkApplication", applications),
                Map.entry("sparkoperator.k8s.io/ScheduledSparkApplication", applications),
                Map.entry("feast.dev/FeatureStore", new FeatureStores()));
    }
}
