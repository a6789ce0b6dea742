package dev.bartizan.source.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretDetectorTest {
    /** No real one: made of the alphabet. */
    private static final String TAIL = "Abc123Def456Ghi789Jkl012Mno345Pqr678";

    private static final String JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJib2IifQ.c2lnbmF0dXJlLWlzLWhlcmU";

    static Stream<String> tokens() {
        return Stream.of(
                "hf_" + TAIL,
                "sk-" + TAIL,
                "sk-proj-" + TAIL,
                "sk-ant-api03-" + TAIL,
                "sk_live_" + TAIL,
                "AKIAIOSFODNN7EXAMPLE",
                "ASIAIOSFODNN7EXAMPLE",
                "ghp_" + TAIL,
                "gho_" + TAIL,
                "github_pat_" + TAIL,
                "glpat-" + TAIL,
                "xoxb-123456789012-" + TAIL,
                "AIzaSy" + TAIL,
                "nvapi-" + TAIL,
                JWT,
                "npm_" + TAIL,
                "hvs." + TAIL,
                "gsk_" + TAIL,
                "dckr_pat_" + TAIL);
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void aTokenIsMaskedWhereverItStands(String token) {
        assertThat(SecretDetector.mask(token)).isEqualTo("***");
        assertThat(SecretDetector.mask("see " + token + ", and more")).isEqualTo("see ***, and more");
        assertThat(SecretDetector.mask("x=\"" + token + "\"")).isEqualTo("x=\"***\"");
        assertThat(SecretDetector.mask("first line\n  " + token + "\nlast line"))
                .isEqualTo("first line\n  ***\nlast line");
    }

    @Test
    void oneTextMayHoldManySecrets() {
        assertThat(SecretDetector.mask("a hf_" + TAIL + " b password=S3cr3t! c https://u:p4ss@h/x"))
                .isEqualTo("a *** b password=*** c https://***@h/x");
    }

    static Stream<List<String>> masked() {
        return Stream.of(
                // Assignments
                List.of("password: S3cr3tPw", "password: ***"),
                List.of("  db_password: S3cr3t Pw # why", "  db_password: *** # why"),
                List.of("DB_PASSWORD=S3cr3tPw", "DB_PASSWORD=***"),
                List.of("export API_TOKEN='S3cr3t Pw'; run", "export API_TOKEN='***'; run"),
                List.of("{\"user\": \"bob\", \"token\": \"S3cr3tPw\"}", "{\"user\": \"bob\", \"token\": \"***\"}"),
                List.of("{\"token\":\"S3cr\\\"3tPw\",\"a\":1}", "{\"token\":\"***\",\"a\":1}"),
                List.of(
                        "{\\\"password\\\":\\\"S3cr3tPw\\\",\\\"a\\\":1}",
                        "{\\\"password\\\":\\\"***\\\",\\\"a\\\":1}"),
                List.of("{user: bob, password: S3cr3tPw, port: 1}", "{user: bob, password: ***, port: 1}"),
                List.of("c.Hub.api_token = \"S3cr3tPw\"", "c.Hub.api_token = \"***\""),
                List.of("os.environ[\"DB_PASSWORD\"] = 'S3cr3tPw'", "os.environ[\"DB_PASSWORD\"] = '***'"),
                List.of("secret_key := \"S3cr3tPw\"", "secret_key := \"***\""),
                List.of("-Dspring.datasource.password=S3cr3tPw -Xmx1g", "-Dspring.datasource.password=*** -Xmx1g"),
                List.of("user=u password=S3cr3tPw dbname=d", "user=u password=*** dbname=d"),
                List.of("sasl.password=S3cr3tPw,sasl.user=bob", "sasl.password=***,sasl.user=bob"),
                List.of("https://h/x?token=S3cr3tPw&y=1", "https://h/x?token=***&y=1"),
                List.of(
                        "Endpoint=https://h/;AccountKey=S3cr3tPw==;Suffix=x",
                        "Endpoint=https://h/;AccountKey=***;Suffix=x"),
                List.of("password: |\n  S3cr3t\n  Pw\nport: 1", "password: |\n  ***\n  ***\nport: 1"),
                List.of("password: 12345678", "password: ***"),
                List.of("token: ${TOKEN:-S3cr3tPw}", "token: ***"),
                // Options
                List.of("--api-key=S3cr3tPw", "--api-key=***"),
                List.of("serve --api-key S3cr3tPw --port 80", "serve --api-key *** --port 80"),
                List.of("mysql -u root -pS3cr3tPw -e 'SELECT 1'", "mysql -u root -p*** -e 'SELECT 1'"),
                List.of("redis-cli -h h -a S3cr3tPw ping", "redis-cli -h h -a *** ping"),
                List.of("curl -u bob:S3cr3tPw https://h", "curl -u bob:*** https://h"),
                List.of(
                        "curl -H \"Authorization: Bearer S3cr3tPw1\" https://h",
                        "curl -H \"Authorization: Bearer ***\" https://h"),
                List.of("curl -H 'X-Api-Key: S3cr3tPw' https://h", "curl -H 'X-Api-Key: ***' https://h"),
                List.of("docker login -u bob -p S3cr3tPw h", "docker login -u bob -p *** h"),
                List.of("sshpass -p S3cr3tPw ssh h", "sshpass -p *** ssh h"),
                List.of(
                        "mc alias set minio http://h:9000 S3cr3tId S3cr3tPw",
                        "mc alias set minio http://h:9000 *** ***"),
                List.of(
                        "kubectl create secret generic x --from-literal=a=S3cr3tPw",
                        "kubectl create secret generic x --from-literal=a=***"),
                // URLs
                List.of("postgres://u:S3cr3tPw@db:5432/x?sslmode=off", "postgres://***@db:5432/x?sslmode=off"),
                List.of("redis://:S3cr3tPw@h:6379/0", "redis://***@h:6379/0"),
                List.of("mongodb://u:S3cr3tPw@h1:1,h2:2/x", "mongodb://***@h1:1,h2:2/x"),
                List.of("amqp://u:S3cr/3t@Pw@h:5672", "amqp://***@h:5672"),
                List.of("https://S3cr3tPwOfSixteen@github.com/a/b.git", "https://***@github.com/a/b.git"),
                List.of("root:S3cr3tPw@tcp(db:3306)/x", "***@tcp(db:3306)/x"),
                List.of("a: http://u:S3cr3tPw@h, b: http://u:S3cr3tPw@h2", "a: http://***@h, b: http://***@h2"),
                // Announced
                List.of("Bearer S3cr3tPw1", "Bearer ***"),
                List.of("Basic dTpTM2NyM3RQdw==", "Basic ***"),
                List.of("dir /data\nrequirepass S3cr3tPw\nport 1", "dir /data\nrequirepass ***\nport 1"),
                List.of("CREATE USER x WITH PASSWORD 'S3cr3tPw';", "CREATE USER x WITH PASSWORD '***';"),
                List.of("CREATE USER x IDENTIFIED BY 'S3cr3tPw'", "CREATE USER x IDENTIFIED BY '***'"),
                List.of("machine h login u password S3cr3tPw", "machine h login u password ***"),
                List.of(
                        "{\"auths\":{\"h\":{\"auth\":\"dTpTM2NyM3RQdw==\"}}}",
                        "{\"auths\":{\"h\":{\"auth\":\"***\"}}}"),
                // Elements
                List.of("<password>S3cr3tPw</password>", "<password>***</password>"),
                List.of(
                        "<name>fs.s3a.secret.key</name>\n<value>S3cr3tPw</value>",
                        "<name>fs.s3a.secret.key</name>\n<value>***</value>"),
                // Secrets within a text
                List.of(
                        "apiVersion: v1\nkind: Secret\ndata:\n  a: eA==\n  b: |\n    eQ==\ntype: Opaque\n---\nkind: ConfigMap\ndata:\n  a: x",
                        "apiVersion: v1\nkind: Secret\ndata:\n  a: ***\n  b: |\n    ***\ntype: Opaque\n---\nkind: ConfigMap\ndata:\n  a: x"),
                List.of("stringData:\n  a: x y\nkind: \"Secret\"", "stringData:\n  a: ***\nkind: \"Secret\""),
                List.of(
                        "items:\n- kind: Secret\n  data:\n    a: eA==\n- kind: Pod\n  data:\n    a: x",
                        "items:\n- kind: Secret\n  data:\n    a: ***\n- kind: Pod\n  data:\n    a: x"),
                List.of(
                        "echo '{\"kind\":\"Secret\",\"data\":{\"a\":\"eA==\"},\"type\":\"x\"}' | kubectl apply -f -",
                        "echo '{\"kind\":\"Secret\",\"data\":{***},\"type\":\"x\"}' | kubectl apply -f -"),
                // Keys
                List.of(
                        "x: |\n  -----BEGIN RSA PRIVATE KEY-----\n  S3cr3t\n  Pw\n  -----END RSA PRIVATE KEY-----\ny",
                        "x: |\n  -----BEGIN RSA PRIVATE KEY-----\n  ***\n  ***\n  -----END RSA PRIVATE KEY-----\ny"),
                List.of("-----BEGIN PRIVATE KEY-----\nS3cr3tPw", "-----BEGIN PRIVATE KEY-----\n***"),
                List.of(
                        "-----BEGIN OPENSSH PRIVATE KEY-----\\nS3cr3tPw\\n-----END OPENSSH PRIVATE KEY-----",
                        "-----BEGIN OPENSSH PRIVATE KEY-----***-----END OPENSSH PRIVATE KEY-----"),
                List.of("LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQpTM2NyM3RQdw==", "***"));
    }

    @ParameterizedTest
    @MethodSource("masked")
    void onlyTheSecretIsMasked(List<String> beforeAndAfter) {
        assertThat(SecretDetector.mask(beforeAndAfter.get(0))).isEqualTo(beforeAndAfter.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordFile: /etc/secrets/password",
                "secretName: my-tls",
                "secretEnv: OIDC_CLIENT_SECRET",
                "spark.kubernetes.driver.secretKeyRef.DB_TOKEN: lake:token",
                "password: $(DB_PASSWORD)",
                "password: ${DB_PASSWORD}",
                "PASSWORD=$DB_PASSWORD",
                "--password=$(cat /etc/password)",
                "--db_password=$(DBCONFIG_PASSWORD)",
                "TOKEN=$(curl -s -X PUT http://169.254.169.254/latest/api/token)",
                "password: {{ .Values.password }}",
                "password: <your password>",
                "token: insert-your-token-here",
                "token: \"\"",
                "token: null",
                "max_tokens: 512",
                "tokens: 4096",
                "eos_token: </s>",
                "--max-tokens 4096",
                "pad_token = \"<pad>\"",
                "password = get_password()",
                "token = self.token",
                "token = (folder / \"token\").read_text()",
                "c.Hub.client_secret = (folder / 'client').read_text()",
                "existingSecret: my-secret",
                "imagePullSecrets: regcred",
                "proxy_pass http://h;",
                "proxy_pass: http://h",
                "quay.io/x/refresh-token:v1.2",
                "registry/app:v1@sha256:0123456789abcdef",
                "git@github.com:org/repo.git",
                "ssh://git@github.com/org/repo",
                "https://h/@scope/package",
                "http://h:8080/a@b",
                "postgres://$(USER):$(PASSWORD)@db/x",
                "postgres://user:${PASSWORD}@db/x",
                "uses bearer authentication and basic authentication",
                "sk-learn-based-image-classification-pipeline",
                "task-sk-1",
                "key: password",
                "secretKeyRef: db-credentials",
                "the password must have 8 characters",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
                "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUI=",
                "# ====== CREDENTIALS ======",
                "credentials: |-\n  {\"a\": 1}",
                "a --- b -- c - d",
                "partition_key=abc",
                "publicKey: abcdef",
                "token_type: bearer",
                "kubectl get pods -n x"
            })
    void whatOnlyPointsAtASecretStays(String text) {
        assertThat(SecretDetector.mask(text)).isEqualTo(text);
    }

    @Test
    void maskingTwiceChangesNothing() {
        masked().map(List::getLast)
                .forEach(text -> assertThat(SecretDetector.mask(text)).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=",
                ":",
                "-",
                "--",
                "://",
                "a:b@",
                "@tcp(",
                "<a>",
                "eyJ",
                "Bearer ",
                "password=",
                "password: ",
                "\\\"",
                "-----BEGIN ",
                "sk-",
                "curl ",
                "mysql -p",
                "{{",
                "$(",
                "password: |\n ",
                "<name>",
                "a=",
                "token \"",
                "x://",
                "x://@",
                "password 'a",
                "password=$(",
                "authorization: $( ",
                "kind: Secret\ndata:\n",
                "data:\n",
                "kindSecret",
                "\"kind\":\"Secret\",\"data\":{",
                "credentials={"
            })
    void theCostGrowsWithTheLengthOnly(String piece) {
        String text = piece.repeat(200_000 / piece.length());

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(SecretDetector.mask(text)).isNotNull());
    }
}
