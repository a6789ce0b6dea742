package dev.bartizan.report.document;

import java.util.Optional;

/**
 * What is to be recorded of a workload so that the misuse of its links can be seen, by its role. After NIST SP 800-92 (what to log) and
 * MITRE ATLAS (model theft, exfiltration through inference, poisoning).
 */
final class Telemetry {
    static final String NOTE =
            "Of every zone: flow records with the verdict of the network plugin, and the names that are"
                    + " asked of DNS. Besides, by role:";

    private Telemetry() {}

    static Optional<String> of(String role) {
        return switch (role) {
            case "inference-endpoint", "inference-router", "ai-gateway", "model-api", "embedding-service", "reranker" ->
                Optional.of(
                        "each request with the caller's identity, model, tokens or bytes in and out, latency; refusals");
            case "model-registry", "artifact-store", "model-hub", "experiment-tracker" ->
                Optional.of(
                        "each read and write of a model with identity, name, version, digest and bytes; administration");
            case "object-store", "dataset", "database", "feature-store", "vector-store", "query-engine", "cache" ->
                Optional.of("reads and writes by identity with bytes and rows; bulk reads; changes of rights");
            case "trainer", "compute-cluster", "compute-job", "hyperparameter-tuner", "evaluation" ->
                Optional.of(
                        "submitted jobs with identity and image digest; egress by destination and bytes; fabric counters of"
                                + " the nodes, which no network policy sees");
            case "notebook", "notebook-hub", "code-sandbox" ->
                Optional.of("sign-ins, shells and kernels started, egress by destination and bytes");
            case "pipeline", "pipeline-engine", "delivery", "ci-runner", "image-builder" ->
                Optional.of(
                        "runs with who started them, what they deployed and with which digest; secrets that were used");
            case "gateway", "route", "mesh-proxy", "authentication-proxy" ->
                Optional.of("access log with identity, host, path, status; TLS version and server name; refusals");
            case "identity-provider", "secret-store", "certificate-manager" ->
                Optional.of("sign-ins, tokens and secrets given out, to whom; failures; administration");
            case "agent", "ai-application", "retriever", "guardrail" ->
                Optional.of("calls of tools and models with identity and outcome; refusals of the guardrail");
            case "operator",
                    "training-operator",
                    "serving-operator",
                    "compute-operator",
                    "admission",
                    "policy-engine" -> Optional.of("the API server's audit log of what it creates and changes");
            case String _ -> Optional.empty();
        };
    }
}
