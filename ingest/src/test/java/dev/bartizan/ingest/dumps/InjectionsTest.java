package dev.bartizan.ingest.dumps;

import static dev.bartizan.ingest.Ingesting.property;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.ingest.Ingested;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Injected containers are told by name, image and mark together, and are nobody's cover. */
class InjectionsTest {
    private static Ingested pod(String annotations, String initContainers, String containers) {
        return text("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p, annotations: {%s}}
                spec:
                  initContainers: [%s]
                  containers: [{name: c, image: own/c}, %s]
                """.formatted(annotations, initContainers, containers));
    }

    private static String aside(Ingested ingested) {
        return ingested.trees().pods().getFirst().aside().containers().toString();
    }

    private static Optional<String> injected(Ingested ingested) {
        return property(ingested, "k8s:-/core/Pod/default/p", "injected");
    }

    @Test
    void theProxiesOfAMeshAreMarkedWithWhoPutThemThere() {
        var ingested = pod(
                "sidecar.istio.io/status: '{}'",
                "{name: istio-init, image: 'docker.io/istio/proxyv2:1.27.0', securityContext: {runAsUser: 0, capabilities: {add: [NET_ADMIN, NET_RAW], drop: [ALL]}}}",
                "{name: istio-proxy, image: 'istio/proxyv2:1.27.0', securityContext: {runAsUser: 1337}}");

        assertThat(aside(ingested)).isEqualTo("[containers/1, initContainers/0]");
        assertThat(injected(ingested)).contains("istio-init by Istio, istio-proxy by Istio");
    }

    @Test
    void aNameAloneOrAnImageAloneOrNoMarkIsNoInjection() {
        String status = "sidecar.istio.io/status: '{}'";
        for (Ingested forged : new Ingested[] {
            pod("", "", "{name: istio-proxy, image: istio/proxyv2}"),
            pod(status, "", "{name: istio-proxy, image: evil.example/istio/proxyv2}"),
            pod(status, "", "{name: miner, image: istio/proxyv2}"),
            pod(status, "", "{name: istio-proxy, image: istio/proxyv2, command: [sh, -c]}"),
            pod(status, "", "{name: istio-proxy, image: istio/proxyv2, securityContext: {privileged: true}}"),
            pod(status, "", "{name: istio-proxy, image: istio/proxyv2, securityContext: {runAsUser: 0}}"),
            pod(
                    status,
                    "{name: istio-init, image: istio/proxyv2, securityContext: {capabilities: {add: [SYS_ADMIN]}}}",
                    "")
        }) {
            assertThat(aside(forged)).isEqualTo("[]");
            assertThat(injected(forged)).isEmpty();
        }
    }

    @Test
    void anInjectedContainerOfAFoldedPodIsSaidOfItsOwner() {
        var ingested = text("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: s, uid: s-1}
                spec: {template: {spec: {containers: [{name: c, image: own/c}]}}}
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: s-0
                  annotations: {vault.hashicorp.com/agent-inject-status: injected}
                  ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: s, uid: s-1, controller: true}]
                spec:
                  containers:
                    - {name: vault-agent, image: 'hashicorp/vault:1.20.0', command: [/bin/sh, -ec]}
                    - {name: c, image: own/c}
                """);

        assertThat(ingested.trees().pods()).hasSize(1);
        assertThat(property(ingested, "k8s:-/apps/StatefulSet/default/s", "injected"))
                .contains("vault-agent by the Vault agent injector");
    }
}
