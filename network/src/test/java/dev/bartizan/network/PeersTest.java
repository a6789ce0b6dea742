package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which workloads and which ranges of addresses are told apart. */
class PeersTest {
    private static final String WEB = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {containers: [{name: c, image: c}]}
            """;

    private static final String BLOCKS = """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: blocks, namespace: shop}
            spec:
              podSelector: {}
              policyTypes: [Ingress, Egress]
              ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]
              egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [192.168.0.0/16]}}]}]
            """;

    /** Those that rules about receiving name do not cut those that are opened to, nor the other way round. */
    @Test
    void addressesAreCutOnlyByRulesOfTheirDirection() {
        assertThat(list(WEB + BLOCKS, ""))
                .containsExactly(
                        "10.0.0.0-10.255.255.255[External] => shop/web[Pod] : All Connections",
                        "shop/web[Pod] => 0.0.0.0-192.167.255.255[External] : All Connections",
                        "shop/web[Pod] => 192.169.0.0-255.255.255.255[External] : All Connections");
    }

    /** An address that is asked for is shown with the range it is in. */
    @Test
    void anAddressStandsForItsRange() {
        assertThat(list(WEB + BLOCKS, "10.1.2.3"))
                .containsExactly(
                        "10.0.0.0-10.255.255.255[External] => shop/web[Pod] : All Connections",
                        "shop/web[Pod] => 0.0.0.0-192.167.255.255[External] : All Connections");
    }

    /** Replicas of a workload that the files do not hold are one, as long as no policy tells them apart. */
    @Test
    void podsAreCalledByTheirOwner() {
        String pods = WEB + owned("web-a", "one") + owned("web-b", "two");

        assertThat(list(pods, "web-b"))
                .containsExactly(
                        "0.0.0.0-255.255.255.255[External] => shop/web-7d9[ReplicaSet] : All Connections",
                        "shop/web-7d9[ReplicaSet] => 0.0.0.0-255.255.255.255[External] : All Connections",
                        "shop/web-7d9[ReplicaSet] => shop/web[Pod] : All Connections",
                        "shop/web[Pod] => shop/web-7d9[ReplicaSet] : All Connections");
        assertThat(list(pods + """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: one, namespace: shop}
                spec: {podSelector: {matchLabels: {slot: one}}}
                """, "shop/web-b"))
                .containsExactly(
                        "0.0.0.0-255.255.255.255[External] => shop/web-b[Pod] : All Connections",
                        "shop/web-a[Pod] => shop/web-b[Pod] : All Connections",
                        "shop/web-b[Pod] => 0.0.0.0-255.255.255.255[External] : All Connections",
                        "shop/web-b[Pod] => shop/web[Pod] : All Connections",
                        "shop/web[Pod] => shop/web-b[Pod] : All Connections");
    }

    /** A name without a namespace stands for the workloads of that name in all namespaces, and only for those. */
    @Test
    void oneNameStandsForAllOfThatName() {
        var connectivity = Connectivity.of(
                Clusters.of(WEB + "---\n" + WEB.replace("shop", "depot") + "---\n" + WEB.replace("web", "other")),
                CniProfile.NP_GUARD);

        assertThat(connectivity.peers("web"))
                .extracting(Peer::label)
                .containsExactly("depot/web[Pod]", "shop/web[Pod]");
        assertThat(connectivity.peer("web")).isEmpty();
        assertThat(connectivity.peer("depot/web")).isPresent();
        assertThat(
                        connectivity
                                .list()
                                .narrowed(connectivity.peers("web"), connectivity.peers("web"), List.of())
                                .stream()
                                .map(each -> each.from().label()))
                .containsExactly("depot/web[Pod]", "shop/web[Pod]");
    }

    /** The pod that runs a machine has the labels of the machine, whatever it is called. */
    @Test
    void virtualMachinesAreWorkloads() {
        String machines = """
                ---
                apiVersion: kubevirt.io/v1
                kind: VirtualMachine
                metadata: {name: trainer, namespace: shop}
                spec:
                  template:
                    metadata: {labels: {app: trainer}}
                    spec:
                      domain: {devices: {interfaces: [{name: own, masquerade: {}, ports: [{name: ssh, port: 22}]}]}}
                ---
                apiVersion: kubevirt.io/v1
                kind: VirtualMachineInstance
                metadata:
                  name: trainer
                  namespace: shop
                  ownerReferences: [{apiVersion: kubevirt.io/v1, kind: VirtualMachine, name: trainer, uid: x, controller: true}]
                spec: {domain: {}}
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: trainer, namespace: shop}
                spec:
                  podSelector: {matchLabels: {app: trainer}}
                  policyTypes: [Ingress, Egress]
                  ingress: [{from: [{podSelector: {}}], ports: [{port: ssh}]}]
                """;

        assertThat(list(WEB + machines, "shop/trainer"))
                .containsExactly("shop/web[Pod] => shop/trainer[VirtualMachine] : TCP 22");
    }

    private static String owned(String name, String slot) {
        return """
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: %s
                  namespace: shop
                  labels: {app: web, slot: %s}
                  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-7d9, uid: x, controller: true}]
                spec: {containers: [{name: c, image: c}]}
                """.formatted(name, slot);
    }

    private static List<String> list(String manifests, String asked) {
        var connectivity = Connectivity.of(Clusters.of(manifests), CniProfile.NP_GUARD);
        List<Peer> either = connectivity.peers(asked);
        return connectivity.list().narrowed(List.of(), List.of(), either).stream()
                .map(each -> each.from().label() + " => " + each.to().label() + " : " + each.access())
                .toList();
    }
}
