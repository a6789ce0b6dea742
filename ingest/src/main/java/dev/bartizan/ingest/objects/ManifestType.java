package dev.bartizan.ingest.objects;

/**
 * What a manifest says it is; shared by the many that say the same.
 *
 * @param group the API group, {@code core} for the core group
 * @param version without the group
 * @param groupAndKind {@code apps/Deployment}
 */
public record ManifestType(String group, String version, String kind, String groupAndKind) {

    public static ManifestType of(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "core" : apiVersion.substring(0, slash);
        return new ManifestType(group, apiVersion.substring(slash + 1), kind, group + "/" + kind);
    }
}
