package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private static final String SHOP = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web, pod-template-hash: abc}}
                spec:
                  containers:
                  - name: c
                    image: example.org/web
                    env: [{name: API_URL, value: "http://api:8080/v1"}]
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: api, namespace: shop}
            spec:
              selector: {matchLabels: {app: api}}
              template:
                metadata: {labels: {app: api}}
                spec:
                  containers:
                  - {name: c, image: example.org/api, ports: [{name: rest, containerPort: 9000}, {containerPort: 9999}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: api, namespace: shop}
            spec:
              selector: {app: api}
              ports: [{name: rest, port: 8080, targetPort: rest}, {name: admin, port: 9999}]
            """;

    private static Suggestion suggest(String yaml) {
        return suggest(yaml, Suggestion.Question.plain());
    }

    private static Suggestion suggest(String yaml, Suggestion.Question question) {
        var snapshot = Clusters.of(yaml);
        return Suggestion.of(snapshot, Connectivity.of(snapshot, CniProfile.KUBERNETES), question);
    }

    @Test
    void aDeclaredCallIsAllowedAtTheTargetPortAndNothingElseIs() {
        var suggestion = suggest(SHOP);

        assertThat(suggestion.isProven()).isTrue();
        assertThat(suggestion.files().get("pairs.csv")).isEqualTo("""
                from,to,ports,result,why
                shop/web[Deployment],shop/api[Deployment],TCP 9000,intended,
                """);
        assertThat(suggestion.summary())
                .contains(
                        "Would stop if applied now: nothing that is known.",
                        "Asked again, the policies as written allow 1 intended pairs and no other: exactly the intended set.");
    }

    @Test
    void eachNamespaceHasItsFileWithADefaultDenyDnsAndAPolicyForEachWorkload() {
        assertThat(suggest(SHOP).files().get("policies/shop.yaml")).isEqualTo("""
                ---
                # Nothing that no other policy allows.
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: default-deny
                  namespace: shop
                  labels: {app.kubernetes.io/managed-by: bartizan}
                spec:
                  podSelector: {}
                  policyTypes: [Ingress, Egress]
                ---
                # Names are resolved by CoreDNS or kube-dns as Kubernetes installs it.
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: allow-dns
                  namespace: shop
                  labels: {app.kubernetes.io/managed-by: bartizan}
                spec:
                  podSelector: {}
                  policyTypes: [Egress]
                  egress:
                    - to:
                        - namespaceSelector:
                            matchLabels: {kubernetes.io/metadata.name: kube-system}
                          podSelector:
                            matchLabels: {k8s-app: kube-dns}
                      ports:
                        - {protocol: UDP, port: 53}
                        - {protocol: TCP, port: 53}
                ---
                # What api may receive and open.
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: api
                  namespace: shop
                  labels: {app.kubernetes.io/managed-by: bartizan}
                spec:
                  podSelector:
                    matchLabels:
                      app: api
                  policyTypes: [Ingress, Egress]
                  ingress:
                    # web calls api (cluster.yaml:12)
                    - from:
                        - podSelector:
                            matchLabels:
                              app: web
                      ports:
                        - {protocol: TCP, port: 9000}
                ---
                # What web may receive and open.
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata:
                  name: web
                  namespace: shop
                  labels: {app.kubernetes.io/managed-by: bartizan}
                spec:
                  podSelector:
                    matchLabels:
                      app: web
                  policyTypes: [Ingress, Egress]
                  egress:
                    # web calls api (cluster.yaml:12)
                    - to:
                        - podSelector:
                            matchLabels:
                              app: api
                      ports:
                        - {protocol: TCP, port: 9000}
                """);
    }

    private static final String WIDE = SHOP + """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: web, namespace: shop, uid: "1", annotations: {note: "yes, 0640"}}
            spec: {podSelector: {}, ingress: [{ports: [{port: 8080, protocol: TCP}, {port: "http"}]}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: old, namespace: shop}
            spec: {podSelector: {}, ingress: [{}], policyTypes: [Ingress]}
            """;

    @Test
    void policiesThatAreThereAreReplacedAndNamed() {
        var suggestion = suggest(WIDE);

        assertThat(suggestion.isProven()).isTrue();
        assertThat(suggestion.files().get("policies/shop.yaml")).contains("name: web\n");
        assertThat(suggestion.files().get("README.md"))
                .contains("without the 2 policies that are there now")
                .contains("Delete them last:\n\n- NetworkPolicy shop/old (cluster.yaml:");
    }

    @Test
    void whatIsReplacedIsKeptAndPutBack() {
        var files = suggest(WIDE).files();

        assertThat(files.get("rollback/shop.yaml")).isEqualTo("""
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: old, namespace: shop}
                spec: {podSelector: {}, ingress: [{}], policyTypes: [Ingress]}
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: web, namespace: shop, annotations: {note: "yes, 0640"}}
                spec: {podSelector: {}, ingress: [{ports: [{port: 8080, protocol: TCP}, {port: http}]}]}
                """);
        assertThat(files.get("rollback.sh"))
                .contains("kubectl apply -f rollback/shop.yaml || exit 1\nkubectl delete --ignore-not-found -n shop"
                        + " networkpolicy.networking.k8s.io/default-deny networkpolicy.networking.k8s.io/allow-dns"
                        + " networkpolicy.networking.k8s.io/api\n");
    }

    @Test
    void whatIsPutBackMeansWhatWasThere() {
        var kept = suggest(WIDE).files().get("rollback/shop.yaml");

        var now = Connectivity.of(Clusters.of(WIDE), CniProfile.KUBERNETES);
        var back = Connectivity.of(Clusters.of(SHOP + kept), CniProfile.KUBERNETES);
        for (String pair : List.of("shop/web shop/api", "shop/api shop/web")) {
            assertThat(connection(back, pair)).isEqualTo(connection(now, pair));
        }
    }

    private static Connection connection(Connectivity connectivity, String pair) {
        int space = pair.indexOf(' ');
        return connectivity.connection(
                connectivity.peer(pair.substring(0, space)).orElseThrow(),
                connectivity.peer(pair.substring(space + 1)).orElseThrow());
    }

    @Test
    void workloadsThatNoStableLabelTellsApartShareAPolicyAndTheirExtraPairsAreSaid() {
        var suggestion = suggest(SHOP + """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: twin, namespace: shop, labels: {app: web, pod-template-hash: def}}
                spec: {containers: [{name: c, image: example.org/twin}]}
                """);

        assertThat(suggestion.isProven()).isTrue();
        assertThat(suggestion.files().get("pairs.csv"))
                .contains("shop/twin[Pod],shop/api[Deployment],TCP 9000,\"extra, forced by labels\",");
    }

    @Test
    void whatHasAllLabelsOfAnotherAndMoreIsKeptOutByTheLabelThatOnlyItHas() {
        var suggestion = suggest(SHOP + """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: canary, namespace: shop, labels: {app: web, track: canary}}
                spec: {containers: [{name: c, image: example.org/canary}]}
                """);

        assertThat(suggestion.files().get("policies/shop.yaml"))
                .contains("""
                          app: web
                            matchExpressions:
                              - {key: track, operator: DoesNotExist}
                """.indent(0).strip());
        assertThat(suggestion.files().get("pairs.csv")).doesNotContain("canary");
    }

    @Test
    void aWorkloadOnTheHostNetworkCannotBeNamedAndItsTrafficIsSaidToStop() {
        var suggestion = suggest(
                SHOP.replaceFirst("spec:\n      containers:", "spec:\n      hostNetwork: true\n      containers:"));

        assertThat(suggestion.summary())
                .anyMatch(line -> line.startsWith(
                        "  high: shop/web[Deployment], 1 connection; to keep: it has the address of its node"));
        assertThat(suggestion.files().get("README.md"))
                .contains(
                        "- high: shop/web\\[Deployment\\] =\\> shop/api\\[Deployment\\] (TCP 9000): web calls api (cluster.yaml:13)");
    }

    @Test
    void whatIsOpenToTheOutsideStaysOpen() {
        var suggestion = suggest(
                SHOP.replace("spec:\n  selector: {app: api}", "spec:\n  type: LoadBalancer\n  selector: {app: api}"));

        assertThat(suggestion.isProven()).isTrue();
        assertThat(suggestion.files().get("pairs.csv"))
                .contains("0.0.0.0-255.255.255.255,shop/api[Deployment],\"TCP 9000, TCP 9999\",intended,");
    }

    private static final String OPERATOR = """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: robot, namespace: ops}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: robot}
            rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: robot}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: robot}
            subjects: [{kind: ServiceAccount, name: robot, namespace: ops}]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: robot, namespace: ops, labels: {app: robot}}
            spec: {serviceAccountName: robot, containers: [{name: c, image: example.org/robot, ports: [{containerPort: 9443}]}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: robot, namespace: ops}
            spec: {selector: {app: robot}, ports: [{port: 443, targetPort: 9443}]}
            ---
            apiVersion: admissionregistration.k8s.io/v1
            kind: ValidatingWebhookConfiguration
            metadata: {name: robot}
            webhooks:
            - name: robot.example.org
              clientConfig: {service: {name: robot, namespace: ops}}
            """;

    @Test
    void whoHoldsRightsAndWhoIsAWebhookWouldLoseTheApiServer() {
        assertThat(suggest(OPERATOR).summary())
                .contains(
                        "  critical: the API server, 2 connections; to keep: give the addresses of the API server with --api-server");
    }

    @Test
    void theApiServerIsAllowedAtTheAddressesThatAreGiven() {
        var suggestion = suggest(
                OPERATOR,
                Suggestion.Question.plain()
                        .with(new Suggestion.Addresses(List.of("10.0.0.1", "fd00::/64"), List.of(), List.of())));

        assertThat(suggestion.isProven()).isTrue();
        assertThat(suggestion.files().get("pairs.csv")).isEqualTo("""
                from,to,ports,result,why
                ops/robot[Pod],10.0.0.1-10.0.0.1,"TCP 443, TCP 6443",intended,
                ops/robot[Pod],fd00:0:0:0:0:0:0:0-fd00:0:0:0:ffff:ffff:ffff:ffff,"TCP 443, TCP 6443",intended,
                10.0.0.1-10.0.0.1,ops/robot[Pod],TCP 9443,intended,
                fd00:0:0:0:0:0:0:0-fd00:0:0:0:ffff:ffff:ffff:ffff,ops/robot[Pod],TCP 9443,intended,
                """);
    }

    @Test
    void whatTextsAreNoAddressesIsTold() {
        var addresses = new Suggestion.Addresses(List.of("10.0.0.1", "api"), List.of("10.0.0.0/40"), List.of());

        assertThat(addresses.notAddresses()).containsExactly("api", "10.0.0.0/40");
    }

    @Test
    void whatGoesOutThroughAProxyIsTheProxysTraffic() {
        var suggestion = suggest("""
                apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: shop, labels: {app: web}}
                spec:
                  containers:
                  - name: c
                    image: example.org/web
                    env:
                    - {name: HTTPS_PROXY, value: "http://proxy:3128"}
                    - {name: PAYMENT_URL, value: "https://pay.example.com"}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: proxy, namespace: shop, labels: {app: proxy}}
                spec: {containers: [{name: c, image: example.org/proxy}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: proxy, namespace: shop}
                spec: {selector: {app: proxy}, ports: [{port: 3128}]}
                """);

        assertThat(suggestion.files().get("README.md"))
                .contains("shop/proxy\\[Pod\\] =\\> pay.example.com (TCP 443)")
                .doesNotContain("shop/web\\[Pod\\] =\\> pay.example.com");
    }

    @Test
    void theWorkersOfATrainingJobTalkAmongEachOtherAtAnyPort() {
        var suggestion = suggest("""
                apiVersion: kubeflow.org/v1
                kind: PyTorchJob
                metadata: {name: tune, namespace: train}
                spec:
                  pytorchReplicaSpecs:
                    Master: {replicas: 1, template: {spec: {containers: [{name: pytorch, image: example.org/tune}]}}}
                    Worker: {replicas: 3, template: {spec: {containers: [{name: pytorch, image: example.org/tune}]}}}
                """);

        assertThat(suggestion.isProven()).isTrue();
        assertThat(suggestion.files().get("pairs.csv"))
                .contains(
                        "train/tune/pytorchReplicaSpecs/Worker[PyTorchJob],train/tune/pytorchReplicaSpecs/Worker[PyTorchJob],TCP,intended,")
                .contains(
                        "train/tune/pytorchReplicaSpecs/Worker[PyTorchJob],train/tune/pytorchReplicaSpecs/Master[PyTorchJob],TCP,intended,");
    }

    @Test
    void theSameInputGivesTheSameFiles() {
        assertThat(suggest(SHOP).files()).isEqualTo(suggest(SHOP).files());
    }
}
