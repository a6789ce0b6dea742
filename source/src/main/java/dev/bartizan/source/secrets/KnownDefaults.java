package dev.bartizan.source.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Credentials that stand in the documentation or the default values of widely deployed software: whoever can reach the port knows them. Compared exactly,
 * but for case in those written in lower case. Each is stated in the public documentation, chart or image of the product named behind it.
 */
public final class KnownDefaults {
    /** Longer values cannot be one of these, encoded or not. */
    private static final int LONGEST_ENCODED = 64;

    private static final Set<String> VALUES = """
            # Any product
            admin administrator root guest test user default public secret password passw0rd p@ssw0rd password1
            password123 pass changeme changeit change-me change_me letmein welcome welcome1 qwerty 123456
            12345678 123456789 1234567890 1234 12345 admin123 admin1234 adminadmin root123 test123 test1234
            example demo temp foobar mysecretpassword supersecret secretpassword mypassword my-secret-pw
            rootpassword toor dev postgrespassword
            # MinIO, and Kubeflow Pipelines that ships with it
            minio minio123 minioadmin miniosecret minio-secret minio_password
            # Databases
            postgres postgresql mysql mariadb mongo mongodb redis sa neo4j cassandra clickhouse couchbase
            influxdb elastic opensearch oracle sakila
            # Kubeflow Pipelines, Katib, dex, Argo
            mlpipeline katib 12341234 kubeflow argo
            # MLflow, Airflow, JupyterHub, Superset, Label Studio, Metabase
            mlflow password1234 airflow jupyter jupyterhub superset label-studio
            # Grafana, Prometheus, Jenkins, Nexus, Harbor, Gitea, SonarQube
            prom-operator grafana jenkins Harbor12345 harbor gitea sonar
            # Queues and object stores
            rabbitmq kafka bitnami rook ceph
            # Vector stores and LLM front ends
            milvus Milvus qdrant weaviate sk-1234 litellm langfuse dify difyai123456 dspace EMPTY flowise
            langflow
            # Keycloak, OpenLDAP, Vault in development mode
            keycloak openldap ldap vault-root-token dev-only-token myroot s3cr3t hunter2
            """.lines()
            .filter(line -> !line.startsWith("#"))
            .flatMap(line -> Stream.of(line.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private KnownDefaults() {}

    public static boolean contains(String value) {
        return VALUES.contains(value) || VALUES.contains(lower(value));
    }

    private static String lower(String value) {
        return value.length() > LONGEST_ENCODED ? "" : value.toLowerCase(Locale.ROOT);
    }

    /** Whether a value of a Secret, which stands there in Base64, is one. */
    public static boolean containsEncoded(String value) {
        String trimmed = value.length() > LONGEST_ENCODED ? "" : value.strip();
        try {
            byte[] decoded = Base64.getDecoder().decode(trimmed);
            return decoded.length > 0 && contains(new String(decoded, StandardCharsets.UTF_8).strip());
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
