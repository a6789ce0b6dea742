package dev.bartizan.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets never leave the reader: each canary stands in one position that real manifests keep secrets in. */
class RedactionTest {
    /** Canaries look like {@code Cn4ry07Zz}; the number tells the position. */
    private static final Pattern CANARY = Pattern.compile("Cn4ry\\d\\dZz");

    private static final String PLATFORM = """
            apiVersion: v1
            kind: Secret
            metadata:
              name: plain
              annotations:
                kubectl.kubernetes.io/last-applied-configuration: |
                  {"apiVersion":"v1","kind":"Secret","data":{"any":"<base64 Cn4ry01Zz>"}}
            data:
              any: <base64 Cn4ry02Zz>
              folded: >-
                <base64 Cn4ry03Zz>
            stringData:
              any: Cn4ry04Zz
              "quoted": "Cn4ry05Zz \\u0041"
              block: |
                some Cn4ry06Zz text
                and Cn4ry07Zz
              nested: {deep: [Cn4ry08Zz]}
            ---
            data:
              late: <base64 Cn4ry09Zz>
            kind: Secret
            apiVersion: v1
            ---
            apiVersion: v1
            kind: List
            items:
            - kind: Secret
              data: {any: <base64 Cn4ry10Zz>}
            - kind: ConfigMap
              data:
                application.properties: |
                  spring.datasource.url=jdbc:postgresql://db/x?password=Cn4ry11Zz&ssl=true
                  spring.datasource.password=Cn4ry12Zz
                  server.port=8080
                app.json: |
                  {"user": "bob", "token": "Cn4ry13Zz", "port": 80}
                app.yaml: |
                  server:
                    password: Cn4ry14Zz
                    port: 8080
                script.sh: |
                  export WANDB_API_KEY=Cn4ry15Zz
                  curl -u bob:Cn4ry16Zz -H "Authorization: Bearer Cn4ry17Zz" https://bob:Cn4ry18Zz@example.com/x
                  mysql -h db -pCn4ry19Zz
                DB_PASSWORD: Cn4ry20Zz
                dsn: postgres://app:Cn4ry21Zz@db.prod.svc:5432/app
                key.pem: |
                  -----BEGIN RSA PRIVATE KEY-----
                  Cn4ry22Zz
                  Cn4ry23Zz
                  -----END RSA PRIVATE KEY-----
                tls.key: "-----BEGIN PRIVATE KEY-----\\nCn4ry24Zz\\n-----END PRIVATE KEY-----\\n"
                .dockerconfigjson: '{"auths":{"h":{"auth":"<base64 bob:Cn4ry25Zz>"}}}'
                redis.conf: "requirepass Cn4ry26Zz"
            ---
            apiVersion: v1
            kind: SecretList
            items:
            - data: {any: <base64 Cn4ry27Zz>}
            ---
            apiVersion: v1
            kind: Pod
            spec:
              containers:
              - name: main
                image: redis
                command: [redis-server, --requirepass, Cn4ry28Zz]
                args:
                - --api-key=Cn4ry29Zz
                - --token
                - Cn4ry30Zz
                - "--db=postgres://u:Cn4ry31Zz@db/x"
                env:
                - name: OPENAI_API_KEY
                  value: Cn4ry32Zz
                - {name: DB_PASSWORD, value: "Cn4ry33Zz"}
                - name: HF_TOKEN
                  value: hf_Cn4ry34ZzAbcdefghijklmno
                - name: NEUTRAL
                  value: ghp_Cn4ry35ZzAbcdefghijklmno
                - name: HEADER
                  value: Basic <base64 bob:Cn4ry36Zz>
                - name: CA
                  value: <base64 -----BEGIN RSA PRIVATE KEY-----Cn4ry37Zz>
              - name: client
                command: [redis-cli]
                args: [-h, redis, -a, Cn4ry38Zz]
              - name: shell
                command: [sh, -c, "PGPASSWORD='Cn4ry39Zz' psql -h db"]
            ---
            apiVersion: example.org/v1
            kind: Custom
            spec:
              auth:
                clientSecret: Cn4ry40Zz
                adminPassword: Cn4ry41Zz
                apiKeys: [Cn4ry42Zz, Cn4ry43Zz]
                token: {value: Cn4ry44Zz}
              arguments:
                parameters:
                - name: db-password
                  default: Cn4ry45Zz
              innocent: &shared Cn4ry46Zz
              password: *shared
              numeric: {password: 12345678}
              "https://u:Cn4ry47Zz@h/x": key
            ---
            kind: Kustomization
            secretGenerator:
            - name: x
              literals:
              - any=Cn4ry48Zz
            """;

