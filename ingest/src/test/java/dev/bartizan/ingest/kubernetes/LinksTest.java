package dev.bartizan.ingest.kubernetes;

import static dev.bartizan.ingest.Ingesting.asset;
import static dev.bartizan.ingest.Ingesting.files;
import static dev.bartizan.ingest.Ingesting.ids;
import static dev.bartizan.ingest.Ingesting.links;
import static dev.bartizan.ingest.Ingesting.problems;
import static dev.bartizan.ingest.Ingesting.property;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Problem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: web, tier: front}}
                spec:
                  serviceAccountName: runner
                  volumes:
                    - {name: a, configMap: {name: settings}}
                    - {name: b, persistentVolumeClaim: {claimName: disk}}
                    - {name: c, projected: {sources: [{secret: {name: token}}]}}
                    - {name: d, secret: {secretName: elsewhere}}
                  containers:
                    - name: web
                      image: registry.example/team/web:1
                      env: [{name: P, valueFrom: {secretKeyRef: {name: password, key: p}}}]
                      envFrom: [{configMapRef: {name: settings}}]
            ---
            {apiVersion: v1, kind: ServiceAccount, metadata: {name: runner, namespace: shop}}
            ---
            {apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: shop}}
            ---
            {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: disk, namespace: shop}}
            ---
            {apiVersion: v1, kind: Secret, metadata: {name: token, namespace: shop}}
            ---
            {apiVersion: v1, kind: Secret, metadata: {name: password, namespace: shop}}
            ---
            {apiVersion: v1, kind: Secret, metadata: {name: elsewhere, namespace: other}}
            """;

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {type: TYPE, selector: {app: web}}
            """;

    @Test
    void aWorkloadIsLinkedToAllItUses() {
        var ingested = text(WEB);

        assertThat(links(ingested))
                .containsExactlyInAnyOrder(
                        "apps/Deployment/shop/web -runs-as-> core/ServiceAccount/shop/runner at test.yaml:8 /spec/template/spec/serviceAccountName",
                        "apps/Deployment/shop/web -mounts-> core/ConfigMap/shop/settings at test.yaml:10 /spec/template/spec/volumes/0/configMap/name",
                        "apps/Deployment/shop/web -mounts-> core/PersistentVolumeClaim/shop/disk at test.yaml:11 /spec/template/spec/volumes/1/persistentVolumeClaim/claimName",
                        "apps/Deployment/shop/web -mounts-> core/Secret/shop/token at test.yaml:12 /spec/template/spec/volumes/2/projected/sources/0/secret/name",
                        "apps/Deployment/shop/web -mounts-> core/Secret/shop/password at test.yaml:17 /spec/template/spec/containers/0/env/0/valueFrom/secretKeyRef/name",
                        "apps/Deployment/shop/web -pulls-> ext:registry.example at test.yaml:16 /spec/template/spec/containers/0/image");
        assertThat(asset(ingested, "ext:registry.example").classification().role())
                .isEqualTo("image-registry");
        assertThat(property(ingested, "k8s:-/apps/Deployment/shop/web", "images"))
                .contains("registry.example/team/web:1");
    }

    @Test
    void whatIsNotInTheInputIsOneNoticePerKindAndNoAsset() {
        var ingested = text(WEB);

        assertThat(ids(ingested)).doesNotContain("k8s:-/core/Secret/shop/elsewhere");
        assertThat(ingested.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.level()).isEqualTo(Problem.Level.NOTICE);
            assertThat(problem.message()).isEqualTo("A reference to a Secret leads out of the input.");
            assertThat(problem.location().orElseThrow().line()).isEqualTo(13);
        });
    }

    @Test
    void aServiceExposesWhatItsWholeSelectorPicksInItsNamespace() {
        String elsewhere = WEB.replace("namespace: shop", "namespace: other");
        String half = SERVICE.replace("name: web", "name: half").replace("{app: web}", "{app: web, tier: back}");
        var ingested = files("web.yaml", WEB, "other.yaml", elsewhere, "service.yaml", SERVICE + "---\n" + half);

        assertThat(links(ingested))
                .filteredOn(link -> link.contains("-exposes->"))
                .containsExactly(
                        "core/Service/shop/web -exposes-> apps/Deployment/shop/web at service.yaml:4 /spec/selector");
        assertThat(problems(ingested)).contains("selects-nothing service.yaml:9");
    }

    @Test
    void aServiceMeansTheNearestOfSeveralVariants() {
        var ingested = files(
                "dev/web.yaml", WEB.replace("team/web:1", "team/web:dev"),
                "dev/service.yaml", SERVICE.replace("TYPE", "ClusterIP"),
                "prod/web.yaml", WEB.replace("team/web:1", "team/web:prod"));

        assertThat(links(ingested))
                .filteredOn(link -> link.contains("-exposes->"))
                .singleElement()
                .asString()
                .contains("apps/Deployment/shop/web@dev%2Fweb.yaml");
    }

    @Test
    void exposureIsTheFarthestPlaceThatManifestsOpen() {
        assertThat(exposure("ClusterIP", "")).contains("cluster");
        assertThat(exposure("NodePort", "")).contains("node");
        assertThat(exposure("LoadBalancer", "")).contains("outside");
        assertThat(exposure("ClusterIP", """
                        apiVersion: networking.k8s.io/v1
                        kind: Ingress
                        metadata: {name: i, namespace: shop}
                        spec: {rules: [{http: {paths: [{backend: {service: {name: web, port: {number: 80}}}}]}}]}
                        """)).contains("outside");
        assertThat(exposure("ClusterIP", """
                        apiVersion: networking.istio.io/v1
                        kind: VirtualService
                        metadata: {name: v, namespace: shop}
                        spec: {hosts: [web], http: [{route: [{destination: {host: web}}]}]}
                        """)).contains("cluster");
        assertThat(property(text(WEB), "k8s:-/apps/Deployment/shop/web", "exposure"))
                .isEmpty();
    }

    private static Optional<String> exposure(String type, String more) {
        var ingested = files("a.yaml", WEB, "b.yaml", SERVICE.replace("TYPE", type), "c.yaml", more);
        return property(ingested, "k8s:-/apps/Deployment/shop/web", "exposure");
    }

    @Test
    void hostPortsOpenANode() {
        var ingested = text("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec: {containers: [{name: c, image: own/c, ports: [{containerPort: 1, hostPort: 1}]}]}
                """);

        assertThat(property(ingested, "k8s:-/core/Pod/default/p", "exposure")).contains("node");
    }

    @Test
    void routesLeadFromGatewaysToServices() {
        var ingested = text(SERVICE + """
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: edge, namespace: infra}
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: r, namespace: shop}
                spec:
                  parentRefs: [{name: edge, namespace: infra}]
                  rules:
                    - backendRefs:
                        - {name: web, port: 80}
                        - {group: inference.networking.k8s.io, kind: InferencePool, name: pool}
                ---
                apiVersion: inference.networking.k8s.io/v1
                kind: InferencePool
                metadata: {name: pool, namespace: shop}
                spec: {selector: {matchLabels: {app: model}}}
                ---
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: istio-gate, namespace: infra}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: v, namespace: elsewhere}
                spec:
                  gateways: [infra/istio-gate, mesh]
                  http: [{route: [{destination: {host: web.shop.svc.cluster.local}}]}]
                  tcp: [{route: [{destination: {host: api.example.org}}]}]
                ---
                apiVersion: extensions/v1beta1
                kind: Ingress
                metadata: {name: old, namespace: shop}
                spec: {rules: [{http: {paths: [{backend: {serviceName: web, servicePort: 80}}]}}]}
                """);

        assertThat(links(ingested))
                .filteredOn(link -> link.contains("-routes->"))
                .extracting(link -> link.replaceAll(" at .*", "").replaceAll("[a-z.0-9]*\\.io/", ""))
                .containsExactlyInAnyOrder(
                        "Gateway/infra/edge -routes-> HTTPRoute/shop/r",
                        "HTTPRoute/shop/r -routes-> core/Service/shop/web",
                        "HTTPRoute/shop/r -routes-> InferencePool/shop/pool",
                        "Gateway/infra/istio-gate -routes-> VirtualService/elsewhere/v",
                        "VirtualService/elsewhere/v -routes-> core/Service/shop/web",
                        "VirtualService/elsewhere/v -routes-> ext:api.example.org",
                        "extensions/Ingress/shop/old -routes-> core/Service/shop/web");
    }

    @Test
    void acceleratorsAreNamed() {
        var ingested = text("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  containers:
                    - {name: c, image: own/c, resources: {limits: {nvidia.com/gpu: 2, cpu: 1}, requests: {google.com/tpu: 1}}}
                """);

        assertThat(property(ingested, "k8s:-/core/Pod/default/p", "accelerators"))
                .contains("google.com/tpu, nvidia.com/gpu");
    }

    @Test
    void imagesThatNameNoRegistryPullFromNowhere() {
        var ingested = text("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  containers:
                    - {name: a, image: "{{registry}}/x"}
                    - {name: b, image: "FILLED BY THE OPERATOR"}
                    - {name: c, image: "redis"}
                """);

        assertThat(links(ingested))
                .containsExactly("core/Pod/default/p -pulls-> ext:docker.io at test.yaml:8 /spec/containers/2/image");
    }

    @Test
    void volumesOfDriversLeadToTheirDriverSecretsAndBuckets() {
        var ingested = text("""
                {apiVersion: storage.k8s.io/v1, kind: CSIDriver, metadata: {name: secrets-store.csi.k8s.io}}
                ---
                {apiVersion: secrets-store.csi.x-k8s.io/v1, kind: SecretProviderClass, metadata: {name: vault}}
                ---
                {apiVersion: v1, kind: Secret, metadata: {name: login}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  containers: [{name: c, image: own/c}]
                  volumes:
                    - {name: a, csi: {driver: secrets-store.csi.k8s.io, nodePublishSecretRef: {name: login}, volumeAttributes: {secretProviderClass: vault}}}
                    - {name: b, csi: {driver: gcsfuse.csi.storage.gke.io, volumeAttributes: {bucketName: models}}}
                    - {name: c, csi: [wrong]}
                ---
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: lake}
                spec: {csi: {driver: s3.csi.aws.com, volumeAttributes: {bucketName: lake}}}
                """);

        assertThat(links(ingested))
                .extracting(link -> link.substring(0, link.indexOf(" at ")))
                .contains(
                        "core/Pod/default/p -mounts-> core/Secret/default/login",
                        "core/Pod/default/p -mounts-> secrets-store.csi.x-k8s.io/SecretProviderClass/default/vault",
                        "core/Pod/default/p -provisioned-by-> storage.k8s.io/CSIDriver/-/secrets-store.csi.k8s.io",
                        "core/Pod/default/p -reads-> ext:gs:models",
                        "core/PersistentVolume/-/lake -provisioned-by-> ext:s3:lake");
    }
}
