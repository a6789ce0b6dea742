package dev.bartizan.ingest.objects;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads addresses leniently: nothing in it throws, and what looks half like one is none. */
final class AddressReader {
    private static final int LONGEST = 2_048;
    private static final int LONGEST_HOST = 253;
    private static final int HIGHEST_PORT = 65_535;

    private static final Set<String> BUCKET_SCHEMES =
            Set.of("s3", "s3a", "s3n", "gs", "gcs", "minio", "az", "azure", "oss", "obs", "cos", "r2", "ceph");
    /** The store's account follows the container: {@code abfss://container@account.dfs.core.windows.net}. */
    private static final Set<String> NETWORK_SCHEMES = Set.of(
            "http",
            "https",
            "grpc",
            "grpcs",
            "tcp",
            "udp",
            "tls",
            "ws",
            "wss",
            "h2c",
            "redis",
            "rediss",
            "valkey",
            "postgres",
            "postgresql",
            "mysql",
            "mariadb",
            "mongodb",
            "amqp",
            "amqps",
            "kafka",
            "nats",
            "pulsar",
            "mqtt",
            "thrift",
            "hdfs",
            "webhdfs",
            "nfs",
            "ftp",
            "sftp",
            "ssh",
            "git",
            "ldap",
            "ldaps",
            "clickhouse",
            "cassandra",
            "neo4j",
            "bolt",
            "elasticsearch",
            "milvus",
            "qdrant",
            "snowflake",
            "trino",
            "presto",
            "hive",
            "spark",
            "ray",
            "zmq",
            "etcd",
            "sqlserver",
            "mssql",
            "oracle",
            "abfs",
            "abfss",
            "wasb",
            "wasbs",
            "adl",
            "oci",
            "docker",
            "starrocks",
            "iceberg",
            "otlp",
            "syslog",
            "dremio",
            "vertica",
            "cockroachdb");

    private AddressReader() {}

    /** What this word names, if it is an address at all. */
    static Optional<Address> parse(String word) {
        if (word.length() < 2 || word.length() > LONGEST) {
            return Optional.empty();
        }
        if (word.startsWith("/")) {
            return Optional.of(new Address.FilePath(word));
        }
        int mark = word.indexOf("://");
        if (mark > 0) {
            return ofScheme(scheme(word.substring(0, mark)), word.substring(mark + 3));
        }
        if (word.startsWith("git@")) {
            return endpoint(word.substring("git@".length()).replaceFirst(":.*", ""), true);
        }
        return mark < 0 ? endpoint(word, false) : Optional.empty();
    }

    /** {@code jdbc:postgresql} and {@code postgresql+psycopg2} are PostgreSQL. */
    private static String scheme(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        String last = lower.substring(lower.lastIndexOf(':') + 1);
        if (last.startsWith("git+")) {
            return last.substring("git+".length());
        }
        int plus = last.indexOf('+');
        return plus < 0 ? last : last.substring(0, plus);
    }

    private static Optional<Address> ofScheme(String scheme, String rest) {
        if (scheme.equals("hf")) {
            return HubNames.isRepository(rest) ? Optional.of(new Address.HubModel()) : Optional.empty();
        }
        if (scheme.equals("pvc")) {
            return name(rest).map(Address.Claim::new);
        }
        if (BUCKET_SCHEMES.contains(scheme)) {
            return name(rest).map(bucket -> new Address.Bucket(scheme, bucket));
        }
        return NETWORK_SCHEMES.contains(scheme) ? endpoint(rest, true) : Optional.empty();
    }

    /** The first segment, without credentials. */
    private static Optional<String> name(String rest) {
        String authority = authority(rest);
        return isHost(authority) && authority.equals(authority.toLowerCase(Locale.ROOT))
                ? Optional.of(authority)
                : Optional.empty();
    }

    private static String authority(String rest) {
        int end = rest.length();
        for (int i = 0; i < end; i++) {
            if (rest.charAt(i) == '/' || rest.charAt(i) == '?' || rest.charAt(i) == '#') {
                end = i;
            }
        }
        return rest.substring(rest.lastIndexOf('@', end) + 1, end);
    }

    private static Optional<Address> endpoint(String text, boolean hasScheme) {
        String authority = authority(text);
        int colon = authority.indexOf(':');
        String host = (colon < 0 ? authority : authority.substring(0, colon)).toLowerCase(Locale.ROOT);
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        boolean isPlausible = isHost(name) && (colon < 0 || isPort(authority, colon + 1));
        // A path is no address without a port or a scheme: owner/model.
        boolean isPath = !hasScheme && colon < 0 && authority.length() < text.length();
        boolean isExplicit = hasScheme || colon > 0 || name.endsWith(".svc") || name.contains(".svc.");
        return isPlausible && (!isPath || isExplicit)
                ? Optional.of(new Address.Endpoint(name, isExplicit))
                : Optional.empty();
    }

    /** A template often leaves the port open: {@code host:}. */
    private static boolean isPort(String text, int start) {
        int number = 0;
        for (int i = start; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > HIGHEST_PORT) {
                return false;
            }
            number = number * 10 + digit;
        }
        return start < text.length() && number > 0 && number <= HIGHEST_PORT;
    }

    private static boolean isHost(String text) {
        if (text.isEmpty() || text.length() > LONGEST_HOST) {
            return false;
        }
        char before = '.';
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean isSeparator = unit == '.' || unit == '-';
            if (!isSeparator && unit != '_' && !(unit < 0x80 && Character.isLetterOrDigit(unit))) {
                return false;
            }
            if (isSeparator && before == '.') {
                return false;
            }
            before = unit;
        }
        return before != '.' && before != '-';
    }
}
