package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waypoints of ambient mode and the policies that they ask. */
class WaypointTest {
    private static final String ALL = "All Connections";
    private static final String NO_TCP = "SCTP 1-65535,UDP 1-65535";
    private static final String UNSURE = "SCTP 1-65535,UDP 1-65535; depends: TCP 1-65535";

    /** Two clients in the mesh and one outside of it; a database behind a Service. */
    private static final String PLATFORM = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio.io/dataplane-mode: ambient, USED: way}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {serviceAccountName: web, containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: job, namespace: shop, labels: {app: job}}
            spec: {serviceAccountName: job, containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: stranger, namespace: batch}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: shop}
            spec: {selector: {app: db}, ports: [{port: 80}]}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: way, namespace: shop, labels: {istio.io/waypoint-for: TRAFFIC}}
            spec: {gatewayClassName: istio-waypoint, listeners: [{name: mesh, port: 15008, protocol: HBONE}]}
            """;

    private static final String BY_WEB = "rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/web]}}]}]";
    private static final String TO_GATEWAY =
            "targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: way}], ";
    private static final String TO_SERVICE = "targetRefs: [{group: '', kind: Service, name: db}], ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Through a waypoint for workloads comes whoever has an identity, and nobody else.
                "all     | " + TO_GATEWAY + BY_WEB + " | " + ALL + " | " + NO_TCP + " | " + ALL,
                "all     | action: DENY, " + TO_GATEWAY + BY_WEB + " | " + NO_TCP + " | " + ALL + " | " + ALL,
                // Past a waypoint for services comes whoever knows the address of the pod.
                "service | " + TO_GATEWAY + BY_WEB + " | " + ALL + " | " + UNSURE + " | " + ALL,
                "service | " + TO_SERVICE + BY_WEB + " | " + ALL + " | " + UNSURE + " | " + ALL,
                "service | action: DENY, " + TO_SERVICE + BY_WEB + " | " + UNSURE + " | " + ALL + " | " + ALL,
                "none    | " + TO_GATEWAY + BY_WEB + " | " + ALL + " | " + ALL + " | " + ALL,
            })
    void whatIsAttachedIsAskedByTheWaypoint(String traffic, String spec, String web, String job, String stranger) {
        String platform = PLATFORM.replace("TRAFFIC", traffic).replace("USED", "istio.io/use-waypoint")
                + policy("shop", "{" + spec + "}");

        assertThat(allowed(platform, "shop/web")).isEqualTo(web);
        assertThat(allowed(platform, "shop/job")).isEqualTo(job);
        assertThat(allowed(platform, "batch/stranger")).isEqualTo(stranger);
    }

    @Test
    void itLooksIntoRequests() {
        String platform = PLATFORM.replace("TRAFFIC", "all").replace("USED", "istio.io/use-waypoint")
                + policy("shop", "{" + TO_GATEWAY + "rules: [{to: [{operation: {methods: [GET]}}]}]}");

        assertThat(allowed(platform, "shop/web")).isEqualTo("SCTP 1-65535,UDP 1-65535; TCP 1-65535 (GET)");
    }

    @Test
    void whereOnlyTheWaypointIsLetInWhoComesThroughItComesIn() {
        String onlyWaypoint = "{selector: {matchLabels: {app: db}}, rules: [{from: [{source: {principals:"
                + " [cluster.local/ns/shop/sa/way]}}]}]}";
        String platform = PLATFORM.replace("TRAFFIC", "all").replace("USED", "istio.io/use-waypoint");
        String guarded = platform
                + policy("shop", onlyWaypoint)
                + policy("shop", "{" + TO_GATEWAY + BY_WEB + "}").replace("name: p", "name: q");

        assertThat(allowed(guarded, "shop/web")).isEqualTo(ALL);
        assertThat(allowed(guarded, "shop/job")).isEqualTo(NO_TCP);
        assertThat(allowed(guarded, "batch/stranger")).isEqualTo(NO_TCP);
        assertThat(allowed(
                        PLATFORM.replace("TRAFFIC", "all").replace("USED", "other") + policy("shop", onlyWaypoint),
                        "shop/web"))
                .isEqualTo(NO_TCP);
    }

    @Test
    void aPolicyOfTheClassIsForEveryWaypointIfItIsInTheRootNamespace() {
        String target = "targetRefs: [{group: gateway.networking.k8s.io, kind: GatewayClass, name: istio-waypoint}], ";
        String platform = PLATFORM.replace("TRAFFIC", "all").replace("USED", "istio.io/use-waypoint");

        assertThat(allowed(platform + policy("istio-system", "{" + target + BY_WEB + "}"), "shop/job"))
                .isEqualTo(NO_TCP);
        assertThat(allowed(platform + policy("shop", "{" + target + BY_WEB + "}"), "shop/job"))
                .isEqualTo(ALL);
    }

    @Test
    void whatNobodyAsksIsSaid() {
        String platform = PLATFORM.replace("TRAFFIC", "service").replace("USED", "other");

        assertThat(Connectivity.of(
                                Clusters.of(platform + policy("shop", "{" + TO_SERVICE + BY_WEB + "}")),
                                CniProfile.KUBERNETES)
                        .problems())
                .extracting(Problem::code)
                .containsExactly("attachment-not-evaluated");
        assertThat(allowed(platform + policy("shop", "{" + TO_SERVICE + BY_WEB + "}"), "shop/job"))
                .isEqualTo(ALL);
    }

    @Test
    void thePathNamesThePolicyAndTheAssumption() {
        String platform = PLATFORM.replace("TRAFFIC", "service").replace("USED", "istio.io/use-waypoint")
                + policy("shop", "{" + TO_SERVICE + BY_WEB + "}");
        Snapshot snapshot = Clusters.of(platform);
        var connectivity = Connectivity.of(snapshot, CniProfile.KUBERNETES);

        assertThat(connectivity.explain(
                        connectivity.peer("shop/job").orElseThrow(),
                        connectivity.peer("shop/db").orElseThrow(),
                        PortQuery.of("80")))
                .anyMatch(
                        line -> line.contains("AuthorizationPolicy shop/p passes it on by its reach: only what is sent"
                                + " to the Service comes through the waypoint, if an assumption holds: that it is sent to the pod"
                                + " itself, past the waypoint of its Service"));
    }

    private static String policy(String namespace, String spec) {
        return """
                ---
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: p, namespace: %s}
                spec: %s
                """.formatted(namespace, spec);
    }

    private static String allowed(String platform, String sender) {
        var connectivity = Connectivity.of(Clusters.of(platform), CniProfile.KUBERNETES);
        return Optional.of(connectivity.connection(
                        connectivity.peer(sender).orElseThrow(),
                        connectivity.peer("shop/db").orElseThrow()))
                .map(connection -> connection.access().toString())
                .orElseThrow();
    }
}
