package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Which pods that do not exist yet are let in or out. */
class ExposureListTest {
    private static final String PODS = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {containers: [{name: c, image: c, ports: [{name: http, containerPort: 80}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: database, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: c}]}
            """;

    @Test
    void whatNoPolicyProtectsIsOpenToTheEntireCluster() throws IOException {
        assertThat(exposure(PODS + policy("{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress, Egress]}")))
                .isEqualTo("""
                        Exposure Analysis Result:
                        Egress Exposure:
                        shop/web[Pod] \t=> \t0.0.0.0-255.255.255.255[External] : All Connections
                        shop/web[Pod] \t=> \tentire-cluster : All Connections

                        Ingress Exposure:
                        shop/web[Pod] \t<= \t0.0.0.0-255.255.255.255[External] : All Connections
                        shop/web[Pod] \t<= \tentire-cluster : All Connections

                        Workloads not protected by network policies:
                        shop/web[Pod] is not protected on Egress
                        shop/web[Pod] is not protected on Ingress
                        """);
    }

    /** Selectors are told as they are written; what an existing pod stands for is in the list already. */
    @Test
    void selectorsStandForThePodsThatCouldBeMadeLikeThem() throws IOException {
        String all = "{podSelector: {}, policyTypes: [Ingress, Egress], ingress: ["
                + "{from: [{namespaceSelector: {matchLabels: {team: edge}}}], ports: [{port: http}]},"
                + "{from: [{podSelector: {matchLabels: {app: web}}}]},"
                + "{from: [{podSelector: {matchLabels: {app: job}}}], ports: [{port: 8080}]},"
                + "{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ops}}, podSelector: {}}], ports: [{port: 1}]},"
                + "{from: [{namespaceSelector: {}, podSelector: {matchExpressions: [{key: tier, operator: In, values: [a, b]}]}}], ports: [{port: 2}]},"
                + "{from: [{namespaceSelector: {}}], ports: [{port: 9090}]}],"
                + "egress: [{to: [{podSelector: {matchLabels: {app: job}}}], ports: [{port: named}]}]}";

        assertThat(exposure(PODS + policy(all)))
                .contains("Egress Exposure:\nshop/database[Pod] \t=> \tshop/[pod with {app=job}] : TCP named\n")
                .contains("""
                        Ingress Exposure:
                        shop/database[Pod] \t<= \t[all namespaces]/[pod with {{Key:tier,Operator:In,Values:[a b],}}] : TCP 2,9090
                        shop/database[Pod] \t<= \tentire-cluster : TCP 9090
                        shop/database[Pod] \t<= \tops/[all pods] : TCP 1,9090
                        shop/database[Pod] \t<= \tshop/[pod with {app=job}] : TCP 8080,9090
                        shop/web[Pod]      \t<= \t[all namespaces]/[pod with {{Key:tier,Operator:In,Values:[a b],}}] : TCP 2,9090
                        shop/web[Pod]      \t<= \t[namespace with {team=edge}]/[all pods] : TCP 80,9090
                        shop/web[Pod]      \t<= \tentire-cluster : TCP 9090
                        """)
                .doesNotContain("not protected");
    }

    @Test
    void machinesGetTheSameAsPeople() throws IOException {
        String manifests = PODS
                + policy(
                        "{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}], egress: [], policyTypes: [Ingress, Egress]}");

        assertThat(write(ExposureList.CSV, manifests)).isEqualTo("""
                src,dst,conn
                Exposure Analysis Result:,,
                Ingress Exposure:,,
                dst,src,conn
                shop/database[Pod],entire-cluster,All Connections
                shop/web[Pod],entire-cluster,All Connections
                """);
        assertThat(write(ExposureList.JSON, manifests)).startsWith("""
                {
                  "connlist_results": [],
                  "exposure_results": {
                    "egress_exposure": null,
                    "ingress_exposure": [
                      {
                        "src": "entire-cluster",
                        "dst": "shop/database[Pod]",
                        "conn": "All Connections"
                      },
                """);
        assertThat(write(ExposureList.MD, manifests)).endsWith("""
                ### Ingress Exposure:
                | dst | src | conn |
                |-----|-----|------|
                | shop/database[Pod] | entire-cluster | All Connections |
                | shop/web[Pod] | entire-cluster | All Connections |
                """);
    }

    private static String policy(String spec) {
        return """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: policy, namespace: shop}
                spec: %s
                """.formatted(spec);
    }

    private static String exposure(String manifests) throws IOException {
        String text = write(ExposureList.TXT, manifests);
        return text.substring(text.indexOf("Exposure Analysis"));
    }

    private static String write(ExposureList form, String manifests) throws IOException {
        var text = new StringBuilder();
        form.write(Connectivity.of(Clusters.of(manifests), CniProfile.NP_GUARD).list(), text);
        return text.toString();
    }
}
