package dev.bartizan.ingest.links;

import dev.bartizan.knowledge.SettingNames;
import java.util.Optional;

/** Which kind of link a setting makes: what its target keeps decides, and what its name says about the direction. */
final class Purposes {
    private final SettingNames names;

    Purposes(SettingNames names) {
        this.names = names;
    }

    /**
     * A kind of link of the vocabulary.
     *
     * @param name of the setting, normalised
     * @param fromRole of the workload
     * @param targetRole of what it leads to
     */
    String kind(String name, String fromRole, String targetRole) {
        Optional<String> usual = names.kind(targetRole);
        if (usual.isEmpty()) {
            return names.isWeights(name) ? "loads" : "calls";
        }
        if (isStore(targetRole) && names.isWritten(name) && !answersRequests(fromRole)) {
            return "writes";
        }
        return names.isLoaded(name) ? "loads" : usual.get();
    }

    /** A checkpoint of a server is what it loads. */
    private static boolean answersRequests(String role) {
        return role.equals("inference-endpoint") || role.equals("model-server-runtime");
    }

    private static boolean isStore(String role) {
        return switch (role) {
            case "object-store", "volume", "dataset", "artifact-store", "feature-store" -> true;
            default -> false;
        };
    }
}
