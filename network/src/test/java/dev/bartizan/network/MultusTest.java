package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.network.ExemptPath.Kind;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Networks besides the cluster's own, and the other ways that policies do not cover. */
class MultusTest {
    private static final String PODS = """
            apiVersion: k8s.cni.cncf.io/v1
            kind: NetworkAttachmentDefinition
            metadata: {name: fabric, namespace: training}
            spec: {config: '{"cniVersion": "0.3.1", "type": "macvlan"}'}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: one, namespace: training, labels: {app: one}, annotations: {k8s.v1.cni.cncf.io/networks: fabric}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: two, namespace: training, labels: {app: two}, annotations: {k8s.v1.cni.cncf.io/networks: training/fabric}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: three, namespace: training}
            spec:
              hostNetwork: true
              containers:
              - {name: c, image: c, securityContext: {privileged: true}, resources: {limits: {rdma/hca: 1}}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: training}
            spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
            """;

    private static final String MULTI = """
            ---
            apiVersion: k8s.cni.cncf.io/v1beta1
            kind: MultiNetworkPolicy
            metadata: {name: some, namespace: training, annotations: {k8s.v1.cni.cncf.io/policy-for: "other, fabric"}}
            spec:
              podSelector: {matchLabels: {app: two}}
              policyTypes: [Ingress]
              ingress: [{from: [{podSelector: {matchLabels: {app: one}}}], ports: [{port: 9000}]}]
            """;

    @Test
    void thePoliciesOfTheClusterSayNothingAboutOtherNetworks() {
        assertThat(explain(PODS, "one", "two"))
                .contains("DENIED All Connections")
                .contains("on the network training/fabric, which the policies above do not cover:")
                .contains("ALLOWED All Connections");
        assertThat(explain(PODS, "one", "three")).noneMatch(line -> line.startsWith("on the network"));
    }

    @Test
    void policiesForANetworkRestrictIt() {
        List<String> there = explain(PODS + MULTI, "one", "two");

        assertThat(there.subList(
                        there.indexOf("on the network training/fabric, which the policies above do not cover:"),
                        there.size()))
                .contains("ALLOWED TCP 9000")
                .contains("DENIED SCTP 1-65535,TCP 1-8999,9001-65535,UDP 1-65535")
                .anyMatch(line -> line.contains("MultiNetworkPolicy training/some allows it by rule 1"));
        assertThat(explain(PODS + MULTI, "two", "one")).contains("ALLOWED All Connections");
    }

    @Test
    void listsTellWhatTheyLeaveOut() {
        assertThat(of(PODS + MULTI).assumptions())
                .contains(
                        "Besides: 2 workloads are attached to the network training/fabric, about which only policies for it"
                                + " say something (1); 'bartizan network explain' tells what passes there.")
                .contains(
                        "Policies do not cover every way of workloads: 1 by the host network, 1 by a privileged container,"
                                + " 1 by a fabric, 2 by a secondary network.");
    }

    @Test
    void exemptPathsHaveTheirLines() {
        assertThat(of(PODS).exemptPaths())
                .extracting(path ->
                        path.kind() + " " + path.name() + " " + path.evidence().line())
                .containsExactlyInAnyOrder(
                        Kind.SECONDARY_NETWORK + " training/fabric 8",
                        Kind.SECONDARY_NETWORK + " training/fabric 13",
                        Kind.HOST_NETWORK + " host network 20",
                        Kind.PRIVILEGED + " c 22",
                        Kind.FABRIC + " rdma/hca 22");
    }

    @Test
    void aPolicyWithoutANetworkSaysNothing() {
        var connectivity = of(PODS + MULTI.replace("policy-for", "policy-nowhere"));

        assertThat(connectivity.problems()).extracting(Problem::code).containsExactly("policy-without-network");
    }

    /** networking.k8s.aws/v1alpha1: names of domains as peers, and ports as those of AdminNetworkPolicy. */
    @Test
    void policiesOfAmazon() {
        String amazon = """
                apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: shop, labels: {app: web}}
                spec: {containers: [{name: c, image: c}]}
                ---
                apiVersion: networking.k8s.aws/v1alpha1
                kind: ApplicationNetworkPolicy
                metadata: {name: names, namespace: shop}
                spec: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{domainNames: [api.example.org]}], ports: [{port: 443}]}]}
                ---
                apiVersion: networking.k8s.aws/v1alpha1
                kind: ClusterNetworkPolicy
                metadata: {name: wide}
                spec:
                  tier: Admin
                  priority: 1
                  subject: {namespaces: {}}
                  egress: [{action: Accept, to: [{networks: [9.9.9.9/32]}], ports: [{portNumber: {protocol: TCP, port: 853}}]}]
                """;
        var connectivity = Connectivity.of(Clusters.of(amazon), CniProfile.AWS);

        assertThat(connectivity.problems()).isEmpty();
        assertThat(Clusters.lines(connectivity))
                .contains("shop/web[Pod] => api.example.org[Domain] : TCP 443 depends TCP 853")
                .contains("shop/web[Pod] => 9.9.9.9-9.9.9.9[External] : TCP 853");
    }

    private static Connectivity of(String yaml) {
        return Connectivity.of(Clusters.of(yaml), CniProfile.KUBERNETES);
    }

    private static List<String> explain(String yaml, String from, String to) {
        var connectivity = of(yaml);
        return connectivity.explain(
                connectivity.peer(from).orElseThrow(), connectivity.peer(to).orElseThrow(), Optional.empty());
    }
}
