package dev.bartizan.network.suggest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Labels that stay what they are when a workload is deployed again. Controllers of Kubernetes, Argo, Knative, Kubeflow and Istio give pods labels that name a
 * revision, a replica or a run; charts give them their version.
 */
final class StableLabels {
    private static final Set<String> PASSING = Set.of(
            "pod-template-hash",
            "controller-revision-hash",
            "pod-template-generation",
            "rollouts-pod-template-hash",
            "statefulset.kubernetes.io/pod-name",
            "apps.kubernetes.io/pod-index",
            "controller-uid",
            "batch.kubernetes.io/controller-uid",
            "job-name",
            "batch.kubernetes.io/job-name",
            "batch.kubernetes.io/job-completion-index",
            "jobset.sigs.k8s.io/job-index",
            "jobset.sigs.k8s.io/job-global-index",
            "jobset.sigs.k8s.io/job-key",
            "jobset.sigs.k8s.io/restart-attempt",
            "leaderworkerset.sigs.k8s.io/group-index",
            "leaderworkerset.sigs.k8s.io/worker-index",
            "leaderworkerset.sigs.k8s.io/group-key",
            "training.kubeflow.org/replica-index",
            "workflows.argoproj.io/workflow",
            "workflows.argoproj.io/completed",
            "serving.knative.dev/revision",
            "serving.knative.dev/revisionUID",
            "serving.knative.dev/configurationGeneration",
            "service.istio.io/canonical-revision",
            "istio.io/rev",
            "app.kubernetes.io/version",
            "app.kubernetes.io/managed-by",
            "version",
            "helm.sh/chart",
            "chart",
            "heritage");

    /** What the API server takes as one; others it refuses, and selectors of some kinds of policies mean something else by them. */
    private static final Pattern KEY =
            Pattern.compile("([a-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

    /** Those by which people know a workload, the best first. */
    private static final List<String> NAMES = List.of(
            "app.kubernetes.io/name",
            "app",
            "k8s-app",
            "name",
            "app.kubernetes.io/component",
            "component",
            "app.kubernetes.io/instance");

    private StableLabels() {}

    /** @param more that stand for what never passes */
    static SortedMap<String, String> of(Map<String, String> labels, Map<String, String> more) {
        var stable = new TreeMap<>(labels);
        stable.keySet().removeAll(PASSING);
        stable.keySet().removeIf(key -> !KEY.matcher(key).matches());
        stable.putAll(more);
        return stable;
    }

    /** How well a label tells people which workload it is; the smallest is the best. */
    static int rank(String key) {
        int at = NAMES.indexOf(key);
        return at < 0 ? NAMES.size() : at;
    }
}
