package dev.bartizan.testkit.platform;

import java.util.List;

/**
 * What a workload runs: a product that AI platforms are made of, or a house-made program.
 *
 * @param name as it stands in names and labels
 * @param image without tag
 * @param port that it serves on
 * @param accelerated whether it asks for GPUs
 * @param state mount path of its data; empty when it has none
 * @param arguments of its container, as a flow sequence; empty for none
 */
record Component(String name, String image, String tag, int port, boolean accelerated, String state, String arguments) {

    /** Behind a Service, without data of their own. */
    static final List<Component> SERVERS = List.of(
            accelerated(
                    "vllm",
                    "vllm/vllm-openai",
                    "v0.10.1",
                    8000,
                    "[\"--model\", \"/models/current\", \"--port\", \"8000\"]"),
            accelerated(
                    "triton",
                    "nvcr.io/nvidia/tritonserver",
                    "25.06-py3",
                    8000,
                    "[tritonserver, --model-repository=/models]"),
            accelerated(
                    "tgi", "ghcr.io/huggingface/text-generation-inference", "3.3.4", 8080, "[\"--port\", \"8080\"]"),
            server("mlflow", "ghcr.io/mlflow/mlflow", "v3.1.1", 5000, "[server, --host, 0.0.0.0, --port, \"5000\"]"),
            server("feast", "quay.io/feastdev/feature-server", "0.51.0", 6566, "[feast, serve, -h, 0.0.0.0]"),
            server(
                    "litellm",
                    "ghcr.io/berriai/litellm",
                    "main-v1.73.6",
                    4000,
                    "[\"--config\", /etc/litellm/config.yaml]"),
            server("langfuse", "docker.io/langfuse/langfuse", "3.74.0", 3000, ""),
            server("grafana", "docker.io/grafana/grafana", "12.0.2", 3000, ""),
            server("envoy", "docker.io/envoyproxy/envoy", "v1.34.1", 10000, "[-c, /etc/envoy/envoy.yaml]"),
            server("airflow", "docker.io/apache/airflow", "3.0.2", 8080, "[api-server]"),
            server("ranker", "registry.acme.example/serving/ranker", "4.18.2", 8080, ""),
            server("retriever", "registry.acme.example/serving/retriever", "2.3.0", 8080, ""),
            server("prompt-router", "registry.acme.example/serving/prompt-router", "1.9.4", 8080, ""),
            server("labeling", "docker.io/heartexlabs/label-studio", "1.19.0", 8080, ""));

    /** With a volume per replica. */
    static final List<Component> STORES = List.of(
            store("postgres", "docker.io/library/postgres", "17.5", 5432, "/var/lib/postgresql/data"),
            store("redis", "docker.io/library/redis", "8.0.3", 6379, "/data"),
            store("minio", "quay.io/minio/minio", "RELEASE.2025-06-13T11-33-47Z", 9000, "/data"),
            store("qdrant", "docker.io/qdrant/qdrant", "v1.14.1", 6333, "/qdrant/storage"),
            store("milvus", "docker.io/milvusdb/milvus", "v2.5.14", 19530, "/var/lib/milvus"),
            store("weaviate", "cr.weaviate.io/semitechnologies/weaviate", "1.31.5", 8080, "/var/lib/weaviate"),
            store("kafka", "docker.io/apache/kafka", "4.0.0", 9092, "/var/lib/kafka"),
            store("prometheus", "quay.io/prometheus/prometheus", "v3.4.2", 9090, "/prometheus"),
            store("notebook", "quay.io/jupyter/pytorch-notebook", "2025-06-30", 8888, "/home/jovyan"));

    /** One on every node. */
    static final List<Component> AGENTS = List.of(
            server("dcgm-exporter", "nvcr.io/nvidia/k8s/dcgm-exporter", "4.2.3-4.1.3-ubuntu22.04", 9400, ""),
            server("fluent-bit", "docker.io/fluent/fluent-bit", "4.0.3", 2020, ""),
            server("node-exporter", "quay.io/prometheus/node-exporter", "v1.9.1", 9100, ""),
            server("model-cache", "registry.acme.example/platform/model-cache", "0.12.1", 8090, ""));

    /** That run and end. */
    static final List<Component> BATCHES = List.of(
            accelerated(
                    "trainer",
                    "registry.acme.example/training/pytorch-trainer",
                    "2.7.1-cuda12.8",
                    29500,
                    "[python, -m, train]"),
            accelerated(
                    "evaluator", "registry.acme.example/training/evaluator", "1.4.0", 8080, "[python, -m, evaluate]"),
            server("feature-build", "docker.io/apache/spark", "4.0.0", 4040, "[spark-submit, /jobs/features.py]"),
            server("ingestion", "registry.acme.example/data/ingestion", "5.2.1", 8080, "[ingest, --source, s3]"),
            server(
                    "embedding",
                    "registry.acme.example/data/embedding",
                    "0.9.7",
                    8080,
                    "[embed, --batch-size, \"256\"]"));

    private static Component server(String name, String image, String tag, int port, String arguments) {
        return new Component(name, image, tag, port, false, "", arguments);
    }

    private static Component accelerated(String name, String image, String tag, int port, String arguments) {
        return new Component(name, image, tag, port, true, "", arguments);
    }

    private static Component store(String name, String image, String tag, int port, String state) {
        return new Component(name, image, tag, port, false, state, "");
    }
}
