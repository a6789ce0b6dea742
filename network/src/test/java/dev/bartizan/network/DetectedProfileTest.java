package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which network plugin a platform shows, and by what. */
class DetectedProfileTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quay.io/cilium/cilium:v1.19.0                                    | CILIUM",
                "docker.io/calico/node:v3.30.0                                    | CALICO",
                "antrea/antrea-agent-ubuntu:v2.4.0                                | ANTREA",
                "602401143452.dkr.ecr.us-west-2.amazonaws.com/amazon-k8s-cni:v1.20 | AWS",
                "docker.io/library/nginx:1.29                                     | KUBERNETES",
            })
    void byItsWorkloads(String image, CniProfile profile) {
        assertThat(detected(agent("agent", image)).profile()).isEqualTo(profile);
    }

    @Test
    void byWhatOnlyItReads() {
        assertThat(detected("""
                apiVersion: cilium.io/v2
                kind: CiliumNetworkPolicy
                metadata: {name: open, namespace: shop}
                spec: {}
                """)).satisfies(found -> {
            assertThat(found.profile()).isEqualTo(CniProfile.CILIUM);
            assertThat(found.reason()).isEqualTo("CiliumNetworkPolicy open is a resource of Cilium");
            assertThat(found.evidence().orElseThrow().line()).isEqualTo(1);
        });
        assertThat(detected("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: tiers.crd.antrea.io}
                """).profile()).isEqualTo(CniProfile.ANTREA);
    }

    @Test
    void whatRunsIsStrongerThanWhatIsConfigured() {
        assertThat(detected(agent("agent", "quay.io/cilium/cilium:v1.19.0") + """
                ---
                apiVersion: projectcalico.org/v3
                kind: GlobalNetworkPolicy
                metadata: {name: open}
                """)
                        .profile())
                .isEqualTo(CniProfile.CILIUM);
    }

    @Test
    void thePluginThatGivesAddressesYieldsToTheOneThatEnforces() {
        assertThat(detected(agent("aws-node", "amazon-k8s-cni:v1.20") + "---\n"
                                + agent("calico", "docker.io/calico/node:v3.30.0"))
                        .profile())
                .isEqualTo(CniProfile.CALICO);
    }

    @Test
    void severalLeaveItOpen() {
        assertThat(detected(agent("one", "quay.io/cilium/cilium:v1.19.0") + "---\n"
                        + agent("two", "docker.io/calico/node:v3.30.0")))
                .satisfies(found -> {
                    assertThat(found.profile()).isEqualTo(CniProfile.KUBERNETES);
                    assertThat(found.reason())
                            .isEqualTo("several network plugins show: DaemonSet one is part of Cilium,"
                                    + " and DaemonSet two is part of Calico");
                });
    }

    private static DetectedProfile detected(String yaml) {
        return DetectedProfile.of(Clusters.of(yaml));
    }

    private static String agent(String name, String image) {
        return """
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: %1$s, namespace: kube-system}
                spec:
                  selector: {matchLabels: {app: %1$s}}
                  template:
                    metadata: {labels: {app: %1$s}}
                    spec: {hostNetwork: true, containers: [{name: agent, image: "%2$s"}]}
                """.formatted(name, image);
    }
}
