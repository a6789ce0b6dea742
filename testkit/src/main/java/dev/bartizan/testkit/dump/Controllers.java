package dev.bartizan.testkit.dump;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the controllers of a cluster make of the objects they find; each finds the same names every time. */
final class Controllers {
    private static final int OLD_REVISIONS = 3;

    private final List<Tree> all;
    private final Mesh mesh;

    /** @param all what they make is added to it */
    Controllers(List<Tree> all, Mesh mesh) {
        this.all = all;
        this.mesh = mesh;
    }

    void reconcile(Tree object) {
        switch (object.text("kind")) {
            case "Deployment" -> deployment(object);
            case "StatefulSet" -> {
                revision(object);
                pods(object, "-0", "-1");
            }
            case "DaemonSet" -> {
                revision(object);
                pods(object, "-4xk2p", "-9wz7q");
            }
            case "CronJob" -> {
                job(object, "-29382720");
                job(object, "-29384160");
            }
            case "Job" -> pods(object, "-h5n8d");
            case "Pod" -> run(object);
            case "RayCluster" -> rayCluster(object);
            case "Service" -> endpoints(object);
            case String _ -> {}
        }
    }

    private void deployment(Tree deployment) {
        for (int revision = 1; revision <= OLD_REVISIONS; revision++) {
            Tree old = replicaSet(deployment, revision, 0);
            Template.of(old)
                    .flatMap(template -> template.find("spec"))
                    .ifPresent(spec -> spec.items("containers")
                            .forEach(container -> container.put(
                                    "image", container.text("image").replaceAll("[:@].*", "") + ":old")));
        }
        Tree current = replicaSet(deployment, OLD_REVISIONS + 1, 2);
        pods(current, "-6b8tz", "-x4c9m");
    }

    private Tree replicaSet(Tree deployment, int revision, int replicas) {
        String hash = String.format(Locale.ROOT, "%010x", 0x5f3a7b1cL + revision);
        var spec = Tree.of("replicas", replicas, "template", template(deployment));
        spec.child("template").child("metadata").child("labels").put("pod-template-hash", hash);
        Tree replicaSet = owned(deployment, "apps/v1", "ReplicaSet", "-" + hash).put("spec", spec);
        replicaSet.child("metadata").child("annotations").put("deployment.kubernetes.io/revision", "" + revision);
        return store(replicaSet);
    }

    private void job(Tree cronJob, String suffix) {
        Tree spec = cronJob.find("spec", "jobTemplate", "spec").orElseThrow().copy();
        pods(store(owned(cronJob, "batch/v1", "Job", suffix).put("spec", spec)), "-t7v2k");
    }

    private void revision(Tree workload) {
        store(owned(workload, "apps/v1", "ControllerRevision", "-7c9f")
                .put("data", Tree.of("spec", Tree.of("template", template(workload))))
                .put("revision", 1));
    }

    private void pods(Tree owner, String... suffixes) {
        for (String suffix : suffixes) {
            pod(owner, template(owner), suffix);
        }
    }

    private void pod(Tree owner, Tree template, String suffix) {
        Tree pod = owned(owner, "v1", "Pod", suffix);
        for (String key : List.of("labels", "annotations")) {
            template.find("metadata", key)
                    .ifPresent(found -> pod.child("metadata").put(key, found));
        }
        pod.put("spec", template.child("spec"));
        run(store(pod));
    }

    /** What admission, the scheduler and the kubelet add to a pod. */
    private void run(Tree pod) {
        mesh.inject(pod);
        Tree spec = pod.child("spec");
        spec.otherwise("serviceAccountName", "default").otherwise("serviceAccount", "default");
        spec.otherwise("nodeName", "node-7")
                .otherwise("enableServiceLinks", true)
                .otherwise("priority", 0);
        spec.add(
                "tolerations",
                Tree.of(
                        "key",
                        "node.kubernetes.io/not-ready",
                        "operator",
                        "Exists",
                        "effect",
                        "NoExecute",
                        "tolerationSeconds",
                        300));
        if (!spec.text("automountServiceAccountToken").equals("false")) {
            String volume = "kube-api-access-q2w3e";
            spec.add(
                    "volumes",
                    Tree.of(
                            "name",
                            volume,
                            "projected",
                            Tree.of(
                                    "defaultMode",
                                    420,
                                    "sources",
                                    List.of(
                                            Map.of("serviceAccountToken", Map.of("path", "token")),
                                            Map.of("configMap", Map.of("name", "kube-root-ca.crt"))))));
            spec.items("containers")
                    .forEach(container -> container.add(
                            "volumeMounts",
                            Tree.of(
                                    "name",
                                    volume,
                                    "mountPath",
                                    "/var/run/secrets/kubernetes.io/serviceaccount",
                                    "readOnly",
                                    true)));
        }
        Defaults.pod(spec);
        pod.put(
                "status",
                Tree.of(
                        "phase",
                        "Running",
                        "podIP",
                        "10.244.3.17",
                        "containerStatuses",
                        List.of(Map.of("image", "sha256:0", "ready", true))));
    }

