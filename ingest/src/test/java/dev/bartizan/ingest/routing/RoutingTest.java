package dev.bartizan.ingest.routing;

import static dev.bartizan.ingest.Ingesting.links;
import static dev.bartizan.ingest.Ingesting.problems;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoutingTest {
    private static final String WEB = """
            {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec: {template: {metadata: {labels: {app: web}}, spec: {containers: [{name: c, image: own/c}]}}}
            ---
            """;

    /** {@code from kind to}, without groups. */
    private static List<String> routes(String manifests) {
        return links(text(WEB + manifests)).stream()
                .filter(link ->
                        !link.contains("-pulls->") && !link.contains("-exposes->") && !link.contains("-belongs-to->"))
                .map(link -> link.replaceAll(" at .*", "").replaceAll("(^| )[a-z0-9.]+/(?=[A-Z])", "$1"))
                .toList();
    }

    @Test
    void aRouteLeadsIntoAnotherNamespaceOnlyIfThatGrantsIt() {
        String route = """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: r, namespace: edge}
                spec: {rules: [{backendRefs: [{name: web, namespace: shop, port: 80}]}]}
                ---
                """;
        String grant = """
                apiVersion: gateway.networking.k8s.io/v1beta1
                kind: ReferenceGrant
                metadata: {name: g, namespace: shop}
                spec:
                  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: edge}]
                  to: [{group: "", kind: Service%s}]
                """;

        assertThat(routes(route)).isEmpty();
        assertThat(problems(text(WEB + route))).contains("reference-not-granted test.yaml:11");
        assertThat(routes(route + grant.formatted(""))).containsExactly("HTTPRoute/edge/r -routes-> Service/shop/web");
        assertThat(routes(route + grant.formatted(", name: other"))).isEmpty();
    }

    @Test
    void aGatewayTakesRoutesOfTheNamespacesItAllows() {
        String route = """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: r, namespace: shop}
                spec: {parentRefs: [{name: g, namespace: edge}], rules: []}
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team: shop}}}
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: g, namespace: edge}
                spec: {listeners: [{name: http, allowedRoutes: {namespaces: %s}}]}
                """;

        assertThat(routes(route.formatted("{from: Same}"))).isEmpty();
        assertThat(routes(route.formatted("{from: All}"))).containsExactly("Gateway/edge/g -routes-> HTTPRoute/shop/r");
        assertThat(routes(route.formatted("{from: Selector, selector: {matchLabels: {team: shop}}}")))
                .hasSize(1);
        assertThat(routes(route.formatted("{from: Selector, selector: {matchLabels: {team: other}}}")))
                .isEmpty();
    }

    @Test
    void inferencePoolsAskTheirPicker() {
        assertThat(routes("""
                apiVersion: inference.networking.k8s.io/v1
                kind: InferencePool
                metadata: {name: pool, namespace: shop}
                spec: {selector: {matchLabels: {app: web}}, endpointPickerRef: {name: web, port: {number: 9002}}}
                """)).containsExactly("InferencePool/shop/pool -calls-> Service/shop/web");
    }

    @Test
    void virtualServicesDelegateAndMirror() {
        assertThat(routes("""
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: root, namespace: edge}
                spec: {http: [{delegate: {name: leaf, namespace: shop}}]}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: leaf, namespace: shop}
                spec: {http: [{route: [{destination: {host: web}}], mirror: {host: api.example.org}}]}
                """))
                .containsExactlyInAnyOrder(
                        "VirtualService/edge/root -routes-> VirtualService/shop/leaf",
                        "VirtualService/shop/leaf -routes-> Service/shop/web",
                        "VirtualService/shop/leaf -routes-> ext:api.example.org");
    }

    @Test
    void serviceEntriesAndExternalNamesAreExternalParties() {
        assertThat(routes("""
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: out, namespace: edge}
                spec: {hosts: [api.openai.com, "*.googleapis.com"]}
                ---
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: in, namespace: edge}
                spec: {hosts: [vm.example.org], location: MESH_INTERNAL}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: db, namespace: shop}, spec: {type: ExternalName, externalName: db.example.org}}
                """))
                .containsExactlyInAnyOrder(
                        "ServiceEntry/edge/out -routes-> ext:api.openai.com",
                        "ServiceEntry/edge/out -routes-> ext:*.googleapis.com",
                        "Service/shop/db -routes-> ext:db.example.org");
    }

    @Test
    void knativeBrokersTriggersSourcesAndDomains() {
        assertThat(routes("""
                {apiVersion: eventing.knative.dev/v1, kind: Broker, metadata: {name: default, namespace: shop}}
                ---
                apiVersion: eventing.knative.dev/v1
                kind: Trigger
                metadata: {name: t, namespace: shop}
                spec: {broker: default, subscriber: {ref: {apiVersion: serving.knative.dev/v1, kind: Service, name: fn}}}
                ---
                {apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: fn, namespace: shop}}
                ---
                apiVersion: sources.knative.dev/v1
                kind: PingSource
                metadata: {name: ping, namespace: shop}
                spec: {sink: {uri: "http://web.shop.svc"}}
                ---
                apiVersion: serving.knative.dev/v1beta1
                kind: DomainMapping
                metadata: {name: fn.example.org, namespace: shop}
                spec: {ref: {apiVersion: serving.knative.dev/v1, kind: Service, name: fn}}
                """))
                .containsExactlyInAnyOrder(
                        "Broker/shop/default -routes-> Trigger/shop/t",
                        "Trigger/shop/t -routes-> Service/shop/fn",
                        "PingSource/shop/ping -routes-> Service/shop/web",
                        "DomainMapping/shop/fn.example.org -routes-> Service/shop/fn");
    }

    @Test
    void theApiServerCallsWebhooksConversionsAndItsExtensions() {
        assertThat(routes("""
                apiVersion: admissionregistration.k8s.io/v1
                kind: MutatingWebhookConfiguration
                metadata: {name: m}
                webhooks:
                  - {name: a, clientConfig: {service: {name: web, namespace: shop, path: /x}}}
                  - {name: b, clientConfig: {url: "https://hooks.example.org/x"}}
                ---
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: c}
                spec: {conversion: {strategy: Webhook, webhook: {clientConfig: {service: {name: web, namespace: shop}}}}}
                ---
                {apiVersion: apiregistration.k8s.io/v1, kind: APIService, metadata: {name: v1.x}, spec: {service: {name: web, namespace: shop}}}
                """))
                .containsExactlyInAnyOrder(
                        "MutatingWebhookConfiguration/-/m -calls-webhook-> Service/shop/web",
                        "MutatingWebhookConfiguration/-/m -calls-webhook-> ext:hooks.example.org",
                        "CustomResourceDefinition/-/c -calls-webhook-> Service/shop/web",
                        "APIService/-/v1.x -calls-webhook-> Service/shop/web");
    }

    @Test
    void claimsGetTheirStorageFromClassesAndDrivers() {
        assertThat(routes("""
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c, namespace: shop}, spec: {storageClassName: fast, volumeName: v}}
                ---
                {apiVersion: v1, kind: PersistentVolume, metadata: {name: v}, spec: {csi: {driver: disk.example.org}}}
                ---
                {apiVersion: v1, kind: PersistentVolume, metadata: {name: n}, spec: {nfs: {server: files.example.org, path: /}}}
                ---
                {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: fast}, provisioner: disk.example.org}
                ---
                {apiVersion: storage.k8s.io/v1, kind: CSIDriver, metadata: {name: disk.example.org}}
                ---
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: node, namespace: shop}
                spec:
                  template:
                    spec:
                      volumes: [{name: p, hostPath: {path: /var/lib/kubelet/plugins/disk.example.org/}}]
                      containers: [{name: c, image: own/c}]
                """))
                .containsExactlyInAnyOrder(
                        "PersistentVolumeClaim/shop/c -provisioned-by-> StorageClass/-/fast",
                        "PersistentVolumeClaim/shop/c -provisioned-by-> PersistentVolume/-/v",
                        "PersistentVolume/-/v -provisioned-by-> CSIDriver/-/disk.example.org",
                        "PersistentVolume/-/n -provisioned-by-> ext:files.example.org",
                        "StorageClass/-/fast -provisioned-by-> CSIDriver/-/disk.example.org",
                        "CSIDriver/-/disk.example.org -provisioned-by-> DaemonSet/shop/node");
    }

    @Test
    void argoCdAndFluxDeployFromTheirRepositories() {
        assertThat(routes("""
                {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: Application
                metadata: {name: app, namespace: argocd}
                spec:
                  source: {repoURL: "https://token123456789012345@github.com/team/x.git"}
                  destination: {server: "https://kubernetes.default.svc", namespace: shop}
                ---
                apiVersion: argoproj.io/v1alpha1
                kind: ApplicationSet
                metadata: {name: set, namespace: argocd}
                spec:
                  generators: [{matrix: {generators: [{git: {repoURL: "git@gitlab.com:team/y.git"}}]}}]
                  template: {spec: {sources: [{repoURL: ghcr.io/team/charts}], destination: {name: elsewhere, server: "https://other.example.org", namespace: shop}}}
                ---
                {apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository, metadata: {name: repo, namespace: flux-system}, spec: {url: "ssh://git@git.example.org/x"}}
                ---
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: k, namespace: flux-system}
                spec: {sourceRef: {kind: GitRepository, name: repo}, targetNamespace: shop}
                """))
                .containsExactlyInAnyOrder(
                        "Application/argocd/app -deploys-from-> ext:github.com",
                        "Application/argocd/app -deploys-> Namespace/-/shop",
                        "ApplicationSet/argocd/set -deploys-from-> ext:gitlab.com",
                        "ApplicationSet/argocd/set -deploys-from-> ext:ghcr.io",
                        "GitRepository/flux-system/repo -deploys-from-> ext:git.example.org",
                        "Kustomization/flux-system/k -deploys-from-> GitRepository/flux-system/repo",
                        "Kustomization/flux-system/k -deploys-> Namespace/-/shop");
    }

    @Test
    void whoTrustsAHeaderIsLinkedToTheGatewaysThatLeadThere() {
        assertThat(routes(WEB.replace(
                                        "image: own/c",
                                        "image: own/c, env: [{name: USERID_HEADER, value: kubeflow-userid}]")
                                .replace("name: web", "name: app")
                                .replace("app: web", "app: app")
                        + """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: g, namespace: shop}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: v, namespace: shop}
                spec: {gateways: [g], http: [{route: [{destination: {host: app}}]}]}
                """))
                .contains("Deployment/shop/app -trusts-header-> Gateway/shop/g");
    }
}