    private static final String BROKEN = """
            apiVersion: v1
            kind: Secret
            data:
              any: <base64 Cn4ry50Zz>
              "unclosed: Cn4ry51Zz
              Cn4ry52Zz
            password: [Cn4ry53Zz
            ---
            a: b
            ? {password: Cn4ry54Zz}
            : c
            password: |
              Cn4ry55Zz
            password: Cn4ry56Zz
            """;

    @Test
    void noCanaryIsLeftInTreesProblemsOrExcerpts(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("platform.yaml"), encoded(PLATFORM));
        Files.writeString(folder.resolve("broken.yaml"), encoded(BROKEN));
        Files.writeString(
                folder.resolve("platform.json"),
                "{\"kind\":\"Secret\",\"data\":{\"any\":\"" + base64("Cn4ry60Zz") + "\"}}");
        Files.writeString(
                folder.resolve("broken.json"),
                "{\"kind\":\"Secret\",\"data\":{\"any\":\"" + base64("Cn4ry61Zz") + "\",}}");
        Files.writeString(folder.resolve("glpat-Cn4ry62ZzAbcdefghijkl.yaml"), "a: [");

        Reading reading = SourceReader.of(ReadOptions.defaults()).read(List.of(folder), InputStream.nullInputStream());

        assertThat(reading.files()).hasSize(5);
        assertNoCanary(reading, encoded(PLATFORM) + encoded(BROKEN));
    }

    @Test
    void standardInputIsKeptMaskedOnly() {
        Reading reading = SourceReader.of(ReadOptions.defaults())
                .read(
                        List.of(Path.of("-")),
                        new java.io.ByteArrayInputStream(
                                encoded(PLATFORM + "---\n" + BROKEN).getBytes(StandardCharsets.UTF_8)));

        assertThat(reading.documents()).hasSizeGreaterThan(7);
        assertNoCanary(reading, encoded(PLATFORM));
        assertThat(String.valueOf(reading.files().getFirst().origin())).doesNotContainPattern(CANARY);
    }

    @Test
    void theRestOfATextStaysReadable() {
        Node data = SourceReader.parse("a.yaml", encoded(PLATFORM))
                .documents()
                .get(2)
                .root()
                .orElseThrow()
                .get("items")
                .get(1)
                .get("data");

        assertThat(data.get("application.properties").text()).contains("""
                spring.datasource.url=jdbc:postgresql://db/x?password=***&ssl=true
                spring.datasource.password=***
                server.port=8080
                """);
        assertThat(data.get("app.json").text()).contains("{\"user\": \"bob\", \"token\": \"***\", \"port\": 80}\n");
        assertThat(data.get("dsn").text()).contains("postgres://***@db.prod.svc:5432/app");
        assertThat(data.get("key.pem").text())
                .contains("-----BEGIN RSA PRIVATE KEY-----\n***\n***\n-----END RSA PRIVATE KEY-----\n");
    }

    @Test
    void aRedactionTellsKindLengthAndWhetherEverybodyKnowsTheValue() {
        Node root =
                SourceReader.parse("a.yaml", """
                kind: Secret
                data:
                  accesskey: bWluaW8=
                  secretkey: bWluaW8xMjM=
                  other: c29tZXRoaW5nIGVsc2U=
                stringData: {password: changeme}
                """).documents().getFirst().root().orElseThrow();

        assertThat(redaction(root.at("data", "accesskey"))).isEqualTo(new Redaction("secret-data", 8, true));
        assertThat(redaction(root.at("data", "secretkey"))).isEqualTo(new Redaction("secret-data", 12, true));
        assertThat(redaction(root.at("data", "other"))).isEqualTo(new Redaction("secret-data", 20, false));
        assertThat(redaction(root.at("stringData", "password"))).isEqualTo(new Redaction("secret-data", 8, true));

        Node env =
                SourceReader.parse("b.yaml", """
                - {name: MYSQL_ROOT_PASSWORD, value: test}
                - {name: URL, value: "postgres://u:postgres@h/x"}
                - {name: AWS_ACCESS_KEY_ID, value: AKIAIOSFODNN7EXAMPLE}
                """).documents().getFirst().root().orElseThrow();
        assertThat(redaction(env.get(0).get("value"))).isEqualTo(new Redaction("password", 4, true));
        assertThat(redaction(env.get(1).get("value"))).isEqualTo(new Redaction("url-userinfo", 10, true));
        assertThat(redaction(env.get(2).get("value"))).isEqualTo(new Redaction("api-key", 20, false));
    }

    @Test
    void referencesAndHarmlessValuesStay() {
        Node root =
                SourceReader.parse("a.yaml", """
                kind: Pod
                spec:
                  automountServiceAccountToken: true
                  imagePullSecrets: [{name: regcred}]
                  volumes: [{name: v, secret: {secretName: db-credentials}}]
                  containers:
                  - env:
                    - name: DB_PASSWORD
                      valueFrom: {secretKeyRef: {name: db, key: password}}
                    - {name: PASSWORD, value: $(DB_PASSWORD)}
                    - {name: TOKEN_FILE, value: /var/run/token}
                    - {name: GOOGLE_API_KEY, value: GOOGLE_API_KEY_VAL}
                    - {name: API_TOKEN, value: ""}
                    - {name: MAX_TOKENS, value: "4096"}
                    - {name: USE_PASSWORD, value: "true"}
                    args: [--max-tokens, "512", --password-file, /etc/p, --token, $(TOKEN)]
                tokenSecretName: my-token
                existingSecret: my-secret
                tls: {secret: my-tls-secret}
                externalSecret: [{secretKey: db-password, remoteRef: {key: x}}]
                tokens: 512
                token: 512
                password: null
                """).documents().getFirst().root().orElseThrow();

        assertThat(redacted(root)).isEmpty();
    }

    @Test
    void binaryFilesOfAConfigMapAreMaskedWhenTheyHoldASecret() {
        Node root =
                SourceReader.parse("a.yaml", """
                kind: ConfigMap
                binaryData:
                  store: /u3+7QAAAAIAAAABAAAAAQAGc2VydmVy
                  client.P12: MIIKPAIBAzCCCfYGCSqGSIb3
                  settings: Y2xpZW50X3NlY3JldDogU3VwM3JTM2NyM3RWYWx1ZTEyCg==
                  logo.png: iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB
                  broken: "%%%"
                """).documents().getFirst().root().orElseThrow();
        Node files = root.get("binaryData");

        assertThat(redaction(files.get("store")).kind()).isEqualTo("private-key");
        assertThat(redaction(files.get("client.P12")).kind()).isEqualTo("private-key");
        assertThat(redaction(files.get("settings")).kind()).isEqualTo("secret");
        assertThat(files.get("logo.png").text()).contains("iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB");
        assertThat(files.get("broken").text()).contains("%%%");
    }

    @Test
    void inASecretOnlyHostsAndPlaceholdersStay() {
        Node texts =
                SourceReader.parse("a.yaml", """
                kind: Secret
                stringData:
                  token: <REPLACE_WITH_YOUR_TOKEN>
                  other: ${TOKEN}
                  AWS_ENDPOINT_URL: http://minio.storage:9000
                  host: correct-horse
                  endpoint: https://u:correct@minio.storage
                  url: http://hooks.example
                data: {host: minio.storage}
                """).documents().getFirst().root().orElseThrow();
        Node data = texts.get("stringData");

        assertThat(data.get("token").text()).contains("<REPLACE_WITH_YOUR_TOKEN>");
        assertThat(data.get("other").text()).contains("${TOKEN}");
        assertThat(data.get("AWS_ENDPOINT_URL").text()).contains("http://minio.storage:9000");
        assertThat(redaction(data.get("AWS_ENDPOINT_URL")).kind()).isEqualTo("secret-data");
        for (String key : List.of("host", "endpoint", "url")) {
            assertThat(data.get(key).text()).as(key).contains("***");
        }
        assertThat(texts.get("data").get("host").text()).contains("***");
    }

    @Test
    void keysOfASecretStay() {
        Node root = SourceReader.parse("a.yaml", encoded(PLATFORM))
                .documents()
                .getFirst()
                .root()
                .orElseThrow();

        assertThat(((Mapping) root.get("data")).keys()).containsExactly("any", "folded");
    }

    private static void assertNoCanary(Reading reading, String source) {
        var seen = new ArrayList<String>();
        seen.add(reading.toString());
        reading.problems().forEach(problem -> seen.add(problem + problem.remedy() + problem.location()));
        reading.documents().forEach(document -> document.root().ifPresent(root -> texts(root, seen)));
        Excerpts excerpts = reading.excerpts();
        for (SourceFile file : reading.files()) {
            for (int line = 1; line <= file.lines(); line++) {
                Excerpts.Excerpt excerpt = excerpts.of(new Location(file.name(), line, 1, ""), 2);
                assertThat(excerpt).isInstanceOf(Excerpts.Shown.class);
                seen.add(excerpt.toString());
            }
        }
        assertThat(source).containsPattern(CANARY);
        for (String text : seen) {
            assertThat(text).doesNotContainPattern(CANARY);
            for (int number = 0; number < 100; number++) {
                String encoded = base64("Cn4ry" + number / 10 + number % 10 + "Zz");
                assertThat(text).doesNotContain(encoded.substring(0, encoded.length() - 1));
            }
        }
    }

    private static void texts(Node root, List<String> texts) {
        texts.add(root.toString());
        switch (root) {
            case Mapping mapping -> {
                texts.addAll(mapping.keys());
                mapping.values().forEach(value -> texts(value, texts));
            }
            case Sequence sequence -> sequence.items().forEach(item -> texts(item, texts));
            case Scalar scalar -> {
                texts.add(scalar.raw());
                scalar.redaction().ifPresent(redaction -> texts.add(redaction.toString()));
            }
            case Absent _ -> {}
        }
    }

    private static List<String> redacted(Node root) {
        var found = new ArrayList<String>();
        switch (root) {
            case Mapping mapping -> {
                for (int i = 0; i < mapping.size(); i++) {
                    found.addAll(redacted(mapping.value(i)));
                }
            }
            case Sequence sequence -> sequence.items().forEach(item -> found.addAll(redacted(item)));
            case Scalar scalar -> scalar.redaction().ifPresent(_ -> found.add(scalar.location() + " " + scalar.raw()));
            case Absent _ -> {}
        }
        return found;
    }

    private static Redaction redaction(Node node) {
        return node instanceof Scalar scalar ? scalar.redaction().orElseThrow() : new Redaction("none", 0, false);
    }

    private static String encoded(String text) {
        return Pattern.compile("<base64 ([^>]*)>").matcher(text).replaceAll(match -> base64(match.group(1)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