    private void rayCluster(Tree cluster) {
        cluster.find("spec", "headGroupSpec", "template").ifPresent(template -> rayPod(cluster, template, "head"));
        for (Tree group : cluster.find("spec").orElseGet(Tree::empty).items("workerGroupSpecs")) {
            group.find("template")
                    .ifPresent(template -> rayPod(cluster, template, "worker-" + group.text("groupName")));
        }
        Tree labels = Tree.of("ray.io/cluster", cluster.child("metadata").text("name"), "ray.io/node-type", "head");
        Tree service = store(owned(cluster, "v1", "Service", "-head-svc")
                .put("spec", Tree.of("selector", labels, "clusterIP", "None", "ports", List.of(Map.of("port", 8265)))));
        endpoints(service);
    }

    private void rayPod(Tree cluster, Tree template, String group) {
        Tree copy = template.copy();
        Tree labels = copy.child("metadata").child("labels");
        labels.put("ray.io/cluster", cluster.child("metadata").text("name"));
        labels.put("ray.io/node-type", group.startsWith("head") ? "head" : "worker");
        List<Tree> containers = copy.child("spec").items("containers");
        containers
                .getFirst()
                .put("command", List.of("/bin/bash", "-c", "--"))
                .put("args", List.of("ray start --block"));
        if (!group.startsWith("head")) {
            copy.child("spec")
                    .add(
                            "initContainers",
                            Tree.of(
                                    "name",
                                    "wait-gcs-ready",
                                    "image",
                                    containers.getFirst().text("image"),
                                    "command",
                                    List.of("/bin/bash")));
        }
        pod(cluster, copy, "-" + group + "-m2n3b");
    }

    private void endpoints(Tree service) {
        Tree metadata = service.child("metadata");
        var endpoints = Tree.of(
                "apiVersion",
                "v1",
                "kind",
                "Endpoints",
                "metadata",
                Tree.of("name", metadata.text("name"), "namespace", namespace(service)));
        endpoints
                .child("metadata")
                .put(
                        "annotations",
                        Tree.of("endpoints.kubernetes.io/last-change-trigger-time", "2026-11-01T08:00:00Z"));
        store(endpoints);
        Tree slice =
                owned(service, "discovery.k8s.io/v1", "EndpointSlice", "-k8x4t").put("addressType", "IPv4");
        slice.child("metadata")
                .child("labels")
                .put("endpointslice.kubernetes.io/managed-by", "endpointslice-controller.k8s.io");
        store(slice);
    }

    /** What every namespace is given. */
    void furnish(String namespace) {
        store(Tree.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                Tree.of("name", "kube-root-ca.crt", "namespace", namespace),
                "data",
                Tree.of("ca.crt", "certificate")));
        var account = Tree.of(
                "apiVersion",
                "v1",
                "kind",
                "ServiceAccount",
                "metadata",
                Tree.of("name", "default", "namespace", namespace));
        boolean isDeclared = all.stream().anyMatch(object -> Server.uid(object).equals(Server.uid(account)));
        if (!isDeclared) {
            store(account);
        }
        store(Tree.of(
                "apiVersion",
                "coordination.k8s.io/v1",
                "kind",
                "Lease",
                "metadata",
                Tree.of("name", "leader", "namespace", namespace)));
        store(Tree.of(
                "apiVersion",
                "v1",
                "kind",
                "Event",
                "metadata",
                Tree.of("name", "pulled.17", "namespace", namespace),
                "reason",
                "Pulled"));
    }

    private Tree owned(Tree owner, String apiVersion, String kind, String suffix) {
        Tree metadata = owner.child("metadata");
        var reference = Tree.of(
                "apiVersion",
                owner.text("apiVersion"),
                "kind",
                owner.text("kind"),
                "name",
                metadata.text("name"),
                "uid",
                Server.uid(owner),
                "controller",
                true,
                "blockOwnerDeletion",
                true);
        var made = Tree.of("name", metadata.text("name") + suffix, "namespace", namespace(owner));
        made.add("ownerReferences", reference);
        return Tree.of("apiVersion", apiVersion, "kind", kind, "metadata", made);
    }

    private static String namespace(Tree object) {
        return Optional.of(object.child("metadata").text("namespace"))
                .filter(name -> !name.isEmpty())
                .orElse("default");
    }

    private static Tree template(Tree workload) {
        return Template.of(workload).orElseThrow().copy();
    }

    private Tree store(Tree object) {
        all.add(Server.store(object));
        return object;
    }
}
