package dev.bartizan.ingest.links;

import static dev.bartizan.ingest.Ingesting.asset;
import static dev.bartizan.ingest.Ingesting.ids;
import static dev.bartizan.ingest.Ingesting.links;
import static dev.bartizan.ingest.Ingesting.property;
import static dev.bartizan.ingest.Ingesting.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.ingest.Ingested;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfiguredLinksTest {
    private static final String SERVICES = """
            {apiVersion: v1, kind: Service, metadata: {name: redis, namespace: ml}, spec: {ports: [{port: 6379}]}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: redis, namespace: data}, spec: {ports: [{port: 6379}]}}
            ---
            {apiVersion: v1, kind: Service, metadata: {name: mysql, namespace: data}, spec: {ports: [{port: 3306}]}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: minio, namespace: data}
            spec: {selector: {app: minio}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: minio, namespace: data}
            spec:
              template:
                metadata: {labels: {app: minio}}
                spec: {containers: [{name: c, image: minio/minio}]}
            ---
            {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: models, namespace: ml}}
            ---
            """;

    private static Ingested pod(String image, String container) {
        return text(SERVICES + """
                apiVersion: v1
                kind: Pod
                metadata: {name: p, namespace: ml}
                spec:
                  volumes: [{name: m, persistentVolumeClaim: {claimName: models}}]
                  containers:
                    - name: c
                      image: %s
                """.formatted(image) + container.indent(6));
    }

    /** {@code kind target} of what the pod is linked to by its settings. */
    private static List<String> talks(Ingested ingested) {
        return links(ingested).stream()
                .filter(link -> link.startsWith("core/Pod/ml/p"))
                .filter(link -> !link.contains("-pulls->") && !link.contains("-mounts->") && !link.contains("-pulls->"))
                .map(link -> link.replaceAll("^\\S+ -(\\S+)-> (\\S+) at .*", "$1 $2"))
                .toList();
    }

    private static List<String> environment(String name, String value) {
        return talks(pod("own/app", "env: [{name: %s, value: \"%s\"}]".formatted(name, value)));
    }

    @Test
    void aShortNameIsThatOfTheOwnNamespace() {
        assertThat(environment("X", "redis:6379")).containsExactly("calls core/Service/ml/redis");
        assertThat(environment("REDIS_URL", "redis://redis")).containsExactly("calls core/Service/ml/redis");
        assertThat(environment("X", "mysql:3306")).isEmpty();
    }

    @Test
    void longerNamesSayTheNamespace() {
        assertThat(environment("X", "redis.data:6379")).containsExactly("calls core/Service/data/redis");
        assertThat(environment("X", "http://redis.data.svc/x")).containsExactly("calls core/Service/data/redis");
        assertThat(environment("X", "redis-0.redis.data.svc.cluster.local"))
                .containsExactly("calls core/Service/data/redis");
        assertThat(environment("X", "redis-0.redis:6379")).containsExactly("calls core/Service/ml/redis");
    }

    @Test
    void aBareWordIsAHostOnlyUnderTheNameOfAnAddress() {
        assertThat(environment("REDIS_HOST", "redis")).containsExactly("calls core/Service/ml/redis");
        assertThat(environment("FLAVOUR", "redis")).isEmpty();
        assertThat(environment("OAUTH_REDIRECT_URL", "http://redis/callback")).isEmpty();
    }

    @Test
    void aNameOfTheClusterThatNothingHasIsReportedAndNoLink() {
        var ingested = pod(
                "own/app",
                "env: [{name: X, value: \"http://gone.data.svc:80\"}, {name: Y, value: \"http://gone.data\"}]");

        assertThat(talks(ingested)).isEmpty();
        assertThat(ids(ingested)).noneMatch(id -> id.startsWith("ext:gone"));
        assertThat(ingested.problems())
                .anyMatch(problem ->
                        problem.message().equals("2 references to objects of kind Service lead out of the input."));
    }

    @Test
    void argumentsAndVariablesWithinThem() {
        assertThat(talks(pod("own/app", """
                env: [{name: HOST, value: redis.data}]
                command: [sh, -c, "exec app --cache $(HOST):6379"]
                args: [--db-host, mysql.data, "--proxy=http://redis:1", --verbose]
                """)))
                .containsExactlyInAnyOrder(
                        "calls core/Service/data/redis",
                        "calls core/Service/data/mysql",
                        "calls core/Service/ml/redis");
    }

    @Test
    void objectStoresAreReadOrWrittenAsTheNameSays() {
        assertThat(environment("DATA", "s3://train/x")).containsExactly("reads ext:s3:train");
        assertThat(environment("OUTPUT_DIR", "s3://train/x")).containsExactly("writes ext:s3:train");
        assertThat(environment("STORAGE_URI", "gs://weights/x")).containsExactly("loads ext:gs:weights");
        assertThat(environment("DATA", "gs://BUCKET_NAME/x")).isEmpty();
    }

    @Test
    void aBucketLiesInTheStoreThatTheContainerIsToldOf() {
        assertThat(talks(pod("own/app", """
                env:
                  - {name: AWS_ENDPOINT_URL, value: "http://minio.data:9000"}
                  - {name: OUTPUT, value: "s3://train/x"}
                """)))
                .containsExactlyInAnyOrder("reads core/Service/data/minio", "writes core/Service/data/minio");
    }

    @Test
    void modelsComeFromTheHubUnlessTheContainerIsOffline() {
        assertThat(talks(pod("vllm/vllm-openai", "args: [--model, meta-llama/Llama-3.2-1B]")))
                .containsExactly("loads ext:huggingface.co");
        assertThat(talks(pod("vllm/vllm-openai", """
                args: [--model=meta-llama/Llama-3.2-1B]
                env: [{name: HF_HUB_OFFLINE, value: "1"}]
                """))).isEmpty();
        assertThat(talks(pod("ghcr.io/berriai/litellm", "args: [--model, openai/gpt-4o]")))
                .isEmpty();
    }

    @Test
    void aPathIsTheClaimThatIsMountedThere() {
        assertThat(talks(pod("vllm/vllm-openai", """
                args: [--model, /models/llama]
                volumeMounts: [{name: m, mountPath: /models/}]
                """))).containsExactly("loads core/PersistentVolumeClaim/ml/models");
        assertThat(talks(pod("own/app", """
                args: [--output_dir=/models/llama]
                volumeMounts: [{name: m, mountPath: /models}]
                """))).containsExactly("writes core/PersistentVolumeClaim/ml/models");
    }

    @Test
    void externalPartiesHaveTheRoleThatIsKnownOfTheirHost() {
        var ingested = pod("own/app", """
                env:
                  - {name: OPENAI_API_BASE, value: "https://api.openai.com/v1"}
                  - {name: PARTNER, value: "https://user:hunter2secret@scores.partner.example/x?token=abcdef"}
                """);

        assertThat(talks(ingested))
                .containsExactlyInAnyOrder("calls ext:api.openai.com", "calls ext:scores.partner.example");
        assertThat(asset(ingested, "ext:api.openai.com").classification().role())
                .isEqualTo("model-api");
        assertThat(asset(ingested, "ext:scores.partner.example")
                        .classification()
                        .role())
                .isEqualTo("external-party");
        assertThat(String.join(" ", ids(ingested)) + links(ingested) + ingested.problems())
                .doesNotContain("hunter2secret")
                .doesNotContain("abcdef");
    }

    @Test
    void configMapsSpeakForWhoeverReadsThem() {
        var ingested = text(SERVICES + """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings, namespace: ml}
                data:
                  DB_HOST: mysql.data
                  app.yaml: |
                    # http://redis.ml
                    cache: {url: "redis://redis.data:6379"}
                    docs: https://docs.example.com/page
                    tracking_url: https://tracking.example.com
                  _example: "http://minio.data"
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: p, namespace: ml}
                spec:
                  volumes: [{name: s, configMap: {name: settings}}]
                  containers: [{name: c, image: own/app}]
                """);

        assertThat(talks(ingested))
                .containsExactlyInAnyOrder(
                        "calls core/Service/data/mysql",
                        "calls core/Service/data/redis",
                        "calls ext:tracking.example.com");
        assertThat(links(ingested))
                .anyMatch(link -> link.contains("data/redis at test.yaml") && link.endsWith(" /data/app.yaml"));
    }

    @Test
    void aFileThatNamesItsReaderIsADirectoryAndNoLink() {
        var ingested = text(SERVICES + """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: all, namespace: data}, data: {A_HOST: minio, B_HOST: mysql}}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: minio, namespace: data}
                spec:
                  template:
                    metadata: {labels: {app: minio}}
                    spec: {containers: [{name: c, image: own/c, envFrom: [{configMapRef: {name: all}}]}]}
                """.replace("name: minio, namespace: data", "name: store, namespace: data"));

        assertThat(links(ingested))
                .filteredOn(link -> link.contains("-calls->"))
                .isEmpty();
        assertThat(ingested.problems()).extracting(problem -> problem.code()).contains("directory-of-addresses");
    }

    @Test
    void aKeyOfAConfigMapBecomesAVariable() {
        assertThat(talks(text(SERVICES + """
                {apiVersion: v1, kind: ConfigMap, metadata: {name: db, namespace: ml}, data: {host: mysql.data}}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: p, namespace: ml}
                spec:
                  containers:
                    - name: c
                      image: own/app
                      env: [{name: H, valueFrom: {configMapKeyRef: {name: db, key: host}}}]
                      args: ["--db_host=$(H)"]
                """))).containsExactly("calls core/Service/data/mysql");
    }

    @Test
    void fieldsOfCustomResourcesSpeakToo() {
        var ingested = text(SERVICES + """
                apiVersion: serving.kserve.io/v1beta1
                kind: InferenceService
                metadata: {name: iris, namespace: ml}
                spec: {predictor: {model: {modelFormat: {name: sklearn}, storageUri: "pvc://models/iris"}}}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: client, namespace: ml}
                spec:
                  template:
                    spec:
                      containers: [{name: c, image: own/c, env: [{name: URL, value: "http://iris-predictor.ml.svc.cluster.local"}]}]
                """);

        assertThat(links(ingested))
                .anyMatch(
                        link -> link.startsWith(
                                "serving.kserve.io/InferenceService/ml/iris -loads-> core/PersistentVolumeClaim/ml/models at test.yaml:"))
                .anyMatch(link -> link.startsWith(
                        "apps/Deployment/ml/client -calls-> core/Service/ml/iris-predictor at test.yaml:"))
                .anyMatch(
                        link -> link.startsWith(
                                "core/Service/ml/iris-predictor -exposes-> serving.kserve.io/InferenceService/ml/iris at test.yaml:"));
    }

    @Test
    void whatStandsAboveAFieldBelongsToItsName() {
        assertThat(links(text("""
                apiVersion: argoproj.io/v1alpha1
                kind: Workflow
                metadata: {name: w, namespace: ml}
                spec:
                  templates:
                    - name: t
                      inputs: {artifacts: [{name: a, http: {url: "https://data.example.com/x"}}]}
                      outputs: {artifacts: [{name: b, s3: {endpoint: "s3.amazonaws.com"}}]}
                      arguments: {parameters: [{name: ip, value: "{{steps.svc.ip}}"}]}
                """)))
                .containsExactlyInAnyOrder(
                        "argoproj.io/Workflow/ml/w -calls-> ext:data.example.com at test.yaml:7 /spec/templates/0/inputs/artifacts/0/http/url",
                        "argoproj.io/Workflow/ml/w -writes-> ext:s3.amazonaws.com at test.yaml:8 /spec/templates/0/outputs/artifacts/0/s3/endpoint");
    }

    @Test
    void weightsAreLoadedWhoeverKeepsThem() {
        assertThat(environment("STORAGE_URI", "oci://registry.example.com/team/model:1"))
                .containsExactly("loads ext:registry.example.com");
        assertThat(environment("MODEL_URL", "https://api.example.com")).containsExactly("calls ext:api.example.com");
    }

    @Test
    void thePlatformsOwnPublicNamesAreNobodyOutside() {
        assertThat(talks(text("""
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: i, namespace: ml}
                spec: {rules: [{host: labels.example.com}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: p, namespace: ml}
                spec: {containers: [{name: c, image: own/c, env: [{name: PUBLIC_HOST, value: "https://labels.example.com"}]}]}
                """))).isEmpty();
    }

    @Test
    void headersThatTellTheUserAreAProperty() {
        var ingested = pod("own/app", "env: [{name: USERID_HEADER, value: kubeflow-userid}]");
        assertThat(property(ingested, "k8s:-/core/Pod/ml/p", "trusts-header")).contains("kubeflow-userid");

        var proxy = pod("quay.io/oauth2-proxy/oauth2-proxy", "env: [{name: USERID_HEADER, value: kubeflow-userid}]");
        assertThat(property(proxy, "k8s:-/core/Pod/ml/p", "trusts-header")).isEmpty();
    }

    @Test
    void hostileSettingsEndWithoutALink() {
        var variables = new StringBuilder("env:\n");
        for (int i = 0; i < 10_000; i++) {
            variables
                    .append("  - {name: V")
                    .append(i)
                    .append(", value: \"$(V")
                    .append(i - 1)
                    .append(")$(V")
                    .append(i - 1)
                    .append(")http://redis\"}\n");
        }
        assertThat(talks(pod("own/app", variables.toString()))).hasSizeLessThan(2);
        assertThat(environment("URL", "http://" + "a.".repeat(200_000))).isEmpty();
        assertThat(environment("URL", "http://" + "x:".repeat(200_000) + "@redis"))
                .isEmpty();
        assertThat(environment("URL", "http://\\u202Eredis/ http://re\\0dis/ http://%72edis/"))
                .isEmpty();
    }

    @Test
    void ofASecretOnlyTheHostOfItsEndpointIsKnown() {
        var ingested = text(SERVICES + """
                apiVersion: v1
                kind: Secret
                metadata: {name: s3, namespace: ml}
                stringData:
                  AWS_ENDPOINT_URL: http://minio.data:9000
                  S3_ENDPOINT: http://reader:correct-horse-7@minio.data:9000
                  OTHER_ENDPOINT: Correct-Horse-7.example
                  AWS_SECRET_ACCESS_KEY: minio.data
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: one, namespace: ml}
                spec: {containers: [{name: c, image: own, envFrom: [{secretRef: {name: s3}}], args: [--input=s3://lake/x]}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: two, namespace: ml}
                spec: {containers: [{name: c, image: own, env: [{name: A, valueFrom: {secretKeyRef: {name: s3, key: AWS_ENDPOINT_URL}}}, {name: B, valueFrom: {secretKeyRef: {name: s3, key: AWS_SECRET_ACCESS_KEY}}}]}]}
                """);

        assertThat(links(ingested))
                .filteredOn(link ->
                        link.contains("core/Pod/ml/") && !link.contains("-mounts->") && !link.contains("-pulls->"))
                .extracting(link -> link.replaceAll("test.yaml:\\d+ ", ""))
                .containsExactly(
                        "core/Pod/ml/one -reads-> core/Service/data/minio at /stringData/AWS_ENDPOINT_URL",
                        "core/Pod/ml/two -reads-> core/Service/data/minio at /stringData/AWS_ENDPOINT_URL");
        assertThat(ids(ingested).toString() + links(ingested)).doesNotContain("orrect-", "lake");
    }

    @Test
    void aModelIsLoadedFromTheStoreThatTheAccountOfItsServiceNames() {
        var ingested = text(SERVICES + """
                apiVersion: v1
                kind: Secret
                metadata: {name: s3, namespace: ml, annotations: {serving.kserve.io/s3-endpoint: "minio.data:9000"}}
                ---
                {apiVersion: v1, kind: ServiceAccount, metadata: {name: models, namespace: ml}, secrets: [{name: s3}]}
                ---
                apiVersion: serving.kserve.io/v1beta1
                kind: InferenceService
                metadata: {name: chat, namespace: ml}
                spec: {predictor: {serviceAccountName: models, model: {modelFormat: {name: sklearn}, storageUri: "s3://models/x"}}}
                """);

        assertThat(links(ingested))
                .anyMatch(link -> link.startsWith(
                        "serving.kserve.io/InferenceService/ml/chat -loads-> core/Service/data/minio at"));
        assertThat(ids(ingested)).noneMatch(id -> id.startsWith("ext:s3"));
    }
}
