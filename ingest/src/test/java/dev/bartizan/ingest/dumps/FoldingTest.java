package dev.bartizan.ingest.dumps;

import static dev.bartizan.ingest.Ingesting.ids;
import static dev.bartizan.ingest.Ingesting.links;
import static dev.bartizan.ingest.Ingesting.problems;
import static dev.bartizan.ingest.Ingesting.property;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.ingest.Ingested;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What controllers made is assessed where it is declared; what is more than that stays. */
class FoldingTest {
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, uid: d-1}
            spec:
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: c, image: own/c}]}
            ---
            """;
    private static final String REPLICA_SET = """
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata:
              name: web-1
              uid: r-1
              ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, uid: d-1, controller: true}]
            spec:
              replicas: 1
              template:
                metadata: {labels: {app: web, pod-template-hash: "1"}}
                spec: {containers: [{name: c, image: own/c}]}
            ---
            """;

    private static String pod(String name, String containers) {
        return """
            apiVersion: v1
            kind: Pod
            metadata:
              name: %s
              uid: p-%1$s
              labels: {app: web, role: head}
              ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web-1, uid: r-1, controller: true}]
            spec: {%s}
            ---
            """.formatted(name, containers);
    }

    private static List<String> assessed(Ingested ingested) {
        return ingested.trees().pods().stream()
                .map(pod -> ingested.platform().asset(pod.asset()).name() + " "
                        + pod.aside().containers() + (pod.aside().settings() ? " settings" : ""))
                .toList();
    }

    private static List<String> objects(Ingested ingested) {
        return ids(ingested).stream().filter(id -> id.startsWith("k8s:")).toList();
    }

    @Test
    void copiesAreFoldedIntoWhatDeclaresThem() {
        var ingested = text(DEPLOYMENT + REPLICA_SET + pod("web-1-x", "containers: [{name: c, image: own/c}]"));

        assertThat(objects(ingested)).containsExactly("k8s:-/apps/Deployment/default/web");
        assertThat(assessed(ingested)).containsExactly("web []");
        assertThat(problems(ingested)).containsExactly("folded test.yaml:9");
        assertThat(ingested.objects()).isEqualTo(3);
    }

    @Test
    void anotherContainerOfAPodIsAssessedAndNothingElseOfIt() {
        var ingested = text(DEPLOYMENT
                + REPLICA_SET
                + pod("web-1-x", "containers: [{name: c, image: own/c}, {name: miner, image: evil/miner}]"));

        assertThat(assessed(ingested)).containsExactly("web []", "web-1-x [containers/0] settings");
        assertThat(property(ingested, "k8s:-/core/Pod/default/web-1-x", "derived"))
                .contains("Deployment web made it");
        assertThat(links(ingested))
                .filteredOn(link -> link.contains("-owns->"))
                .containsExactly(
                        "apps/Deployment/default/web -owns-> core/Pod/default/web-1-x at test.yaml:27 /metadata/ownerReferences/0");
    }

    @Test
    void nobodyHidesAPrivilegeBehindAnotherWorkload() {
        assertThat(assessed(text(DEPLOYMENT
                        + REPLICA_SET
                        + pod("a", "containers: [{name: c, image: own/c, securityContext: {privileged: true}}]")
                        + pod("b", "containers: [{name: c, image: evil/c}]")
                        + pod("c", "containers: [{name: c, image: own/c, command: [nc]}]")
                        + pod("d", "hostPID: true, containers: [{name: c, image: own/c}]")
                        + pod("e", "serviceAccountName: admin, containers: [{name: c, image: own/c}]")
                        + pod("f", "volumes: [{name: v, hostPath: {path: /}}], containers: [{name: c, image: own/c}]")
                        + pod(
                                "g",
                                "containers: [{name: c, image: own/c, securityContext: {capabilities: {add: [SYS_ADMIN]}}}]")
                        + pod("h", "containers: [{name: c, image: own/c, securityContext: {runAsUser: 1}}]"))))
                .containsExactly(
                        "web []",
                        "a [] settings",
                        "b [] settings",
                        "c [] settings",
                        "d [containers/0]",
                        "e [containers/0]",
                        "f [containers/0]",
                        "g [] settings");
    }

    @Test
    void aPodThatIsGivenMoreThanDeclaredIsNotFolded() {
        assertThat(
                        assessed(
                                text(
                                        DEPLOYMENT
                                                + REPLICA_SET
                                                + pod(
                                                        "a",
                                                        "containers: [{name: c, image: own/c, env: [{name: LD_PRELOAD, value: /x.so}]}]")
                                                + pod(
                                                        "b",
                                                        "containers: [{name: c, image: own/c, envFrom: [{secretRef: {name: admin}}]}]")
                                                + pod(
                                                        "c",
                                                        "volumes: [{name: v, secret: {secretName: root}}], containers: [{name: c, image: own/c}]")
                                                + pod(
                                                        "d",
                                                        "volumes: [{name: v, persistentVolumeClaim: {claimName: lake}}], containers: [{name: c, image: own/c}]")
                                                + pod(
                                                        "e",
                                                        "volumes: [{name: v, secret: {secretName: default-token-x1}}], containers: [{name: c, image: own/c, env: [{name: AWS_ROLE_ARN, value: x}]}]"))))
                .containsExactly("web []", "a [] settings", "b []", "c [containers/0]", "d [containers/0]");
    }

    @Test
    void whatManyPodsHaveMoreThanTheirOwnerIsAssessedOnce() {
        var pods = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            pods.append(pod("web-1-" + i, "containers: [{name: c, image: own/c}, {name: agent, image: own/agent}]"));
        }

        assertThat(assessed(text(DEPLOYMENT + REPLICA_SET + pods)))
                .containsExactly("web []", "web-1-0 [containers/0] settings");
    }

    @Test
    void anOldRevisionMayRunAnotherImage() {
        assertThat(assessed(text(DEPLOYMENT
                        + REPLICA_SET.replace("own/c", "own/older")
                        + pod("web-1-x", "containers: [{name: c, image: own/older}]"))))
                .containsExactly("web []");
    }

    @Test
    void aReplicaSetThatRunsNothingIsHistory() {
        assertThat(ids(text(REPLICA_SET.replace("replicas: 1", "replicas: 0")))).isEmpty();
    }

    @Test
    void aHandWrittenOwnerHidesNothing() {
        assertThat(assessed(text(DEPLOYMENT.replace(", uid: d-1", "") + REPLICA_SET.replace(", uid: d-1", ""))))
                .containsExactly("web []", "web-1 []");
        assertThat(assessed(text(DEPLOYMENT.replace("d-1", "d-2") + REPLICA_SET)))
                .containsExactly("web []", "web-1 []");
    }

    @Test
    void oneOfManyPodsWhoseOwnerIsMissingStandsForThem() {
        var pods = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            pods.append(pod("web-1-" + i, "containers: [{name: c, image: own/c}]"));
        }
        pods.append(pod("zz", "containers: [{name: c, image: own/c, securityContext: {privileged: true}}]"));

        assertThat(assessed(text(pods.toString()))).containsExactly("web-1-0 []", "zz [] settings");
    }

    @Test
    void ownersInACircleMadeNothing() {
        String owned = """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: %s
                  uid: u-%1$s
                  ownerReferences: [{apiVersion: v1, kind: Pod, name: %s, uid: u-%2$s, controller: true}]
                spec: {containers: [{name: c, image: own/c}]}
                ---
                """;

        assertThat(assessed(text(owned.formatted("a", "b")
                        + owned.formatted("b", "c")
                        + owned.formatted("c", "a")
                        + owned.formatted("self", "self")
                        + owned.formatted("tail", "a"))))
                .containsExactly("a []", "b []", "c []", "self []");
    }

    @Test
    void aLongChainOfOwnersEnds() {
        var chain = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            chain.append("""
                    {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "pTHIS", "uid": "uTHIS", "ownerReferences":
                      [{"apiVersion": "v1", "kind": "Pod", "name": "pNEXT", "uid": "uNEXT", "controller": true}]},
                      "spec": {"containers": [{"name": "c", "image": "own/c"}]}}
                    ---
                    """.replace("THIS", "" + i).replace("NEXT", "" + (i + 1)));
        }

        assertThat(assessed(text(chain.toString()))).containsExactly("p19999 []");
    }

    @Test
    void labelsThatAControllerGaveArePickedByServices() {
        var ingested = text(DEPLOYMENT + REPLICA_SET + pod("web-1-x", "containers: [{name: c, image: own/c}]") + """
                apiVersion: v1
                kind: Service
                metadata: {name: head}
                spec: {selector: {role: head}}
                """);

        assertThat(links(ingested))
                .anyMatch(link -> link.startsWith("core/Service/default/head -exposes-> apps/Deployment/default/web"));
    }

    @Test
    void whatAnOperatorMakesOfAResourceIsFoldedOrMarked() {
        var ingested = text("""
                apiVersion: ray.io/v1
                kind: RayCluster
                metadata: {name: ray, uid: c-1}
                spec:
                  headGroupSpec: {template: {spec: {containers: [{name: head, image: own/ray}]}}}
                  workerGroupSpecs: [{template: {spec: {containers: [{name: worker, image: own/ray}]}}}]
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: ray-worker-x
                  uid: p-1
                  ownerReferences: [{apiVersion: ray.io/v1, kind: RayCluster, name: ray, uid: c-1, controller: true}]
                spec:
                  initContainers: [{name: wait-gcs-ready, image: own/ray, command: [sh]}]
                  containers: [{name: worker, image: own/ray, command: [ray, start]}]
                ---
                apiVersion: v1
                kind: Service
                metadata:
                  name: ray-head-svc
                  uid: s-1
                  ownerReferences: [{apiVersion: ray.io/v1, kind: RayCluster, name: ray, uid: c-1, controller: true}]
                spec: {ports: [{port: 8265}]}
                ---
                apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata:
                  name: ray-head-svc-1
                  uid: e-1
                  labels: {endpointslice.kubernetes.io/managed-by: endpointslice-controller.k8s.io}
                  ownerReferences: [{apiVersion: v1, kind: Service, name: ray-head-svc, uid: s-1, controller: true}]
                """);

        assertThat(objects(ingested))
                .containsExactly("k8s:-/core/Service/default/ray-head-svc", "k8s:-/ray.io/RayCluster/default/ray");
        assertThat(property(ingested, "k8s:-/core/Service/default/ray-head-svc", "derived"))
                .contains("RayCluster ray made it");
    }

    @Test
    void whatEveryNamespaceHasIsNobodysDeclaration() {
        assertThat(ids(text("""
                {apiVersion: v1, kind: ConfigMap, metadata: {name: kube-root-ca.crt, uid: a}, data: {ca.crt: x}}
                ---
                {apiVersion: v1, kind: ServiceAccount, metadata: {name: default, uid: b}}
                ---
                {apiVersion: v1, kind: ServiceAccount, metadata: {name: default, uid: c, namespace: n}, automountServiceAccountToken: false}
                ---
                {apiVersion: v1, kind: ConfigMap, metadata: {name: kube-root-ca.crt, namespace: written}, data: {ca.crt: x}}
                """)))
                .containsExactly(
                        "k8s:-/core/ConfigMap/written/kube-root-ca.crt", "k8s:-/core/ServiceAccount/n/default");
    }
}
