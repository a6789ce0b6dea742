package dev.bartizan.ingest.routing;

import static dev.bartizan.ingest.Ingesting.property;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: own/c}]}}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}}}
            ---
            """;

    private static String exposure(String more) {
        return property(text(WEB + more), "k8s:-/apps/Deployment/shop/web", "exposure")
                .orElse("unknown");
    }

    private static String behindGateway(String gateway) {
        return exposure(gateway + """
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: r, namespace: shop}
                spec: {parentRefs: [{name: g}], rules: [{backendRefs: [{name: web}]}]}
                """);
    }

    private static String gateway(String rest) {
        return "{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: g, namespace: shop}, spec: {"
                + rest + "}}\n";
    }

    @Test
    void anInternalGatewayIsNotTheInternet() {
        assertThat(behindGateway(gateway("gatewayClassName: gke-l7-global-external-managed")))
                .isEqualTo("outside");
        assertThat(behindGateway(gateway("gatewayClassName: gke-l7-rilb"))).isEqualTo("node");
        assertThat(behindGateway(
                        gateway("infrastructure: {annotations: {networking.gke.io/load-balancer-type: Internal}}")))
                .isEqualTo("node");
        assertThat(behindGateway(gateway("gatewayClassName: istio-waypoint"))).isEqualTo("cluster");
        assertThat(behindGateway("")).isEqualTo("outside");
    }

    @Test
    void aRouteThatItsGatewayDoesNotTakeOpensNothing() {
        assertThat(exposure(gateway("listeners: [{name: a}]").replace("namespace: shop", "namespace: edge") + """
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: r, namespace: shop}
                spec: {parentRefs: [{name: g, namespace: edge}], rules: [{backendRefs: [{name: web}]}]}
                """))
                .isEqualTo("cluster");
    }

    @Test
    void anInternalLoadBalancerOpensTheNodesNetwork() {
        assertThat(exposure("""
                apiVersion: v1
                kind: Service
                metadata: {name: lb, namespace: shop, annotations: {service.beta.kubernetes.io/azure-load-balancer-internal: "true"}}
                spec: {type: LoadBalancer, selector: {app: web}}
                """)).isEqualTo("node");
        assertThat(exposure("""
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: i, namespace: shop, annotations: {alb.ingress.kubernetes.io/scheme: internal}}
                spec: {defaultBackend: {service: {name: web}}}
                """)).isEqualTo("node");
    }

    @Test
    void anIstioGatewayIsAsOpenAsItsProxies() {
        String istio = """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: proxy, namespace: istio}
                spec: {template: {metadata: {labels: {istio: gate}}, spec: {containers: [{name: c, image: own/p}]}}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: proxy, namespace: istio}, spec: {type: %s, selector: {istio: gate}}}
                ---
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: g, namespace: shop}
                spec: {selector: {istio: gate}}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: v, namespace: shop}
                spec: {gateways: [g], http: [{route: [{destination: {host: web}}]}]}
                """;

        assertThat(exposure(istio.formatted("LoadBalancer"))).isEqualTo("outside");
        assertThat(exposure(istio.formatted("ClusterIP"))).isEqualTo("cluster");
    }

    @Test
    void aRouteOpensItsAlternateBackendsToo() {
        assertThat(exposure("""
                apiVersion: route.openshift.io/v1
                kind: Route
                metadata: {name: r, namespace: shop}
                spec: {to: {kind: Service, name: gone}, alternateBackends: [{kind: Service, name: web, weight: 10}]}
                """)).isEqualTo("outside");
    }

    @Test
    void circlesOfDelegatesEnd() {
        var circle = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            circle.append("""
                    apiVersion: networking.istio.io/v1
                    kind: VirtualService
                    metadata: {name: vMINE, namespace: shop}
                    spec: {gateways: [gone], http: [{delegate: {name: vNEXT}}, {route: [{destination: {host: web}}]}]}
                    ---
                    """.replace("MINE", Integer.toString(i)).replace("NEXT", Integer.toString((i + 1) % 50)));
        }

        assertThat(exposure(circle.toString())).isEqualTo("outside");
    }

    @Test
    void webhooksAndTriggersOpenNothing() {
        assertThat(exposure("""
                apiVersion: admissionregistration.k8s.io/v1
                kind: MutatingWebhookConfiguration
                metadata: {name: m}
                webhooks: [{name: a, clientConfig: {service: {name: web, namespace: shop}}}]
                ---
                apiVersion: eventing.knative.dev/v1
                kind: Trigger
                metadata: {name: t, namespace: shop}
                spec: {subscriber: {ref: {apiVersion: v1, kind: Service, name: web}}}
                """)).isEqualTo("cluster");
    }
}
