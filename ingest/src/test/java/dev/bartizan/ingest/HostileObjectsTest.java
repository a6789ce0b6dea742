package dev.bartizan.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.SourceReader;
import dev.bartizan.testkit.Mutator;
import dev.bartizan.testkit.Repository;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Whatever the input holds, reading it ends with a platform and located problems. */
class HostileObjectsTest {
    private static final List<String> WRONG =
            List.of("null", "{}", "[]", "[[]]", "[null]", "[{}]", "7", "text", "true", "{a: {b: [c]}}", "\"{{ x }}\"");

    /** One object of each kind that something looks into; each value is replaced in turn. */
    private static final String OBJECTS = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              namespace: shop
              labels: {app: web}
              ownerReferences: [{apiVersion: v1, kind: Pod, name: a, uid: u, controller: true}]
            spec:
              template:
                metadata: {labels: {app: web}}
                spec:
                  serviceAccountName: runner
                  hostNetwork: false
                  volumes: [{configMap: {name: a}, projected: {sources: [{secret: {name: b}}]}}]
                  initContainers: [{name: i, image: b}]
                  containers:
                    - name: web
                      image: nginx
                      command: [nginx]
                      args: [-g]
                      ports: [{containerPort: 80, hostPort: 80}]
                      env: [{name: A, valueFrom: {secretKeyRef: {name: s, key: k}}}]
                      envFrom: [{configMapRef: {name: a}}]
                      resources: {limits: {nvidia.com/gpu: 1}}
                      securityContext: {capabilities: {add: [ALL]}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {type: NodePort, externalIPs: [10.0.0.1], selector: {app: web}, ports: [{port: 80}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web, namespace: shop}
            spec: {rules: [{http: {paths: [{backend: {service: {name: web}}}]}}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: web, namespace: shop}
            spec: {gateways: [mesh], http: [{route: [{destination: {host: web.shop}}]}]}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: web, namespace: shop}
            spec: {parentRefs: [{name: g}], rules: [{backendRefs: [{name: web, kind: Service}]}]}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: all, labels: {agg: x}}
            aggregationRule: {clusterRoleSelectors: [{matchLabels: {agg: x}, matchExpressions: [{key: agg, operator: In, values: [x]}]}]}
            rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: all, namespace: shop}
            roleRef: {kind: ClusterRole, name: all}
            subjects: [{kind: ServiceAccount, name: runner, namespace: shop}]
            ---
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: x}
            spec: {group: example.org, scope: Cluster, names: {kind: Fleet}}
            ---
            apiVersion: argoproj.io/v1alpha1
            kind: Workflow
            metadata: {generateName: w-}
            spec: {serviceAccountName: runner, volumes: [{secret: {secretName: x}}], templates: [{container: {image: a, env: []}, sidecars: [{image: b}]}]}
            ---
            apiVersion: sparkoperator.k8s.io/v1beta2
            kind: SparkApplication
            metadata: {name: s}
            spec: {driver: {template: {spec: {containers: [{name: a}]}}}, executor: {cores: 1}}
            ---
            apiVersion: inference.networking.k8s.io/v1
            kind: InferencePool
            metadata: {name: p, namespace: shop}
            spec: {selector: {matchLabels: {app: web}}}
            ---
            apiVersion: v1
            kind: List
            items: [{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {b: c}}]
            """;

    @Test
    void theObjectsAreReadWithoutAProblemWhenTheyAreRight() {
        var ingested = Ingesting.text(OBJECTS);

        assertThat(ingested.objects()).isEqualTo(12);
        assertThat(Ingesting.problems(ingested)).allMatch(problem -> problem.startsWith("not-in-input"));
    }

    @Test
    void everyValueOfEveryKindMayHaveAnyType() {
        List<String> mutants = mutants();

        assertThat(mutants).hasSizeGreaterThan(1_000);
        Assertions.assertTimeout(
                Duration.ofSeconds(60),
                () -> mutants.forEach(mutant -> {
                    var ingested = Ingesting.text(mutant);
                    assertThat(ingested.input().documents().values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum())
                            .isEqualTo(1);
                    assertThat(ingested.problems())
                            .allSatisfy(
                                    problem -> assertThat(problem.location()).isPresent());
                }));
    }

    /** Of every line that holds one key in block style, and of every flow value, one mutant per wrong value. */
    private static List<String> mutants() {
        var mutants = new ArrayList<String>();
        for (String document : OBJECTS.split("---\n")) {
            for (int colon = document.indexOf(": "); colon >= 0; colon = document.indexOf(": ", colon + 1)) {
                int end = endOfValue(document, colon + 2);
                for (String wrong : WRONG) {
                    mutants.add(document.substring(0, colon + 2) + wrong + document.substring(end));
                }
            }
        }
        return mutants;
    }

    private static int endOfValue(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '{' || unit == '[') {
                depth++;
            } else if (unit == '}' || unit == ']') {
                if (--depth < 0) {
                    return i;
                }
            } else if (unit == '\n' || (unit == ',' && depth == 0)) {
                return i;
            }
        }
        return text.length();
    }

    @Test
    void damagedManifestsOfRealPlatformsAreSurvived() {
        var mutator = Mutator.over(Repository.assumeShared("platforms"));

        int tried = mutator.exercise(1, Duration.ofSeconds(4), mutant -> {
            String text = new String(mutant.bytes(), StandardCharsets.UTF_8);
            var reading = SourceReader.parse(mutant.origin(), text);
            var ingested = Ingest.run(IngestQuestion.of(reading, Ingesting.AS_OF));
            int counted = ingested.input().documents().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertThat(counted).isEqualTo(reading.documents().size());
        });
        assertThat(tried).isGreaterThan(20);
    }

    @Test
    void aListOfListsOfListsIsTakenApart() {
        String open = "{apiVersion: v1, kind: List, items: [".repeat(60);
        String close = "]}".repeat(60);

        var ingested = Ingesting.text(open + "{apiVersion: v1, kind: ConfigMap, metadata: {name: deep}}" + close);

        assertThat(Ingesting.ids(ingested)).containsExactly("k8s:-/core/ConfigMap/default/deep");
    }

    @Test
    void manyServicesThatPickManyPodsDoNotHang() {
        var text = new StringBuilder();
        for (int i = 0; i < 6_000; i++) {
            text.append("{apiVersion: v1, kind: Pod, metadata: {name: p")
                    .append(i)
                    .append(", labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}\n---\n")
                    .append("{apiVersion: v1, kind: Service, metadata: {name: s")
                    .append(i)
                    .append("}, spec: {selector: {a: b}}}\n---\n");
        }

        var ingested = Assertions.assertTimeout(Duration.ofSeconds(60), () -> Ingesting.text(text.toString()));

        assertThat(ingested.objects()).isEqualTo(12_000);
        assertThat(Ingesting.problems(ingested)).anyMatch(problem -> problem.startsWith("too-many-services"));
    }

    @Test
    void rolesThatAllSelectEachOtherDoNotHang() {
        var text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append("{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: r")
                    .append(i)
                    .append(", labels: {a: b}}, aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}]}, ")
                    .append("rules: [{verbs: [get], resources: [pods]}]}\n---\n")
                    .append("{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: b")
                    .append(i)
                    .append("}, roleRef: {kind: ClusterRole, name: r")
                    .append(i)
                    .append("}, subjects: [{kind: User, name: u}]}\n---\n");
        }

        var ingested = Assertions.assertTimeout(Duration.ofSeconds(60), () -> Ingesting.text(text.toString()));

        assertThat(Ingesting.problems(ingested)).anyMatch(problem -> problem.startsWith("too-many-rights"));
    }
}
