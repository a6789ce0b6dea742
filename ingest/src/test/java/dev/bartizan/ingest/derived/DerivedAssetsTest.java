package dev.bartizan.ingest.derived;

import static dev.bartizan.ingest.Ingesting.asset;
import static dev.bartizan.ingest.Ingesting.ids;
import static dev.bartizan.ingest.Ingesting.property;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.ingest.Ingested;
import dev.bartizan.ingest.Ingesting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files hold no nodes, no fabrics and no tenants: they are concluded from what pods and namespaces say. */
class DerivedAssetsTest {
    private static String pod(String name, String annotations, String spec) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: %s, annotations: {%s}}
                spec: {%s}
                ---
                """.formatted(name, annotations, spec);
    }

    private static String gpu(String more) {
        return more + "containers: [{name: c, image: i, resources: {limits: {nvidia.com/gpu: 1, cpu: 1}}}]";
    }

    private static List<String> derived(Ingested ingested) {
        return ids(ingested).stream().filter(id -> id.startsWith("derived:")).toList();
    }

    private static List<String> links(Ingested ingested, String kind) {
        return Ingesting.links(ingested).stream()
                .filter(link -> link.contains(" -" + kind + "-> "))
                .toList();
    }

    @Test
    void podsThatAskForTheSameShareAPool() {
        var ingested = text(pod("a", "", gpu("")) + pod("b", "", gpu("nodeSelector: {kubernetes.io/os: linux}, ")));

        assertThat(derived(ingested)).containsExactly("derived:-/accelerator-pool/nvidia.com%2Fgpu");
        assertThat(links(ingested, "runs-on"))
                .containsExactly(
                        "core/Pod/default/a -runs-on-> derived:-/accelerator-pool/nvidia.com%2Fgpu at test.yaml:4 /spec/containers/0/resources/limits/nvidia.com~1gpu",
                        "core/Pod/default/b -runs-on-> derived:-/accelerator-pool/nvidia.com%2Fgpu at test.yaml:9 /spec/containers/0/resources/limits/nvidia.com~1gpu");
        var pool = asset(ingested, "derived:-/accelerator-pool/nvidia.com%2Fgpu");
        assertThat(pool.classification().role()).isEqualTo("accelerator-pool");
        assertThat(pool.classification().reason()).isEqualTo("pods ask for nvidia.com/gpu");
        assertThat(property(ingested, pool.id(), "derived")).contains("pods ask for nvidia.com/gpu");
    }

    @Test
    void otherNodesAreAnotherPool() {
        var ingested = text(
                pod("a", "", gpu(""))
                        + pod("b", "", gpu("nodeSelector: {cloud.google.com/gke-accelerator: nvidia-l4}, "))
                        + pod(
                                "c",
                                "",
                                gpu(
                                        "tolerations: [{key: nvidia.com/gpu, operator: Exists}], runtimeClassName: nvidia, "))
                        + pod(
                                "d",
                                "",
                                gpu(
                                        "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: nvidia.com/gpu.product, operator: In, values: [H200, H100]}]}]}}}, ")));

        assertThat(derived(ingested)).hasSize(4);
        assertThat(ingested.platform().assets())
                .filteredOn(asset -> asset.kind().equals("AcceleratorPool"))
                .extracting(asset -> asset.name())
                .containsExactlyInAnyOrder(
                        "nvidia.com/gpu",
                        "nvidia.com/gpu on cloud.google.com/gke-accelerator=nvidia-l4",
                        "nvidia.com/gpu tolerating nvidia.com/gpu, with runtime class nvidia",
                        "nvidia.com/gpu on nvidia.com/gpu.product In H100|H200");
    }

    @Test
    void aClaimIsAskedForItsDeviceClass() {
        String spec = "resourceClaims: [{name: g, resourceClaimTemplateName: %s}], containers: [{name: c, image: i}]";
        var ingested =
                text("""
                apiVersion: resource.k8s.io/v1
                kind: ResourceClaimTemplate
                metadata: {name: one-gpu}
                spec: {spec: {devices: {requests: [{name: g, exactly: {deviceClassName: gpu.nvidia.com}}]}}}
                ---
                """ + pod("a", "", spec.replace("%s", "one-gpu")) + pod("b", "", spec.replace("%s", "elsewhere")));

        assertThat(derived(ingested)).containsExactly("derived:-/accelerator-pool/gpu.nvidia.com");
    }

    @Test
    void fabricsComeFromDevicesFilesAndAttachments() {
        var ingested = text("""
                apiVersion: k8s.cni.cncf.io/v1
                kind: NetworkAttachmentDefinition
                metadata: {name: roce-p2, namespace: net}
                ---
                """
                + pod("a", "", "containers: [{name: c, image: i, resources: {limits: {rdma/roce_gdr: 1}}}]")
                + pod(
                        "b",
                        "",
                        "volumes: [{name: v, hostPath: {path: /dev/infiniband}}], containers: [{name: c, image: i}]")
                + pod(
                        "c",
                        "k8s.v1.cni.cncf.io/networks: 'net/roce-p2@eth1, other'",
                        "containers: [{name: c, image: i}]")
                + pod(
                        "d",
                        "k8s.v1.cni.cncf.io/networks: '[{\"name\": \"roce-p2\", \"namespace\": \"net\"}, {\"name\": [}'",
                        "containers: [{name: c, image: i}]")
                + pod(
                        "e",
                        "networking.gke.io/interfaces: '[{\"interfaceName\": \"eth0\", \"network\": \"default\"}, {\"network\": \"rdma-0\"}]'",
                        "containers: [{name: c, image: i}]"));

        assertThat(derived(ingested))
                .containsExactly(
                        "derived:-/fabric/default%2Fother",
                        "derived:-/fabric/infiniband", "derived:-/fabric/rdma%2Froce_gdr", "derived:-/fabric/rdma-0");
        assertThat(links(ingested, "attached-to"))
                .anyMatch(
                        link -> link.startsWith(
                                "core/Pod/default/c -attached-to-> k8s.cni.cncf.io/NetworkAttachmentDefinition/net/roce-p2 at test.yaml"))
                .anyMatch(link ->
                        link.endsWith("derived:-/fabric/infiniband at test.yaml:13 /spec/volumes/0/hostPath/path"));
        assertThat(asset(ingested, "k8s:-/k8s.cni.cncf.io/NetworkAttachmentDefinition/net/roce-p2")
                        .classification()
                        .role())
                .isEqualTo("fabric");
    }

    @Test
    void whatIsInjectedOrEmptyAsksForNothing() {
        assertThat(derived(text(pod(
                        "a",
                        "k8s.v1.cni.cncf.io/networks: ' , '",
                        "containers: [{name: c, image: i, resources: {limits: [1]}}]"))))
                .isEmpty();
    }

    @Test
    void namespacesOfOneOwnerAreOneTenant(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yaml"), """
                apiVersion: v1
                kind: Namespace
                metadata: {name: one, labels: {capsule.clastix.io/tenant: oil}}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: two, labels: {capsule.clastix.io/tenant: oil}}
                ---
                apiVersion: kubeflow.org/v1
                kind: Profile
                metadata: {name: three}
                spec: {owner: {kind: User, name: ada@example.org}}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: three, annotations: {owner: ada@example.org}}
                ---
                apiVersion: v1
                kind: Namespace
                metadata: {name: four, labels: {team: search}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: p, namespace: two}
                spec: {containers: [{name: c, image: i}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: q, namespace: five}
                spec: {containers: [{name: c, image: i}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: r, namespace: four}
                spec: {containers: [{name: c, image: i}]}
                """);
        Files.writeString(folder.resolve("bartizan.yaml"), """
                version: 1
                owners:
                  - {name: ranking, select: {namespaces: [four, five]}}
                """);
        var ingested = Ingesting.folder(folder);

        assertThat(derived(ingested)).containsExactly("derived:-/tenant/oil", "derived:-/tenant/ranking");
        assertThat(links(ingested, "belongs-to"))
                .containsExactly(
                        "core/Namespace/-/four -belongs-to-> derived:-/tenant/ranking at a.yaml:18 ",
                        "core/Namespace/-/one -belongs-to-> derived:-/tenant/oil at a.yaml:3 /metadata/labels/capsule.clastix.io~1tenant",
                        "core/Namespace/-/three -belongs-to-> kubeflow.org/Profile/-/three at a.yaml:16 /metadata/annotations/owner",
                        "core/Namespace/-/two -belongs-to-> derived:-/tenant/oil at a.yaml:7 /metadata/labels/capsule.clastix.io~1tenant");
        assertThat(property(ingested, "k8s:-/core/Pod/two/p", "tenant")).contains("oil");
        assertThat(property(ingested, "k8s:-/core/Pod/five/q", "tenant")).contains("ranking");
    }
}
