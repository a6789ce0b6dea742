package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Profiles and endpoints of Calico (projectcalico.org/v3 Profile, WorkloadEndpoint). */
class CalicoProfilesTest {
    private static final String PODS = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {serviceAccountName: cashier, containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: job, namespace: batch}
            spec: {containers: [{name: c, image: c}]}
            """;

    private static final String POLICY = """
            ---
            apiVersion: projectcalico.org/v3
            kind: NetworkPolicy
            metadata: {name: one, namespace: shop}
            spec: {selector: app == 'web', types: [Ingress], ingress: [{action: Allow, protocol: TCP}]}
            """;

    /** That of the namespace, then that of the service account, then nothing is allowed; and only where no policy is about the pod. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kns.shop         | {ingress: [{action: Allow, protocol: UDP}]}         | UDP 1-65535",
                "kns.shop         | {}                                                  | No Connections",
                "kns.shop         | {ingress: [{action: Deny}, {action: Allow}]}        | No Connections",
                "kns.other        | {}                                                  | All Connections",
                "ksa.shop.cashier | {ingress: [{action: Deny}]}                         | All Connections",
            })
    void aPodThatNoPolicyIsAboutHasItsProfile(String name, String spec, String expected) {
        assertThat(allowed(PODS + profile(name, spec))).isEqualTo(expected);
        assertThat(allowed(PODS + profile(name, spec) + POLICY)).isEqualTo("TCP 1-65535");
    }

    @Test
    void thatOfTheServiceAccountIsAskedAfterThatOfTheNamespace() {
        String both = profile("kns.shop", "{ingress: [{action: Deny, protocol: TCP}]}")
                + profile(
                        "ksa.shop.cashier",
                        "{ingress: [{action: Allow, protocol: TCP}, {action: Allow, protocol: UDP}]}");

        assertThat(allowed(PODS + both)).isEqualTo("UDP 1-65535");
    }

    @Test
    void aProfileThatNoPodHasIsSaid() {
        assertThat(Connectivity.of(Clusters.of(PODS + profile("mine", "{}")), CniProfile.CALICO)
                        .problems())
                .extracting(Problem::code)
                .containsExactly("profile-of-nobody");
    }

    /** What Calico shows of a pod stands for it, unless the pod is in the input itself. */
    @Test
    void endpointsAreThePodsThatTheyStandFor() {
        String endpoint = """
                ---
                apiVersion: projectcalico.org/v3
                kind: WorkloadEndpoint
                metadata: {name: n1-k8s-NAME-eth0, namespace: shop, labels: {app: db, projectcalico.org/serviceaccount: keeper}}
                spec: {orchestrator: k8s, node: n1, pod: NAME, endpoint: eth0, ports: [{name: sql, protocol: TCP, port: 5432}]}
                """;
        String policy = """
                ---
                apiVersion: projectcalico.org/v3
                kind: NetworkPolicy
                metadata: {name: sql, namespace: shop}
                spec: {selector: projectcalico.org/serviceaccount == 'keeper', ingress: [{action: Allow, protocol: TCP, destination: {ports: [sql]}}]}
                """;
        var connectivity = Connectivity.of(
                Clusters.of(PODS + endpoint.replace("NAME", "db-1") + endpoint.replace("NAME", "web") + policy),
                CniProfile.CALICO);

        assertThat(connectivity.peers().stream()
                        .filter(peer -> !peer.isExternal())
                        .map(Peer::label))
                .containsExactly("batch/job[Pod]", "shop/db-1[Pod]", "shop/web[Pod]");
        assertThat(connectivity
                        .connection(
                                connectivity.peer("web").orElseThrow(),
                                connectivity.peer("db-1").orElseThrow())
                        .allowed())
                .hasToString("TCP 5432");
    }

    private static String profile(String name, String spec) {
        return """
                ---
                apiVersion: projectcalico.org/v3
                kind: Profile
                metadata: {name: %s}
                spec: %s
                """.formatted(name, spec);
    }

    private static String allowed(String manifests) {
        var connectivity = Connectivity.of(Clusters.of(manifests), CniProfile.CALICO);
        return connectivity
                .connection(
                        connectivity.peer("job").orElseThrow(),
                        connectivity.peer("web").orElseThrow())
                .allowed()
                .toString();
    }
}
