package dev.bartizan.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Plane;
import dev.bartizan.knowledge.files.KnowledgeFile;
import dev.bartizan.knowledge.files.Loaded;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.SourceReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignaturesTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();
    private static final Signatures SIGNATURES = Signatures.load(VOCABULARY);

    @Test
    void thereAreAtLeastFortyFiveComponentsEachWithASource() {
        assertThat(SIGNATURES.all())
                .hasSizeGreaterThanOrEqualTo(45)
                .allSatisfy(signature -> assertThat(signature.sources()).isNotEmpty());
    }

    @Test
    void theReasonNamesWhatWasSeenAndWhereTheSignatureStands() {
        var classification = classify("apps", "Deployment", "[{image: 'docker.io/vllm/vllm-openai:v0.9.1'}]", "{}");

        assertThat(classification.role()).isEqualTo("inference-endpoint");
        assertThat(classification.layer()).contains(Layer.MODEL);
        assertThat(classification.plane()).contains(Plane.DATA);
        assertThat(classification.component()).contains("vllm");
        assertThat(classification.reason())
                .matches("image docker.io/vllm/vllm-openai matches signature vllm at serving.yaml:[0-9]+");
    }

    @ParameterizedTest
    @CsvSource({
        "rayproject/ray:2.46.0-gpu, compute-cluster",
        "nvcr.io/nvidia/tritonserver:24.05-py3, inference-endpoint",
        "mirror.example/proxy/nvidia/tritonserver@sha256:abc, inference-endpoint",
        "redis, cache",
        "redis/redis-stack:7.2.0-v9, vector-store",
        "localhost:5000/bitnami/postgresql:16, database",
        "ghcr.io/kubeflow/kfp-api-server:2.5.0, pipeline-engine",
        "ghcr.io/kubeflow/kfp-metadata-envoy:2.5.0, metadata-store",
        "gcr.io/knative-releases/knative.dev/serving/cmd/activator@sha256:1, gateway",
        "opea/chatqna-ui:latest, ai-application",
        "opea/guardrails-tgi:latest, guardrail",
        "{username}/feast-server, feature-store",
        "mycompany/fraud-scoring:1.2, unknown",
        "'FILLED BY THE OPERATOR', unknown",
        "'', unknown",
        "///, unknown",
    })
    void imagesAreRecognisedByTheirLastSegments(String image, String role) {
        assertThat(classify("apps", "Deployment", "[{image: \"" + image + "\"}]", "{}")
                        .role())
                .isEqualTo(role);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[vllm, serve, some/model]                                     | vllm",
                "[python3, -m, vllm.entrypoints.openai.api_server, --port, 80] | vllm",
                "[sh, -c, 'cd /w && exec mlflow server --host 0.0.0.0']        | mlflow",
                "[/bin/bash, -c, \"set -e\\nTOKEN=x torchrun train.py\"]       | pytorch",
                "[/usr/local/bin/start-notebook.sh]                            | jupyter",
                "[python, train.py, --backend, vllm]                           | ",
                "[echo, ollama]                                                | ",
            })
    void programsAreRecognisedWhereTheyAreStartedAndNotAsArguments(String command, String component) {
        var classification = classify("batch", "Job", "[{image: own/thing, command: " + command + "}]", "{}");

        assertThat(classification.component().orElse("")).isEqualTo(component == null ? "" : component);
    }

    @Test
    void aKindDecidesBeforeAnImage() {
        var classification = classify("argoproj.io", "Workflow", "[{image: 'vllm/vllm-openai'}]", "{}");

        assertThat(classification.role()).isEqualTo("pipeline");
        assertThat(classification.reason()).startsWith("kind argoproj.io/Workflow matches signature argo-workflow at");
    }

    @Test
    void aSidecarDecidesOnlyWhenNothingElseDoes() {
        var proxy = "{image: 'gcr.io/istio-release/proxyv2:1.26'}";

        assertThat(classify("apps", "Deployment", "[" + proxy + ", {image: 'mysql:8'}]", "{}")
                        .component())
                .contains("mysql");
        assertThat(classify("apps", "Deployment", "[" + proxy + "]", "{app: istio-ingressgateway}")
                        .role())
                .isEqualTo("gateway");
        assertThat(classify("apps", "Deployment", "[" + proxy + "]", "{}").role())
                .isEqualTo("mesh-proxy");
    }

    @Test
    void labelsEnvironmentAndPortsDecideWhenTheImageIsOwn() {
        assertThat(classify("apps", "StatefulSet", "[{image: own/cache}]", "{app.kubernetes.io/name: redis}")
                        .reason())
                .startsWith("label app.kubernetes.io/name=redis matches signature redis");
        assertThat(classify("core", "Pod", "[{image: own/x}]", "{ray.io/cluster: prod}")
                        .component())
                .contains("ray-cluster");
        assertThat(classify("apps", "Deployment", "[{image: own/x, env: [{name: OLLAMA_ORIGINS, value: '*'}]}]", "{}")
                        .component())
                .contains("ollama");
        assertThat(classify("apps", "Deployment", "[{image: own/x, ports: [{containerPort: 19530}]}]", "{}")
                        .component())
                .contains("milvus");
    }

    @Test
    void theNameOfTheObjectDecidesWhenNothingElseDoesButASidecar() {
        var patch = classify("apps", "Deployment", "gpu-operator", "[{name: manager, args: [-v]}]", "{}");
        var proxied = classify("apps", "Deployment", "gpu-operator", "[{image: kube-rbac-proxy}]", "{}");
        var other = classify("apps", "Deployment", "gpu-operator", "[{image: 'mysql:8'}]", "{}");

        assertThat(patch.reason()).startsWith("name gpu-operator matches signature nvidia-gpu-operator");
        assertThat(proxied.role()).isEqualTo("accelerator-operator");
        assertThat(other.role()).isEqualTo("database");
    }

    @Test
    void kindsOfKubernetesHaveTheirRolesAndWorkloadsDoNot() {
        assertThat(classify("core", "Service", "[]", "{}").role()).isEqualTo("network-service");
        assertThat(classify("core", "Service", "[]", "{}").reason())
                .matches("kind core/Service is listed at kinds.yaml:[0-9]+");
        assertThat(classify("security.istio.io", "AuthorizationPolicy", "[]", "{}")
                        .role())
                .isEqualTo("policy");
        assertThat(classify("apps", "Deployment", "[]", "{}")).isEqualTo(Classification.UNKNOWN);
        assertThat(classify("example.org", "Something", "[]", "{}")).isEqualTo(Classification.UNKNOWN);
    }

    @Test
    void wrongTypesEverywhereAreSimplyNoMatch() {
        for (String containers :
                List.of("[1, null, [], text]", "[{image: [], command: {}, args: 7, env: x, ports: {}}]")) {
            assertThat(classify("apps", "Deployment", containers, "[1]")).isEqualTo(Classification.UNKNOWN);
        }
    }

    @Test
    void mostComponentsTellWhoIsLetInWhatTheyNeedAndWhatTheyCreate() {
        assertThat(SIGNATURES.all().stream()
                        .filter(signature -> !signature.authentication().isEmpty()
                                || !signature.needs().isEmpty()
                                || !signature.creates().isEmpty()))
                .hasSizeGreaterThanOrEqualTo(120);
        assertThat(SIGNATURES.all().stream()
                        .filter(signature -> !signature.authentication().isEmpty()))
                .hasSizeGreaterThanOrEqualTo(100);
        assertThat(SIGNATURES.all().stream()
                        .filter(signature -> !signature.creates().isEmpty()))
                .hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void theKeyOfVllmGuardsOnePathAndLeavesOthersOpen() {
        var vllm = SIGNATURES.component("vllm").orElseThrow();

        assertThat(vllm.ports())
                .extracting(port -> port.port() + " " + port.purpose())
                .containsExactly("8000 DATA", "14579 FABRIC");
        assertThat(vllm.authentication())
                .anySatisfy(facet -> {
                    assertThat(facet.paths()).contains("/v1");
                    assertThat(facet.mechanism()).isEqualTo(Authentication.Mechanism.API_KEY);
                    assertThat(facet.byDefault()).isEqualTo(Authentication.Access.OPEN);
                })
                .anySatisfy(facet -> {
                    assertThat(facet.paths()).contains("/invocations");
                    assertThat(facet.mechanism()).isEqualTo(Authentication.Mechanism.NONE);
                });
    }

    @Test
    void aControllerNamesWhatItCreatesAfterItsResource() {
        var head = SIGNATURES.creations("ray.io/RayCluster").getFirst();
        var route = SIGNATURES.creations("kubeflow.org/Notebook").stream()
                .filter(creation -> creation.kindName().equals("VirtualService"))
                .findFirst()
                .orElseThrow();

        assertThat(head.nameFor("prod", "ml")).isEqualTo("prod-head-svc");
        assertThat(head.namespaceFor("prod", "ml")).isEqualTo("ml");
        assertThat(route.nameFor("lab", "team-a")).isEqualTo("notebook-team-a-lab");
        assertThat(SIGNATURES.creations("kubeflow.org/Profile"))
                .anySatisfy(creation -> {
                    assertThat(creation.kind()).isEqualTo("core/Namespace");
                    assertThat(creation.namespaceFor("team-a", "-")).isEqualTo("-");
                })
                .anySatisfy(creation -> {
                    assertThat(creation.nameFor("team-a", "-")).isEqualTo("default-editor");
                    assertThat(creation.namespaceFor("team-a", "-")).isEqualTo("team-a");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ports: [{port: 1, purpose: dta, meaning: x}]                              | 'dta'",
                "ports: [{port: 70000, purpose: data, meaning: x}]                         | 70000 is no port",
                "ports: [{port: 1, purpose: data, meaning: x}, {port: 1, purpose: data, meaning: z}] | port 1 stands twice",
                "authentication: [{ports: [9], mechanism: none, by-default: open, source: 'https://a.b'}] | The port 9 is none",
                "authentication: [{mechanism: none, by-default: enforced, source: 'https://a.b'}] | the default is 'open'",
                "authentication: [{mechanism: token, by-default: open, source: 'https://a.b'}] | enforced by somebody",
                "authentication: [{mechanism: header, enforced-by: gateway, by-default: open, source: 'https://a.b'}] | names the header",
                "authentication: [{mechanism: none, by-default: open, source: a.b}]         | 'a.b' is no source",
                "needs: [{role: databse, why: x, source: 'https://a.b'}]                    | did you mean 'database'",
                "needs: [{component: twoo, why: x, source: 'https://a.b'}]                  | 'twoo' is no component",
                "needs: [{role: database, component: two, why: x, source: 'https://a.b'}]   | names one peer",
                "needs: [{rol: database, why: x, source: 'https://a.b'}]                    | Unknown key 'rol'",
                "creates: [{kind: Service, of: a.b/C, name: x, why: x, source: 'https://a.b'}] | is no group and kind",
                "creates: [{kind: core/Service, of: a.b/D, name: x, why: x, source: 'https://a.b'}] | 'a.b/D' is no kind",
                "creates: [{kind: core/Service, of: a.b/C, name: '{nam}', why: x, source: 'https://a.b'}] | a place that nothing fills",
            })
    void wrongFactsAreLoadErrors(String fact, String message) {
        var file = new KnowledgeFile("signatures/x.yaml", """
                signatures:
                  - id: two
                    name: Two
                    role: trainer
                    match: {kinds: [a.b/C]}
                    %s
                    sources: ["https://example.org"]
                """.formatted(fact));

        assertThat(problems(file))
                .isNotEmpty()
                .anySatisfy(problem -> assertThat(problem.message()).contains(message))
                .allSatisfy(problem -> assertThat(problem.location()).isPresent());
    }

    @Test
    void whereTwoSignaturesMatchAlikeTheFirstByNameDecidesAndTheReasonNamesTheOther() {
        var file = new KnowledgeFile("signatures/x.yaml", """
                signatures:
                  - {id: zeta, name: Z, role: trainer, match: {images: ["abc-*"]}, sources: ["https://example.org"]}
                  - {id: alpha, name: A, role: cache, match: {images: ["*-def"]}, sources: ["https://example.org"]}
                  - {id: exact, name: E, role: database, match: {images: [abc-x-def]}, sources: ["https://example.org"]}
                """);
        var signatures = good(file);

        assertThat(signatures.classify(subject("own/abc-def")).reason())
                .contains("matches signature alpha")
                .endsWith("; zeta matches it as well");
        assertThat(signatures.classify(subject("own/abc-x-def")).reason())
                .contains("matches signature exact")
                .doesNotContain("as well");
    }

    private static Signatures good(KnowledgeFile file) {
        return switch (Signatures.read(VOCABULARY, List.of(file), KnowledgeFile.packaged("kinds.yaml"))) {
            case Loaded.Good<Signatures> good -> good.value();
            case Loaded.Bad<Signatures> bad -> throw new AssertionError(bad.problems());
        };
    }

    private static Subject subject(String image) {
        Node root = SourceReader.parse("test.yaml", "containers: [{image: " + image + "}]\n")
                .documents()
                .getFirst()
                .root()
                .orElseThrow();
        return new Subject(
                "apps",
                "Deployment",
                "it",
                root.get("labels"),
                root.get("containers").items());
    }

    @Test
    void aMisspeltRoleOrKeyIsALoadErrorWithItsPlace() {
        var file = new KnowledgeFile("signatures/x.yaml", """
                signatures:
                  - id: one
                    name: One
                    role: trainr
                    match: {images: [one]}
                    sources: ["https://example.org"]
                """);
        var misspeltKey = new KnowledgeFile("signatures/y.yaml", """
                signatures:
                  - id: two
                    name: Two
                    role: trainer
                    match: {image: [two]}
                    sources: ["https://example.org"]
                """);

        assertThat(problems(file)).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("'trainr' is no role; did you mean 'trainer'?");
            assertThat(problem.location())
                    .hasValueSatisfying(
                            location -> assertThat(location.toString()).startsWith("x.yaml:2:"));
        });
        assertThat(problems(misspeltKey))
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("did you mean 'images'"));
    }

    @Test
    void twoSignaturesOnOneValueAreRefused() {
        var file = new KnowledgeFile("signatures/x.yaml", """
                signatures:
                  - {id: one, name: One, role: trainer, match: {images: [same]}, sources: ["https://example.org"]}
                  - {id: two, name: Two, role: cache, match: {images: [same]}, sources: ["http://example.org"]}
                """);

        assertThat(problems(file))
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "The image 'same' already stands at x.yaml:2:5.", "'http://example.org' is no source.");
    }

    private static List<Problem> problems(KnowledgeFile file) {
        return switch (Signatures.read(VOCABULARY, List.of(file), KnowledgeFile.packaged("kinds.yaml"))) {
            case Loaded.Good<Signatures> _ -> List.of();
            case Loaded.Bad<Signatures> bad -> bad.problems();
        };
    }

    private static Classification classify(String group, String kind, String containers, String labels) {
        return classify(group, kind, "it", containers, labels);
    }

    private static Classification classify(String group, String kind, String name, String containers, String labels) {
        Node root = SourceReader.parse("test.yaml", "containers: " + containers + "\nlabels: " + labels + "\n")
                .documents()
                .getFirst()
                .root()
                .orElseThrow();
        return SIGNATURES.classify(new Subject(
                group, kind, name, root.get("labels"), root.get("containers").items()));
    }
}
