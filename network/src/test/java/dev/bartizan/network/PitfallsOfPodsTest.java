package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is easily got wrong about the pods that policies are asked about. */
class PitfallsOfPodsTest {
    private static final String POLICY = """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: one, namespace: shop}
            spec: {podSelector: {}, ingress: [{ports: [{port: http}]}]}
            """;

    private static final String CLIENT = """
            apiVersion: v1
            kind: Pod
            metadata: {name: client, namespace: shop}
            spec: {containers: [{name: c, image: c}]}
            ---
            """;

    /** core/v1: an init container with restartPolicy Always runs beside the others, one without has ended before they begin. */
    @Test
    void portsOfSidecarsCountAndThoseOfInitContainersDoNot() {
        String pod = """
                apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: shop}
                spec:
                  containers: [{name: c, image: c}]
                  initContainers: [{name: i, image: i, restartPolicy: Always, ports: [{name: http, containerPort: 8080}]}]
                """;

        assertThat(allowed(CLIENT + pod + POLICY)).isEqualTo("TCP 8080");
        assertThat(allowed(CLIENT + pod.replace("restartPolicy: Always, ", "") + POLICY))
                .isEqualTo("No Connections");
    }

    /** core/v1 PodPhase: who has succeeded or failed has no address any more and is nobody's peer. */
    @Test
    void podsThatHaveEndedTakeNoPart() {
        String ended = """
                apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: shop}
                spec: {containers: [{name: c, image: c}]}
                status: {phase: Succeeded}
                """;

        assertThat(labels(CLIENT + ended)).containsExactly("shop/client[Pod]");
        assertThat(labels(CLIENT + ended.replace("Succeeded", "Failed"))).containsExactly("shop/client[Pod]");
        assertThat(labels(CLIENT + ended.replace("Succeeded", "Running")))
                .containsExactly("shop/client[Pod]", "shop/web[Pod]");
    }

    /** Jobs, jobs on a schedule, and what controllers make of custom resources: pods that do not exist yet. */
    @Test
    void podsThatAreStillToBeMadeTakePart() {
        String jobs = """
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: nightly, namespace: shop}
                spec: {schedule: "0 1 * * *", jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: c}]}}}}}
                ---
                apiVersion: kubeflow.org/v1
                kind: PyTorchJob
                metadata: {name: train, namespace: shop}
                spec: {pytorchReplicaSpecs: {Master: {template: {spec: {containers: [{name: pytorch, image: c}]}}}}}
                ---
                """;

        assertThat(labels(jobs + CLIENT))
                .contains("shop/nightly[CronJob]")
                .anyMatch(label -> label.startsWith("shop/train") && label.endsWith("[PyTorchJob]"));
    }

    /** k8s#95879: whether a pod reaches itself is no matter of policies, and no list says it. */
    @Test
    void aPodReachesItselfWhateverPoliciesSay() {
        String closed = POLICY.replace(", ingress: [{ports: [{port: http}]}]", "");

        assertThat(Connectivity.of(Clusters.of(CLIENT + closed), CniProfile.KUBERNETES)
                        .connections())
                .noneMatch(connection -> connection.from().equals(connection.to()));
    }

    private static List<String> labels(String manifests) {
        return Connectivity.of(Clusters.of(manifests), CniProfile.KUBERNETES).peers().stream()
                .filter(peer -> !peer.isExternal())
                .map(Peer::label)
                .toList();
    }

    private static String allowed(String manifests) {
        var connectivity = Connectivity.of(Clusters.of(manifests), CniProfile.KUBERNETES);
        return connectivity
                .connection(
                        connectivity.peer("client").orElseThrow(),
                        connectivity.peer("web").orElseThrow())
                .allowed()
                .toString();
    }
}
