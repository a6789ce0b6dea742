package dev.bartizan.ingest.links;

import dev.bartizan.ingest.draft.AssetDraft;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Inventory;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.knowledge.SettingNames;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Scalar;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What ConfigMaps say to the workloads that read them, and which hosts Secrets name; each is read once, by whoever comes first. */
final class Configurations {
    private static final int MOST_KEYS = 1_000;
    private static final String MODEL_STORE = "serving.kserve.io/s3-endpoint";
    private static final int LONGEST_VALUE = 1_024;
    /** Pages, pictures and certificates hold addresses that nobody calls. */
    private static final Set<String> NOT_CONFIGURATION =
            Set.of("svg", "html", "htm", "css", "md", "crt", "pem", "cer", "rego", "ipynb");

    private final Inventory inventory;
    private final SettingNames names;
    private final Map<AssetDraft, Configuration> read = new ConcurrentHashMap<>();

    Configurations(Inventory inventory, SettingNames names) {
        this.inventory = inventory;
        this.names = names;
    }

    /**
     * @param values short ones by their keys, which may become variables
     * @param mentions in all of its values
     */
    record Configuration(Map<String, String> values, Mentions mentions) {}

    /** The ConfigMap of this name in the workload's namespace. */
    Optional<Configuration> find(Identified workload, String name) {
        return inventory
                .find(workload, "core", "ConfigMap", workload.namespace(), name)
                .map(found -> read.computeIfAbsent(found.asset(), key -> read(found)));
    }

    /** Where the Secret of this name in the workload's namespace says that something listens; nothing else of it is known. */
    Optional<Configuration> secret(Identified workload, String name) {
        return inventory
                .find(workload, "core", "Secret", workload.namespace(), name)
                .map(found -> read.computeIfAbsent(found.asset(), key -> hosts(found)));
    }

    private Configuration hosts(Identified secret) {
        var mentions = Mentions.ofFile(names, secret.asset());
        var place = Place.of(
                secret.manifest().root().get("stringData"), secret.manifest().pointer("/stringData"));
        if (place.node() instanceof Mapping data) {
            for (int i = 0; i < Math.min(data.size(), MOST_KEYS); i++) {
                if (data.value(i) instanceof Scalar scalar && scalar.raw().indexOf('*') < 0) {
                    mentions.read(data.key(i), scalar.raw(), Map.of(), place.get(data.key(i)));
                }
            }
        }
        return new Configuration(Map.of(), mentions);
    }

    /** Where the model of a KServe resource is fetched from, as the annotations of the Secrets of its service account say. */
    void modelStore(Identified service, Mentions mentions) {
        String name = service.pods().isEmpty()
                ? "default"
                : service.pods().getFirst().account().node().text("default");
        inventory
                .find(service, "core", "ServiceAccount", service.namespace(), name)
                .ifPresent(account -> account.manifest().root().get("secrets").items().stream()
                        .flatMap(secret -> secret.get("name").text().stream())
                        .flatMap(secret ->
                                inventory.find(service, "core", "Secret", service.namespace(), secret).stream())
                        .forEach(secret -> modelStoreOf(secret, mentions)));
    }

    private static void modelStoreOf(Identified secret, Mentions mentions) {
        var annotations = Place.of(
                secret.manifest().metadata().get("annotations"),
                secret.manifest().pointer("/metadata/annotations"));
        Place endpoint = annotations.get(MODEL_STORE);
        mentions.read("s3-endpoint", endpoint.node().text(""), Map.of(), endpoint);
    }

    private Configuration read(Identified entry) {
        var values = new HashMap<String, String>();
        var mentions = Mentions.ofFile(names, entry.asset());
        var place =
                Place.of(entry.manifest().root().get("data"), entry.manifest().pointer("/data"));
        if (place.node() instanceof Mapping data) {
            for (int i = 0; i < Math.min(data.size(), MOST_KEYS); i++) {
                String key = data.key(i);
                if (data.value(i) instanceof Scalar scalar && isConfiguration(key)) {
                    String text = scalar.raw();
                    if (text.length() <= LONGEST_VALUE && text.indexOf('\n') < 0) {
                        values.put(key, text);
                    }
                    mentions.read(key, text, Map.of(), place.get(key));
                }
            }
        }
        return new Configuration(values, mentions);
    }

    /** By convention a key that begins with an underscore holds an example for people. */
    private static boolean isConfiguration(String key) {
        return !key.startsWith("_") && !NOT_CONFIGURATION.contains(key.substring(key.lastIndexOf('.') + 1));
    }
}
