package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
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

    /** Who may be let in is told of the rules of administrators as well, and who is kept out of what all others get. */
    @Test
    void rulesOfAdministratorsTellWhoIsKeptOutToo() throws IOException {
        String policies = admin("AdminNetworkPolicy", "one", """
                  priority: 5
                  subject: {pods: {namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}, podSelector: {matchLabels: {app: db}}}}
                  ingress:
                  - {name: closed, action: Deny, from: [{namespaces: {matchLabels: {team: guests}}}]}
                  - {name: partly, action: Deny, from: [{pods: {podSelector: {matchLabels: {app: job}}}}], ports: [{portNumber: {port: 22, protocol: TCP}}]}
                  egress:
                  - {name: named, action: Allow, to: [{namespaces: {}}], ports: [{namedPort: metrics}]}
                """) + admin("BaselineAdminNetworkPolicy", "default", """
                  subject: {namespaces: {}}
                  egress:
                  - {name: rest, action: Deny, to: [{namespaces: {}}]}
                """);

        assertThat(exposure(PODS + policies)).isEqualTo("""
                Exposure Analysis Result:
                Egress Exposure:
                shop/database[Pod] \t=> \t0.0.0.0-255.255.255.255[External] : All Connections
                shop/database[Pod] \t=> \tentire-cluster :  metrics
                shop/web[Pod]      \t=> \t0.0.0.0-255.255.255.255[External] : All Connections

                Ingress Exposure:
                shop/database[Pod] \t<= \t0.0.0.0-255.255.255.255[External] : All Connections
                shop/database[Pod] \t<= \t[all namespaces]/[pod with {app=job}] : SCTP 1-65535,TCP 1-21,23-65535,UDP 1-65535
                shop/database[Pod] \t<= \t[namespace with {team=guests}]/[all pods] : No Connections
                shop/database[Pod] \t<= \tentire-cluster : All Connections
                shop/web[Pod]      \t<= \t0.0.0.0-255.255.255.255[External] : All Connections
                shop/web[Pod]      \t<= \tentire-cluster : All Connections

                Workloads not protected by network policies:
                shop/web[Pod] is not protected on Ingress
                """);
    }

    /** One selector in two orders stands for the same pods; an existing pod stands for those of plain labels only. */
    @Test
    void expressionsStandForMoreThanThePodThatMeetsThem() throws IOException {
        String first =
                "{matchExpressions: [{key: app, operator: In, values: [web, job]}, {key: old, operator: DoesNotExist}]}";
        String second =
                "{matchExpressions: [{key: old, operator: DoesNotExist}, {key: app, operator: In, values: [job, web]}]}";
        String all = "{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress, Egress], ingress: ["
                + "{from: [{podSelector: " + first + "}], ports: [{port: 1}]},"
                + "{from: [{podSelector: " + second + "}], ports: [{port: 2}]}]}";

        assertThat(exposure(PODS + policy(all)))
                .contains(
                        "shop/[pod with {{Key:app,Operator:In,Values:[web job],},{Key:old,Operator:DoesNotExist,Values:[],}}] : TCP 1-2\n")
                .doesNotContain("[job web]");
    }

    @Test
    void theGraphDrawsWhoCouldComeDashed() throws IOException {
        String all = "{podSelector: {}, policyTypes: [Ingress, Egress], ingress: ["
                + "{from: [{podSelector: {matchLabels: {app: job}}}], ports: [{port: 80}]}],"
                + "egress: [{to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: far-away}}}]}]}";

        assertThat(write(ExposureList.DOT, PODS.substring(0, PODS.indexOf("---")) + policy(all)))
                .isEqualTo("""
                digraph {
                \tsubgraph "cluster_shop[namespace]" {
                \t\tcolor="black"
                \t\tfontcolor="black"
                \t\t"pod with {app=job}_in_shop" [label="pod with {app=job}" color="red2" fontcolor="red2"]
                \t\t"shop/web[Pod]" [label="web[Pod]" color="blue" fontcolor="blue"]
                \t\tlabel="shop[namespace]"
                \t}
                \tsubgraph "cluster_far_away[namespace]" {
                \t\tcolor="red2"
                \t\tfontcolor="red2"
                \t\t"all pods_in_far-away" [label="all pods" color="red2" fontcolor="red2"]
                \t\tlabel="far-away[namespace]"
                \t}
                \t"pod with {app=job}_in_shop" -> "shop/web[Pod]" [label="TCP 80" color="darkorange2" fontcolor="darkgreen" weight=1 style=dashed]
                \t"shop/web[Pod]" -> "all pods_in_far-away" [label="All Connections" color="darkorange4" fontcolor="darkgreen" weight=0.5 style=dashed]
                }
                """);
    }

    private static String admin(String kind, String name, String spec) {
        return """
                ---
                apiVersion: policy.networking.k8s.io/v1alpha1
                kind: %s
                metadata: {name: %s}
                spec:
                %s
                """.formatted(kind, name, spec);
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

    /** Of a workload asked for as a sender it counts what it opens to, of a receiver what it receives from. */
    @Test
    void onlyTheSideAskedForIsTold() throws IOException {
        var connectivity = Connectivity.of(Clusters.of(PODS), CniProfile.NP_GUARD);
        List<Peer> web = connectivity.peers("web");
        var text = new StringBuilder();

        ExposureList.TXT.write(connectivity.list().narrowed(web, connectivity.peers("database"), List.of()), text);

        assertThat(text.substring(text.indexOf("Exposure Analysis"))).isEqualTo("""
                Exposure Analysis Result:
                Egress Exposure:
                shop/web[Pod]      \t=> \t0.0.0.0-255.255.255.255[External] : All Connections
                shop/web[Pod]      \t=> \tentire-cluster : All Connections

                Ingress Exposure:
                shop/database[Pod] \t<= \t0.0.0.0-255.255.255.255[External] : All Connections
                shop/database[Pod] \t<= \tentire-cluster : All Connections

                Workloads not protected by network policies:
                shop/database[Pod] is not protected on Ingress
                shop/web[Pod] is not protected on Egress
                """);
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
