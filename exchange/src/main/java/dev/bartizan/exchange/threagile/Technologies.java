package dev.bartizan.exchange.threagile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of Threagile for what an asset, a protocol or a boundary is. */
final class Technologies {
    static final String UNKNOWN = "unknown-technology";

    private static final Set<String> TECHNOLOGIES = Set.of(
            "unknown-technology",
            "client-system",
            "browser",
            "desktop",
            "mobile-app",
            "devops-client",
            "web-server",
            "web-application",
            "application-server",
            "database",
            "file-server",
            "local-file-system",
            "erp",
            "cms",
            "web-service-rest",
            "web-service-soap",
            "ejb",
            "search-index",
            "search-engine",
            "service-registry",
            "reverse-proxy",
            "load-balancer",
            "build-pipeline",
            "sourcecode-repository",
            "artifact-registry",
            "code-inspection-platform",
            "monitoring",
            "ldap-server",
            "container-platform",
            "batch-processing",
            "event-listener",
            "identity-provider",
            "identity-store-ldap",
            "identity-store-database",
            "tool",
            "cli",
            "task",
            "function",
            "gateway",
            "iot-device",
            "message-queue",
            "stream-processing",
            "service-mesh",
            "data-lake",
            "report-engine",
            "ai",
            "mail-server",
            "vault",
            "hsm",
            "waf",
            "ids",
            "ips",
            "scheduler",
            "mainframe",
            "block-storage",
            "library");

    private static final Set<String> PROTOCOLS = Set.of(
            "unknown-protocol",
            "http",
            "https",
            "ws",
            "wss",
            "reverse-proxy-web-protocol",
            "reverse-proxy-web-protocol-encrypted",
            "mqtt",
            "jdbc",
            "jdbc-encrypted",
            "odbc",
            "odbc-encrypted",
            "sql-access-protocol",
            "sql-access-protocol-encrypted",
            "nosql-access-protocol",
            "nosql-access-protocol-encrypted",
            "binary",
            "binary-encrypted",
            "text",
            "text-encrypted",
            "ssh",
            "ssh-tunnel",
            "smtp",
            "smtp-encrypted",
            "pop3",
            "pop3-encrypted",
            "imap",
            "imap-encrypted",
            "ftp",
            "ftps",
            "sftp",
            "scp",
            "ldap",
            "ldaps",
            "jms",
            "nfs",
            "smb",
            "smb-encrypted",
            "local-file-access",
            "nrpe",
            "xmpp",
            "iiop",
            "iiop-encrypted",
            "jrmp",
            "jrmp-encrypted",
            "in-process-library-call",
            "inter-process-communication",
            "container-spawning");

    private static final Set<String> BOUNDARIES = Set.of(
            "network-on-prem",
            "network-dedicated-hoster",
            "network-virtual-lan",
            "network-cloud-provider",
            "network-cloud-security-group",
            "network-policy-namespace-isolation",
            "execution-environment");

    /** Roles in an AI platform, by the nearest of its words. */
    private static final Map<String, String> ROLES = Map.ofEntries(
            Map.entry("inference-endpoint", "ai"),
            Map.entry("trainer", "ai"),
            Map.entry("agent", "ai"),
            Map.entry("notebook", "client-system"),
            Map.entry("model-registry", "artifact-registry"),
            Map.entry("image-registry", "artifact-registry"),
            Map.entry("vector-store", "database"),
            Map.entry("feature-store", "database"),
            Map.entry("relational-database", "database"),
            Map.entry("object-store", "file-server"),
            Map.entry("document-store", "database"),
            Map.entry("dataset", "data-lake"),
            Map.entry("pipeline-orchestrator", "batch-processing"),
            Map.entry("data-pipeline", "batch-processing"),
            Map.entry("ci-runner", "build-pipeline"),
            Map.entry("gitops-controller", "build-pipeline"),
            Map.entry("source-repo", "sourcecode-repository"),
            Map.entry("secret-store", "vault"),
            Map.entry("ingress-controller", "reverse-proxy"),
            Map.entry("cluster", "container-platform"));

    private Technologies() {}

    /** Its word for this one, if it has one or knows one that is near. */
    static Optional<String> of(String type) {
        return TECHNOLOGIES.contains(type) ? Optional.of(type) : Optional.ofNullable(ROLES.get(type));
    }

    static Optional<String> protocol(String protocol) {
        return PROTOCOLS.contains(protocol) ? Optional.of(protocol) : Optional.empty();
    }

    static boolean isBoundary(String type) {
        return BOUNDARIES.contains(type);
    }
}
