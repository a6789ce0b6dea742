package dev.bartizan.exchange;

import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an asset of a threat model does, in the words of our vocabulary, by its name and by the word that its tool has for it. The first line that fits
 * counts, so what is special stands before what is general.
 */
final class RoleWords {
    static final String PARTY = "external-party";

    private static final Set<String> STORES = Set.of(
            "object-store",
            "database",
            "vector-store",
            "feature-store",
            "dataset",
            "cache",
            "model-registry",
            "artifact-store",
            "message-broker",
            "model-hub",
            "secret-store");

    private record Line(String role, Pattern words) {}

    private static final List<Line> LINES = List.of(
            line("model-hub", "hugging ?face|model (hub|zoo)"),
            line("ai-gateway", "(ai|llm|model) gateway|litellm"),
            line("model-api", "openai|anthropic|bedrock|vertex ai|gemini|chatgpt|claude|(llm|model) (api|provider)"),
            line("guardrail", "guard ?rails?|content (filter|safety)|prompt (shield|filter)"),
            line("vector-store", "vector|pinecone|weaviate|qdrant|milvus|chroma|pgvector|faiss|embeddings? store"),
            line("feature-store", "feature store|feast"),
            line("model-registry", "model (registry|store|repository|storage)|mlflow"),
            line("embedding-service", "embeddings?"),
            line("labeling-tool", "label(l?ing)?|annotation"),
            line("dataset", "training data|data ?sets?"),
            line("trainer", "training|trainer|fine ?tun(e|ing)"),
            line("notebook-hub", "jupyterhub"),
            line("notebook", "notebooks?|jupyter"),
            line("experiment-tracker", "experiment track(er|ing)|wandb"),
            line(
                    "inference-endpoint",
                    "inference|vllm|triton|torchserve|sagemaker|llm|large language model|model (server|serving|endpoint)|ml model|ai model"),
            line("retriever", "retriever|retrieval|rag"),
            line("data-ingestion", "ingest(ion|er)?|crawler|scraper|indexer|etl"),
            line("agent", "ai agent|llm agent|agent (service|runtime|orchestrator)|mcp (client|host)"),
            line("ai-application", "chat ?bot|copilot|assistant"),
            line("pipeline-engine", "airflow|kubeflow|workflow engine|argo workflows?"),
            line("ci-runner", "build (pipeline|server)|jenkins|ci|runner|github actions"),
            line("source-repository", "source ?code repository|git|github|gitlab"),
            line("image-registry", "(container|image) registry|ecr"),
            line("artifact-store", "artifact (registry|store)|artifactory|nexus"),
            line(
                    "identity-provider",
                    "identity (provider|store)|keycloak|cognito|okta|active directory|ldap|auth(entication)? (server|service)|oauth|sso"),
            line("secret-store", "vault|secrets? (manager|store)|kms|hsm"),
            line("hardware-management", "bmc|baseboard management controller|redfish|ipmi|idrac"),
            line("bastion", "bastion|vpn|jump host"),
            line(
                    "gateway",
                    "gateway|load balancer|reverse proxy|waf|ingress|cdn|alb|elb|cloudfront|application firewall"),
            line("message-broker", "queue|kafka|rabbitmq|sqs|sns|event bus|broker|kinesis|pub ?sub|stream processing"),
            line("cache", "cache|redis|memcached"),
            line("monitoring", "monitoring|prometheus|cloudwatch|grafana"),
            line("logging", "log|logs|logger|logging|siem|splunk|audit"),
            line(
                    "object-store",
                    "s3|bucket|blob|objects?( stor(e|age))?|azure ?storage|file (server|store|storage|system)|data lake|block storage|document|minio"),
            line(
                    "database",
                    "data ?base|db|[a-z]*sql[a-z]*|postgres[a-z]*|mongo[a-z]*|dynamodb|rds|oracle|[a-z]*db|datastore"),
            line(
                    PARTY,
                    "browser|clients?|mobile|users?|customers?|actor|attacker|players?|phone|desktop|visitor|third party|internet"));

    private static final Pattern PEOPLE = Pattern.compile(
            "\\b(browser|clients?|mobile|users?|customers?|actor|attacker|players?|phone|visitor|public|anonymous|internet)\\b");

    /** Products that our signatures know by these words, and threats are about. */
    private static final List<String> COMPONENTS = List.of(
            "vault",
            "vllm",
            "triton",
            "torchserve",
            "ollama",
            "litellm",
            "langflow",
            "mlflow",
            "airflow",
            "jupyterhub",
            "qdrant",
            "milvus",
            "weaviate",
            "chroma",
            "keycloak",
            "minio",
            "redis",
            "kafka",
            "rabbitmq",
            "postgresql",
            "mysql",
            "mongodb");

    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern NO_WORD = Pattern.compile("[^a-z0-9]+");

    private RoleWords() {}

    private static Line line(String role, String words) {
        return new Line(role, Pattern.compile("\\b(" + words + ")\\b"));
    }

    /** Empty when neither its name nor the tool's word tells. What is no party outside is never taken for one where the model says what it is. */
    static Optional<String> role(Part asset) {
        String category = asset.text(Field.CATEGORY, "");
        String words = words(asset);
        return LINES.stream()
                .filter(line -> line.words().matcher(words).find())
                .map(Line::role)
                .filter(role -> !role.equals(PARTY) || category.isEmpty() || category.equals("external"))
                .findFirst();
    }

    /** Whether it is somebody whom anybody can be: a user, a browser. */
    static boolean isAnybody(Part asset) {
        return PEOPLE.matcher(words(asset)).find();
    }

    /** The product that it is by name or by the tool's word. */
    static Optional<String> component(Part asset) {
        List<String> words = List.of(words(asset).split(" ", -1));
        return COMPONENTS.stream().filter(words::contains).findFirst();
    }

    static boolean isStore(String role) {
        return STORES.contains(role);
    }

    private static String words(Part asset) {
        String text = asset.name() + " . " + asset.text(Field.TYPE, "");
        return NO_WORD.matcher(CAMEL.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT))
                .replaceAll(" ");
    }
}
