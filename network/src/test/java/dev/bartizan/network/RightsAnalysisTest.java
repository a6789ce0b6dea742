package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who could make a pair pass with one or two calls. */
class RightsAnalysisTest {
    /** A desk in lab, a database in shop that lets in pods of namespaces with team=shop, or clients of shop; a gateway. */
    private static final String PLATFORM = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: lab}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: c, ports: [{containerPort: 5432}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {containers: [{name: c, image: c, ports: [{containerPort: 80}]}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {selector: {app: web}, ports: [{port: 80}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: desk, namespace: lab, labels: {app: desk}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: db}}
              ingress:
              - {ports: [{port: 5432}], from: [{namespaceSelector: {matchLabels: {team: shop}}}, {namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: door}}}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: proxy, namespace: door, labels: {istio: ingress}}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: public, namespace: door}
            spec: {selector: {istio: ingress}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [HOSTS]}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec: {hosts: [x.example], gateways: [door/public], http: [{route: [{destination: {host: web.shop.svc.cluster.local}}]}]}
            """;

    private static String role(String scope, String rule) {
        boolean isEverywhere = scope.equals("*");
        String kind = isEverywhere ? "ClusterRole" : "Role";
        return """
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: KIND
                metadata: {name: team NS}
                rules: [RULE]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: KINDBinding
                metadata: {name: team NS}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: KIND, name: team}
                subjects: [{kind: Group, name: scientists}]
                """.replace("KIND", kind)
                .replace(" NS", isEverywhere ? "" : ", namespace: " + scope)
                .replace("RULE", rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lab  | apiGroups: [''], resources: [pods], verbs: [get, create]                   | -",
                "shop | apiGroups: [networking.k8s.io], resources: [networkpolicies], verbs: [create] | edit the policies of shop",
                "shop | apiGroups: [''], resources: [pods], verbs: [patch]                         | take the labels off a pod in shop",
                "*    | apiGroups: [''], resources: [namespaces], verbs: [patch]                   | label the namespace lab with team=shop",
                "*    | apiGroups: [''], resources: [namespaces], resourceNames: [lab], verbs: [update] | label the namespace lab with team=shop",
                "*    | apiGroups: [''], resources: [namespaces], resourceNames: [shop], verbs: [patch] | -",
                "lab  | apiGroups: [''], resources: [namespaces], verbs: [patch]                   | label the namespace lab with team=shop",
                "shop | apiGroups: [networking.istio.io], resources: [virtualservices], verbs: [create] | edit the routes of shop",
                "lab  | apiGroups: [networking.istio.io], resources: [virtualservices], verbs: [create] | -",
                "shop | apiGroups: [''], resources: [services], verbs: [update]                    | edit a Service of shop to which a route leads",
                "lab  | apiGroups: [''], resources: [services], verbs: [update]                    | -",
                "shop | apiGroups: [discovery.k8s.io], resources: [endpointslices], verbs: [create] | edit the EndpointSlices of shop",
                "shop | apiGroups: ['*'], resources: ['*'], verbs: [get, list, watch]              | -",
            })
    void eachCallIsTold(String scope, String rule, String call) {
        List<String> lines = explain(PLATFORM.replace("HOSTS", "'*'") + role(scope, "{" + rule + "}"), "db");

        if (call.equals("-")) {
            assertThat(lines).anyMatch(line -> line.contains("nobody whose rights the input shows"));
        } else {
            assertThat(lines).anyMatch(line -> line.startsWith("  " + call + ": Group scientists  cluster.yaml:"));
            assertThat(lines).anyMatch(line -> line.contains(" => shop/db[Pod]"));
        }
    }

    @Test
    void aGatewayThatTakesRoutesOfOthersOnlyPassesNothingOn() {
        String rights = role("shop", "{apiGroups: [networking.istio.io], resources: ['*'], verbs: ['*']}");

        assertThat(explain(PLATFORM.replace("HOSTS", "team/x.example") + rights, "db"))
                .noneMatch(line -> line.contains("edit the routes"));
        assertThat(explain(PLATFORM.replace("HOSTS", "shop/x.example") + rights, "db"))
                .anyMatch(line -> line.contains("lab/desk[Pod] through door/proxy[Pod] => shop/db[Pod] : TCP 5432"));
    }

    @Test
    void whatPassesNeedsNoRights() {
        String rights = role("*", "{apiGroups: ['*'], resources: ['*'], verbs: ['*']}");

        assertThat(explain(PLATFORM.replace("HOSTS", "'*'") + rights, "web"))
                .anyMatch(line -> line.contains("nobody whose rights the input shows"));
    }

    @Test
    void listsTellEachCallWithWhatItOpens() throws IOException {
        Snapshot snapshot = Clusters.of(PLATFORM.replace("HOSTS", "'*'")
                + role("*", "{apiGroups: [''], resources: [namespaces], verbs: [patch]}"));
        var connectivity = Connectivity.of(snapshot, CniProfile.KUBERNETES);
        var analysis = RightsAnalysis.of(snapshot, connectivity);
        Connections asked = connectivity.list().narrowed(List.of(), connectivity.peers("shop/db"), List.of());
        var text = new StringBuilder();
        var json = new StringBuilder();
        analysis.write(asked, text);
        analysis.writeJson(asked, json);

        assertThat(text.toString()).isEqualToNormalizingNewlines("""

                        Under the rights that the input shows:
                        label the namespace lab with team=shop: Group scientists  cluster.yaml:57
                          lab/desk[Pod] => shop/db[Pod] : TCP 5432
                        label the namespace shop with team=shop: Group scientists  cluster.yaml:57
                          shop/web[Pod] => shop/db[Pod] : TCP 5432
                        """);
        assertThat(json.toString())
                .contains(
                        "\"connections\": [",
                        "{\"call\": \"label the namespace lab with team=shop\", \"principals\": [\"Group scientists\"]",
                        "{\"src\": \"lab/desk[Pod]\", \"dst\": \"shop/db[Pod]\", \"conn\": \"TCP 5432\"}");
    }

    private static List<String> explain(String platform, String receiver) {
        Snapshot snapshot = Clusters.of(platform);
        var connectivity = Connectivity.of(snapshot, CniProfile.KUBERNETES);
        return RightsAnalysis.of(snapshot, connectivity)
                .explain(
                        connectivity.peer("lab/desk").orElseThrow(),
                        connectivity.peer("shop/" + receiver).orElseThrow(),
                        Optional.empty());
    }
}
