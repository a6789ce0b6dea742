package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.network.Suggestion.Kind;
import dev.bartizan.network.Suggestion.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What policies of each kind are like, and what they can say more or less than NetworkPolicy. */
class SuggestedKindsTest {
    private static final String SHOP = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio-injection: enabled}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  serviceAccountName: web
                  containers:
                  - name: c
                    image: example.org/web
                    env: [{name: API_URL, value: "http://api:8080"}, {name: PAY_URL, value: "https://pay.example.com"}]
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: api, namespace: shop}
            spec:
              selector: {matchLabels: {app: api}}
              template:
                metadata: {labels: {app: api}}
                spec: {serviceAccountName: api, containers: [{name: c, image: example.org/api}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: shop}
            spec: {selector: {app: api}, ports: [{port: 8080}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {type: LoadBalancer, loadBalancerSourceRanges: [203.0.113.0/24], selector: {app: web}, ports: [{port: 80}]}
            """;

    private static Suggestion suggest(String yaml, Kind... kinds) {
        return suggest(yaml, CniProfile.KUBERNETES, kinds);
    }

    private static Suggestion suggest(String yaml, CniProfile profile, Kind... kinds) {
        var snapshot = Clusters.of(yaml);
        return Suggestion.of(snapshot, Connectivity.of(snapshot, profile), Question.of(kinds));
    }

    @Test
    void ciliumNamesHostsThatNetworkPolicyCannot() {
        var suggestion = suggest(SHOP, Kind.CILIUM);

        assertThat(suggestion.summary()).contains("Would stop if applied now: nothing that is known.");
        assertThat(suggestion.isProven()).isTrue();
        assertThat(suggestion.files().get("pairs.csv")).isEqualTo("""
                from,to,ports,result,why
                shop/web[Deployment],pay.example.com,TCP 443,intended,
                shop/web[Deployment],shop/api[Deployment],TCP 8080,intended,
                203.0.113.0-203.0.113.255,shop/web[Deployment],TCP 80,intended,
                """);
        assertThat(suggestion.files().get("policies/shop.yaml"))
                .contains("""
                          endpointSelector: {}
                          ingress:
                            - {}
                          egress:
                            - {}
                        """)
                .contains("""
                              rules:
                                dns:
                                  - {matchPattern: "*"}
                        """.indent(4))
                .contains("""
                            - toFQDNs: [{matchName: pay.example.com}]
                              toPorts:
                                - ports:
                                    - {port: "443", protocol: TCP}
                        """);
    }

    @Test
    void ciliumTellsPodsApartByTheirServiceAccounts() {
        String twins = """
                apiVersion: v1
                kind: Pod
                metadata: {name: one, namespace: shop, labels: {app: job}}
                spec: {serviceAccountName: one, containers: [{name: c, image: c, env: [{name: A, value: "http://api:8080"}]}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: two, namespace: shop, labels: {app: job}}
                spec: {serviceAccountName: two, containers: [{name: c, image: c}]}
                """;

        assertThat(suggest(SHOP + "---\n" + twins, Kind.NETWORK_POLICY).files().get("pairs.csv"))
                .contains("shop/two[Pod],shop/api[Deployment],TCP 8080,\"extra, forced by labels\"");
        var suggestion = suggest(SHOP + "---\n" + twins, Kind.CILIUM);
        assertThat(suggestion.files().get("pairs.csv")).doesNotContain("extra");
        assertThat(suggestion.files().get("policies/shop.yaml")).contains("io.cilium.k8s.policy.serviceaccount: one");
    }

    @Test
    void ciliumReplacesWhatAllowsBesideItWhateverItsKind() {
        var suggestion = suggest(SHOP + """
                ---
                apiVersion: cilium.io/v2
                kind: CiliumNetworkPolicy
                metadata: {name: open, namespace: shop}
                spec: {endpointSelector: {}, ingress: [{fromEntities: [all]}]}
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: api, namespace: shop}
                spec: {podSelector: {}, ingress: [{}]}
                """, Kind.CILIUM);

        assertThat(suggestion.isProven()).isTrue();
        assertThat(suggestion.files().get("pairs.csv")).doesNotContain("extra");
        assertThat(suggestion.files().get("README.md"))
                .contains("- CiliumNetworkPolicy shop/open (")
                .contains("- NetworkPolicy shop/api (");
        assertThat(suggestion.files().get("rollback/shop.yaml")).contains("kind: CiliumNetworkPolicy");
    }

    @Test
    void clusterPoliciesDecideBeforeNamespacesAndLeaveWhoComesFromOutsideToThem() {
        var suggestion = suggest(SHOP, Kind.CLUSTER);

        assertThat(suggestion.isProven()).isTrue();
        assertThat(suggestion.files().get("pairs.csv")).isEqualTo("""
                from,to,ports,result,why
                shop/web[Deployment],shop/api[Deployment],TCP 8080,intended,
                203.0.113.0-203.0.113.255,shop/web[Deployment],TCP 80,intended,
                """);
        assertThat(suggestion.files().get("policies/shop.yaml")).contains("""
                        kind: ClusterNetworkPolicy
                        metadata:
                          name: shop.api
                          labels: {app.kubernetes.io/managed-by: bartizan}
                        spec:
                          tier: Admin
                          priority: 500
                          subject:
                            pods:
                              namespaceSelector:
                                matchLabels: {kubernetes.io/metadata.name: shop}
                              podSelector:
                                matchLabels:
                                  app: api
                        """).contains("  policyTypes: [Ingress]\n");
    }

    @Test
    void policiesOfTheMeshNameServiceAccountsAndLetInByAddressWhoHasNone() {
        var suggestion = suggest(SHOP, Kind.NETWORK_POLICY, Kind.ISTIO);

        assertThat(suggestion.isProven()).isTrue();
        assertThat(suggestion.files().get("pairs.csv")).doesNotContain("extra").doesNotContain("missing");
        assertThat(suggestion.files().get("mesh/shop.yaml"))
                .contains("kind: PeerAuthentication\nmetadata:\n  name: default\n  namespace: shop")
                .contains("""
                            principals:
                              - cluster.local/ns/shop/sa/web
                      to:
                        - operation: {ports: ["8080"]}
                """)
                .contains("""
                        - source: {ipBlocks: ["203.0.113.0/24"]}
                        """)
                .contains("""
                          mtls: {mode: STRICT}
                          portLevelMtls:
                            80: {mode: PERMISSIVE}
                        """);
    }

    @Test
    void theMeshAloneSaysWhatItCannotDeny() {
        var suggestion = suggest(SHOP, Kind.ISTIO);

        assertThat(suggestion.isProven()).isTrue();
        assertThat(suggestion.files().get("pairs.csv"))
                .contains(
                        "shop/api[Deployment],shop/api[Deployment],\"UDP, SCTP\",\"extra, beyond this kind of policy\","
                                + "\"proxies of the mesh take in TCP only, and not the ports that the pod excludes\"")
                .contains("AuthorizationPolicy says nothing of what is opened to the outside");
    }

    @Test
    void whoSharesAServiceAccountIsOneSenderToTheMesh() {
        String twin = """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: other, namespace: shop, labels: {app: other}}
                spec: {serviceAccountName: web, containers: [{name: c, image: c}]}
                """;

        assertThat(suggest(SHOP + twin, Kind.ISTIO).files().get("pairs.csv"))
                .containsPattern("shop/other\\[Pod\\],shop/api\\[Deployment\\],.*has the service account of a sender");
        assertThat(suggest(SHOP + twin, Kind.NETWORK_POLICY, Kind.ISTIO).files().get("pairs.csv"))
                .doesNotContain("shop/other");
    }

    @Test
    void nothingIsWrittenIntoTheRootNamespaceOfTheMesh() {
        var suggestion = suggest(
                SHOP.replace("namespace: shop", "namespace: istio-system")
                        .replace("name: shop,", "name: istio-system,"),
                Kind.ISTIO);

        assertThat(suggestion.files().keySet()).noneMatch(path -> path.startsWith("mesh/"));
        assertThat(suggestion.files().get("pairs.csv")).contains("would hold in all others");
        var config = """
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: mesh}
                data: {mesh: "rootNamespace: shop"}
                """;
        assertThat(suggest(SHOP + config, Kind.ISTIO).files().keySet()).noneMatch(path -> path.startsWith("mesh/"));
    }

    @Test
    void stagedPoliciesDecideNothing() {
        var mesh = suggest(SHOP, Kind.ISTIO).files().get("staged/mesh-shop.yaml");

        var before = Connectivity.of(Clusters.of(SHOP), CniProfile.KUBERNETES);
        var staged = Connectivity.of(Clusters.of(SHOP + mesh), CniProfile.KUBERNETES);
        assertThat(mesh).contains("annotations: {istio.io/dry-run: \"true\"}").doesNotContain("PeerAuthentication");
        assertThat(allowed(staged)).isEqualTo(allowed(before)).hasToString("All Connections");
        assertThat(allowed(Connectivity.of(
                        Clusters.of(SHOP + suggest(SHOP, Kind.ISTIO).files().get("mesh/shop.yaml")),
                        CniProfile.KUBERNETES)))
                .isNotEqualTo(allowed(before));
    }

    private static Ports allowed(Connectivity connectivity) {
        return connectivity
                .connection(
                        connectivity.peer("shop/api").orElseThrow(),
                        connectivity.peer("shop/web").orElseThrow())
                .allowed();
    }

    @Test
    void underCalicoThereAreStagedPoliciesToo() {
        var files = suggest(SHOP, CniProfile.CALICO, Kind.NETWORK_POLICY).files();

        assertThat(files.get("staged/policies-shop.yaml"))
                .contains("apiVersion: projectcalico.org/v3\nkind: StagedKubernetesNetworkPolicy\n")
                .doesNotContain("networking.k8s.io/v1");
        assertThat(files.get("README.md")).contains("`kubectl apply -f staged/` makes StagedKubernetesNetworkPolicies");
        assertThat(suggest(SHOP, Kind.NETWORK_POLICY).files().keySet()).noneMatch(path -> path.startsWith("staged/"));
    }

    @Test
    void variantsThatShareTheirLabelsAreJoinedAndSaid(@TempDir Path folder) throws IOException {
        for (String variant : List.of("base", "overlay")) {
            Files.createDirectories(folder.resolve(variant));
            Files.writeString(folder.resolve(variant).resolve("web.yaml"), web(variant.equals("base") ? "80" : "81"));
        }
        var snapshot = Clusters.read(List.of(folder));
        var suggestion = Suggestion.of(snapshot, Connectivity.of(snapshot, CniProfile.KUBERNETES), Question.plain());

        assertThat(suggestion.isProven()).as(suggestion.summary().toString()).isTrue();
        assertThat(suggestion.summary())
                .contains("2 manifests are variants of 1 workloads and share their labels: what is meant for one of a"
                        + " workload is meant for all.");
        assertThat(suggestion.files().get("pairs.csv")).doesNotContain("@");
        assertThat(suggestion.files().get("README.md"))
                .contains("- default/web\\[Deployment\\]: web@base%2Fweb.yaml, web@overlay%2Fweb.yaml");
    }

    private static String web(String port) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: c, image: c, ports: [{containerPort: %s}]}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web}
                spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80, targetPort: %s}]}
                """.formatted(port, port);
    }

    @Test
    void namesOfTheInputAreWordsToTheShellAndNothingElse() {
        var files = suggest(SHOP.replace("namespace: shop", "namespace: \"x'; reboot; $(id) #\""), Kind.CLUSTER)
                .files();

        assertThat(files.getOrDefault("rollback.sh", "").lines().filter(line -> line.startsWith("kubectl delete")))
                .singleElement()
                .asString()
                .startsWith("kubectl delete --ignore-not-found -n 'x'\\''; reboot; $(id) #' 'clusternetworkpolicy"
                        + ".policy.networking.k8s.io/x'\\''; reboot; $(id) #.api' ");
        assertThat(files.keySet()).contains("policies/x-reboot-id-.yaml");
    }

    @Test
    void aNetworkPluginTakesOneOfItsKinds() {
        assertThat(Kind.areTogether(List.of(Kind.CILIUM, Kind.ISTIO))).isTrue();
        assertThat(Kind.areTogether(List.of(Kind.CILIUM, Kind.NETWORK_POLICY))).isFalse();
        assertThat(Kind.of("network-policy")).contains(Kind.NETWORK_POLICY);
    }
}
