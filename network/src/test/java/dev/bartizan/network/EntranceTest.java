package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What comes in through ingresses and routes. */
class EntranceTest {
    private static final String SHOP = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: c, image: c, ports: [{name: http, containerPort: 8080}, {containerPort: 9090}]}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec:
              selector: {app: web}
              ports: [{name: plain, port: 80, targetPort: http}, {name: admin, port: 90, targetPort: 9090}, {port: 99, targetPort: 9999}]
            """;

    private static final String INGRESS = """
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web, namespace: shop}
            spec: {rules: [{http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: %s}}}]}}]}
            """;

    private static final String ROUTE = """
            ---
            apiVersion: route.openshift.io/v1
            kind: Route
            metadata: {name: all, namespace: shop}
            spec: {to: {kind: Service, name: web}}
            """;

    private static final String GATEWAY = """
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: web, namespace: shop}
            spec: {parentRefs: [{name: %s}], rules: [{backendRefs: [{name: web, port: 90}]}]}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: here, namespace: shop}
            spec: {gatewayClassName: any, listeners: [{name: http, port: 80, protocol: HTTP}]}
            """;

    private static final String FROM_LABELLED = """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed, namespace: shop}
            spec: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: edge}}}]}, {ports: [{port: 9090}]}]}
            """;

    /** Of np-guard's netpol-analyzer: ports that no container declares are left out. */
    @Test
    void theServiceIsTranslatedToThePortsOfItsPods() {
        assertThat(entering(SHOP + INGRESS.formatted("{number: 80}"), CniProfile.NP_GUARD))
                .containsExactly("{ingress-controller} => shop/web[Deployment] : TCP 8080");
        assertThat(entering(SHOP + INGRESS.formatted("{name: admin}"), CniProfile.NP_GUARD))
                .containsExactly("{ingress-controller} => shop/web[Deployment] : TCP 9090");
        assertThat(entering(SHOP + ROUTE, CniProfile.NP_GUARD))
                .containsExactly("{ingress-controller} => shop/web[Deployment] : TCP 8080,9090");
        assertThat(entering(SHOP + ROUTE, CniProfile.KUBERNETES))
                .containsExactly("{ingress-controller} => shop/web[Deployment] : TCP 8080,9090,9999");
    }

    @Test
    void policiesSeeTheControllerAsAPodOfAnUnknownNamespace() {
        String blocked = SHOP + FROM_LABELLED + INGRESS.formatted("{number: 80}");

        assertThat(entering(blocked, CniProfile.NP_GUARD)).isEmpty();
        assertThat(Connectivity.of(Clusters.of(blocked), CniProfile.NP_GUARD).assumptions())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Ingress shop/web leads to shop/web[Deployment], but policies let no pod")
                        .endsWith("(cluster.yaml:25)."));
        assertThat(entering(SHOP + FROM_LABELLED + INGRESS.formatted("{number: 90}"), CniProfile.NP_GUARD))
                .containsExactly("{ingress-controller} => shop/web[Deployment] : TCP 9090");
    }

    /** np-guard does not follow the Gateway API; a route whose gateway is elsewhere may be open. */
    @Test
    void routesOfGatewaysEnterToo() {
        assertThat(entering(SHOP + GATEWAY.formatted("here"), CniProfile.KUBERNETES))
                .containsExactly("{ingress-controller} => shop/web[Deployment] : TCP 9090");
        assertThat(entering(SHOP + GATEWAY.formatted("elsewhere"), CniProfile.KUBERNETES))
                .hasSize(1);
        assertThat(entering(SHOP + GATEWAY.formatted("here"), CniProfile.NP_GUARD))
                .isEmpty();
    }

    /** Its own pods are in the list then, with the labels that policies know. */
    @Test
    void aControllerAmongTheManifestsNeedsNoStandIn() {
        String controller = """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: edge, namespace: edge}
                spec:
                  selector: {matchLabels: {app: edge}}
                  template:
                    metadata: {labels: {app: edge}}
                    spec: {containers: [{name: c, image: registry.k8s.io/ingress-nginx/controller:v1.12.0}]}
                """;

        assertThat(entering(SHOP + ROUTE + controller, CniProfile.KUBERNETES)).isEmpty();
        assertThat(entering(SHOP + ROUTE + controller, CniProfile.NP_GUARD)).hasSize(1);
    }

    /** The pods that its selector names pass on what it takes in: their own connections are in the list. */
    @Test
    void aGatewayOfTheMeshWhosePodsAreThereNeedsNoStandIn() {
        String gateway = """
                ---
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: public, namespace: edge}
                spec: {selector: {istio: ingress}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}]}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: web, namespace: shop}
                spec: {hosts: [x.example], gateways: [edge/public], http: [{route: [{destination: {host: web.shop.svc.cluster.local, port: {number: 80}}}]}]}
                """;
        String pods = """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: proxy, namespace: edge, labels: {istio: ingress}}
                spec: {containers: [{name: c, image: c}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: proxy, namespace: edge}
                spec: {type: LoadBalancer, selector: {istio: ingress}, ports: [{port: 80}]}
                """;
        var connectivity = Connectivity.of(Clusters.of(SHOP + FROM_LABELLED + gateway + pods), CniProfile.KUBERNETES);

        assertThat(connectivity.assumptions()).noneMatch(line -> line.contains("leads to"));
        assertThat(entering(SHOP + gateway + pods, CniProfile.KUBERNETES)).isEmpty();
        assertThat(entering(SHOP + gateway, CniProfile.KUBERNETES)).hasSize(1);
    }

    @Test
    void whatEntersIsComparedAndExplainedLikeAllElse() throws IOException {
        var before = Connectivity.of(Clusters.of(SHOP), CniProfile.NP_GUARD);
        var after = Connectivity.of(Clusters.of(SHOP + INGRESS.formatted("{number: 80}")), CniProfile.NP_GUARD);
        var diff = new StringBuilder();
        ConnectionChangeList.TXT.write(ConnectivityDiff.of(before, after), diff);

        assertThat(diff).hasToString("""
                Connectivity diff:
                diff-type: added, source: {ingress-controller}, destination: shop/web[Deployment], dir1: No Connections, dir2: TCP 8080
                """);
        Peer controller = after.peer("ingress-controller").orElseThrow();
        Peer web = after.peer("web").orElseThrow();
        assertThat(after.connection(controller, web).allowed()).hasToString("TCP 8080");
        assertThat(after.explain(controller, web, Optional.empty()))
                .contains("  Ingress shop/web leads to ports [8080] (cluster.yaml:20)");
    }

    @Test
    void twoWaysToOnePortAreOnePort() {
        assertThat(entering(SHOP + INGRESS.formatted("{number: 80}") + ROUTE, CniProfile.NP_GUARD))
                .containsExactly("{ingress-controller} => shop/web[Deployment] : TCP 8080,9090");
    }

    /** What policies say and what leads there, each for the ports that it is about. */
    @Test
    void theReasonsNameTheObjectAndItsService() throws IOException {
        String policy = """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: some, namespace: shop}
                spec: {podSelector: {}, ingress: [{ports: [{port: 8080}, {port: 22}]}]}
                """;
        var connectivity = Connectivity.of(
                Clusters.of(SHOP + INGRESS.formatted("{number: 80}") + ROUTE + policy), CniProfile.NP_GUARD);
        var text = new StringBuilder();

        ConnectionReasons.write(
                connectivity.list().narrowed(connectivity.peers("ingress-controller"), List.of(), List.of()), text);

        assertThat(text.substring(text.indexOf("Connections between"))).isEqualTo("""
                Connections between {ingress-controller} => shop/web[Deployment]:

                Allowed connections:
                \tAllowed TCP:[8080] due to the following policies and rules:
                \t\tEgress (Allowed) due to the system default (Allow all)
                \t\tIngress (Allowed)
                \t\t\tIngress 'shop/web' allows ingress connections through service web
                \t\t\tNetworkPolicy 'shop/some' allows connections by Ingress rule #1
                \t\t\tRoute 'shop/all' allows ingress connections through service web

                Denied connections:
                \tDenied TCP:[1-21,23-8079,8081-9089,9091-65535], UDP, SCTP due to the following policies and rules:
                \t\tEgress (Allowed) due to the system default (Allow all)
                \t\tIngress (Denied)
                \t\t\tIngress 'shop/web' allows ingress to service web, but the protocols and ports do not match
                \t\t\tNetworkPolicy 'shop/some' selects shop/web[Deployment], and Ingress rule #1 selects {ingress-controller}, but the protocols and ports do not match
                \t\t\tRoute 'shop/all' allows ingress to service web, but the protocols and ports do not match

                \tDenied TCP:[22] due to the following policies and rules:
                \t\tEgress (Allowed) due to the system default (Allow all)
                \t\tIngress (Denied)
                \t\t\tIngress 'shop/web' allows ingress to service web, but the protocols and ports do not match
                \t\t\tRoute 'shop/all' allows ingress to service web, but the protocols and ports do not match

                \tDenied TCP:[9090] due to the following policies and rules:
                \t\tEgress (Allowed) due to the system default (Allow all)
                \t\tIngress (Denied)
                \t\t\tNetworkPolicy 'shop/some' selects shop/web[Deployment], and Ingress rule #1 selects {ingress-controller}, but the protocols and ports do not match

                """);
    }

    private static List<String> entering(String manifests, CniProfile profile) {
        return Connectivity.of(Clusters.of(manifests), profile).connections().stream()
                .filter(connection -> connection.from().isPlaceholder())
                .map(connection ->
                        connection.from().label() + " => " + connection.to().label() + " : " + connection.access())
                .toList();
    }
}
