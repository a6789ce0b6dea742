package dev.bartizan.ingest.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Plane;
import dev.bartizan.ingest.Ingesting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConductTest {
    @Test
    void aPrivilegedDaemonSetIsAnAgentOfItsNodes() {
        var found = daemonSet("securityContext: {privileged: true}", "/data/weights");

        assertThat(found.role()).isEqualTo("node-agent");
        assertThat(found.layer()).contains(Layer.INFRASTRUCTURE);
        assertThat(found.reason()).isEqualTo("DaemonSet that holds each node in hand: container tuner is privileged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/etc/",
                "/run/containerd/containerd.sock",
                "/var/run/docker.sock",
                "/var/run",
                "/var/lib/kubelet"
            })
    void soIsOneThatHoldsWhatRulesTheNode(String path) {
        var found = daemonSet("tty: false", path);

        assertThat(found.role()).isEqualTo("node-agent");
        assertThat(found.reason()).contains("volume host is " + path + " of the node");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data/weights", "/var/log", "/mnt", "/dev/shm", "/var/run/secrets", "/runner"})
    void otherPlacesOfTheNodeShowTooLittle(String path) {
        assertThat(daemonSet("tty: false", path)).isEqualTo(Classification.UNKNOWN);
    }

    @Test
    void whatASignatureKnowsIsNoMatterOfConduct() {
        var found = role("""
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: metrics}
                spec:
                  template:
                    spec:
                      containers:
                        - {name: m, image: "quay.io/prometheus/node-exporter:v1", securityContext: {privileged: true}}
                """, "k8s:-/apps/DaemonSet/default/metrics");

        assertThat(found.role()).isEqualTo("monitoring");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[sleep, infinity]",
                "[/bin/sleep, '86400']",
                "[sh, -c, sleep 24h]",
                "[tail, -f, /dev/null]",
                "[/bin/bash, -c, \"while true; do sleep 30; done\"]",
                "[sh, -c, \"while true\\ndo sleep 3600\\ndone\\n\"]",
            })
    void aPodThatOnlyWaitsIsForPeople(String command) {
        var found = pod(command);

        assertThat(found.role()).isEqualTo("maintenance-task");
        assertThat(found.plane()).contains(Plane.MANAGEMENT);
        assertThat(found.reason()).startsWith("only waits, so that people can work in it: container shell runs ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[sleep, '30']",
                "[sh, -c, \"sleep infinity & exec ./serve\"]",
                "[sh, -c, \"while true; do date; sleep 5; done\"]",
                "[python, serve.py]",
                "[]",
            })
    void aPodThatDoesAnythingElseIsNot(String command) {
        assertThat(pod(command)).isEqualTo(Classification.UNKNOWN);
    }

    @Test
    void oneContainerThatWorksIsEnough() {
        var found = role("""
                apiVersion: v1
                kind: Pod
                metadata: {name: shell}
                spec:
                  containers:
                    - {name: shell, image: "registry.example/tools:1", command: [sleep, infinity]}
                    - {name: work, image: "registry.example/work:1"}
                """, "k8s:-/core/Pod/default/shell");

        assertThat(found).isEqualTo(Classification.UNKNOWN);
    }

    private static Classification daemonSet(String setting, String path) {
        return role("""
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: tuner}
                spec:
                  template:
                    spec:
                      containers:
                        - name: tuner
                          image: registry.example/tuner:1
                          %s
                      volumes:
                        - {name: host, hostPath: {path: %s}}
                """.formatted(setting, path), "k8s:-/apps/DaemonSet/default/tuner");
    }

    private static Classification pod(String command) {
        return role("""
                apiVersion: v1
                kind: Pod
                metadata: {name: shell}
                spec:
                  containers:
                    - name: shell
                      image: registry.example/tools:1
                      command: %s
                """.formatted(command), "k8s:-/core/Pod/default/shell");
    }

    private static Classification role(String manifest, String id) {
        return Ingesting.asset(Ingesting.text(manifest), id).classification();
    }
}
