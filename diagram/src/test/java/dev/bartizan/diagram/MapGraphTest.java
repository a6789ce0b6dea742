package dev.bartizan.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Plane;
import dev.bartizan.graph.Platform;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MapGraphTest {
    private final SyntheticPlatform platform = new SyntheticPlatform();

    @Test
    void linksThroughAServiceGoToItsBackends() {
        String ingress =
                platform.asset("Ingress", "networking.k8s.io", "ml", "web", "gateway", Optional.of(Plane.DATA));
        String service = platform.core("Service", "ml", "model");
        String first = platform.workload("ml", "model-a");
        String second = platform.workload("ml", "model-b");
        platform.link(ingress, service, "routes");
        platform.link(service, first, "exposes");
        platform.link(service, second, "exposes");

        assertThat(links()).containsExactlyInAnyOrder("web routes model-a", "web routes model-b");
        assertThat(parts("Deployment", "model-a")).containsExactly("model");
    }

    @Test
    void aServiceThatCallsItselfThroughItsServiceHasNoLink() {
        String service = platform.core("Service", "ml", "model");
        String workload = platform.workload("ml", "model");
        platform.link(service, workload, "exposes");
        platform.link(workload, service, "calls");

        assertThat(links()).isEmpty();
    }

    @Test
    void configurationIsFoldedIntoTheWorkloadThatUsesIt() {
        String workload = platform.workload("ml", "trainer");
        platform.link(workload, platform.core("ConfigMap", "ml", "settings"), "mounts");
        platform.link(workload, platform.core("Secret", "ml", "token"), "mounts");
        platform.link(workload, platform.core("ServiceAccount", "ml", "runner"), "runs-as");

        assertThat(nodes()).containsExactly("trainer");
        assertThat(parts("Deployment", "trainer")).containsExactly("settings", "token", "runner");
    }

    @Test
    void dataStoresGatewaysAndCustomResourcesOfAKnownRoleArePlaces() {
        platform.core("PersistentVolumeClaim", "ml", "weights");
        platform.asset("Gateway", "gateway.networking.k8s.io", "ml", "edge", "unknown", Optional.empty());
        platform.asset("RayCluster", "ray.io", "ml", "ray", "trainer", Optional.of(Plane.DATA));
        platform.asset("Widget", "example.org", "ml", "widget", "unknown", Optional.empty());
        platform.asset(
                "ExternalSecret", "external-secrets.io", "ml", "key", "secret-store", Optional.of(Plane.MANAGEMENT));
        platform.asset("ClusterRole", "rbac.authorization.k8s.io", "-", "admin", "identity", Optional.empty());

        assertThat(nodes()).containsExactly("weights", "edge", "ray");
    }

    @Test
    void aCustomResourceThatRunsAsSomeoneIsAWorkload() {
        String widget = platform.asset("Widget", "example.org", "ml", "widget", "unknown", Optional.empty());
        platform.link(widget, platform.core("ServiceAccount", "ml", "default"), "runs-as");

        assertThat(nodes()).containsExactly("widget");
    }

    @Test
    void aRoleStandsAtTheWorkloadsOfItsSubjects() {
        String workload = platform.workload("ml", "trainer");
        String account = platform.core("ServiceAccount", "ml", "runner");
        String role = platform.asset(
                "ExternalSecret", "external-secrets.io", "ml", "key", "secret-store", Optional.of(Plane.MANAGEMENT));
        platform.asset("ClusterRole", "rbac.authorization.k8s.io", "-", "admin", "unknown", Optional.empty());
        platform.link(workload, account, "runs-as");
        platform.link(account, role, "may-do");
        Platform built = platform.snapshot().platform();

        int index = built.index(role).orElseThrow();
        assertThat(new MapGraph(built).hosts(index))
                .containsExactly(built.index(workload).orElseThrow());
    }

    private List<String> nodes() {
        Platform built = platform.snapshot().platform();
        return new MapGraph(built)
                .nodes().stream().mapToObj(index -> built.asset(index).name()).toList();
    }

    private List<String> links() {
        Platform built = platform.snapshot().platform();
        return new MapGraph(built)
                .links().stream()
                        .map(link -> built.asset(link.from()).name() + " " + link.kind() + " "
                                + built.asset(link.to()).name())
                        .toList();
    }

    private List<String> parts(String kind, String name) {
        Platform built = platform.snapshot().platform();
        int index = built.index("k8s:-/apps/" + kind + "/ml/" + name).orElseThrow();
        return new MapGraph(built)
                .parts(index).stream().map(part -> built.asset(part).name()).toList();
    }
}
