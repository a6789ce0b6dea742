package dev.bartizan.testkit.dump;

import java.util.List;
import java.util.Set;

/** Puts Istio's proxies into the pods of some namespaces, as its webhook does. */
record Mesh(Set<String> namespaces) {
    private static final String IMAGE = "docker.io/istio/proxyv2:1.27.3";

    void inject(Tree pod) {
        Tree metadata = pod.child("metadata");
        Tree spec = pod.child("spec");
        if (!namespaces.contains(metadata.text("namespace"))
                || spec.text("hostNetwork").equals("true")) {
            return;
        }
        metadata.child("annotations")
                .put("sidecar.istio.io/status", "{\"containers\":[\"istio-proxy\"],\"revision\":\"default\"}");
        metadata.child("labels").put("security.istio.io/tlsMode", "istio");
        spec.add(
                "initContainers",
                Tree.of(
                        "name",
                        "istio-init",
                        "image",
                        IMAGE,
                        "args",
                        List.of("istio-iptables", "-p", "15001"),
                        "securityContext",
                        Tree.of(
                                "allowPrivilegeEscalation",
                                false,
                                "capabilities",
                                Tree.of("add", List.of("NET_ADMIN", "NET_RAW"), "drop", List.of("ALL")),
                                "runAsNonRoot",
                                false,
                                "runAsUser",
                                0)));
        spec.add(
                "containers",
                Tree.of(
                        "name",
                        "istio-proxy",
                        "image",
                        IMAGE,
                        "args",
                        List.of("proxy", "sidecar"),
                        "ports",
                        List.of(Tree.of("containerPort", 15090, "name", "http-envoy-prom", "protocol", "TCP")
                                .map())));
        spec.add(
                "volumes",
                Tree.of(
                        "name",
                        "istiod-ca-cert",
                        "configMap",
                        Tree.of("name", "istio-ca-root-cert", "defaultMode", 420)));
    }
}
