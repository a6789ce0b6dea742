package dev.bartizan.ingest.draft;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Classification;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** An asset whose place in the platform, zone and role are still open. */
public final class AssetDraft {
    /** The API server takes none that is longer (RFC 1123 subdomain). */
    private static final int LONGEST_NAME = 253;

    private final Asset asset;
    private final Optional<Node> root;
    private Classification classification = Classification.UNKNOWN;
    private String zone;
    private int index = -1;

    private AssetDraft(Asset asset, Optional<Node> root) {
        this.asset = asset;
        this.root = root;
        this.zone = asset.zone();
    }

    /**
     * Something that stands in the input.
     *
     * @param locations sorted
     */
    public static AssetDraft declared(
            String id,
            String kind,
            String group,
            String version,
            String namespace,
            String name,
            List<Location> locations,
            Node root) {
        return new AssetDraft(asset(id, kind, group, version, namespace, name, locations), Optional.of(root));
    }

    /** Something that the input only refers to, with the place that does. */
    public static AssetDraft referred(
            String id, String kind, String group, String namespace, String name, Location location) {
        return new AssetDraft(asset(id, kind, group, "", namespace, name, List.of(location)), Optional.empty());
    }

    private static Asset asset(
            String id,
            String kind,
            String group,
            String version,
            String namespace,
            String name,
            List<Location> locations) {
        String zone = shortened(namespace);
        return new Asset(
                id,
                shortened(kind),
                shortened(group),
                shortened(version),
                zone,
                shortened(name),
                zone,
                Classification.UNKNOWN,
                locations);
    }

    /** Names stand in every finding about the asset: one of a megabyte must not. What is cut off still tells two apart. */
    private static String shortened(String text) {
        if (text.length() <= LONGEST_NAME) {
            return text;
        }
        // Not between the halves of a surrogate pair.
        int end = Character.isHighSurrogate(text.charAt(LONGEST_NAME - 1)) ? LONGEST_NAME - 1 : LONGEST_NAME;
        return text.substring(0, end) + "…" + HexFormat.of().toHexDigits(text.hashCode());
    }

    public String id() {
        return asset.id();
    }

    public String group() {
        return asset.group();
    }

    public String kind() {
        return asset.kind();
    }

    /** {@code -} for cluster scope. */
    public String namespace() {
        return asset.namespace();
    }

    public String name() {
        return asset.name();
    }

    /** The first place that declares it. */
    public Location location() {
        return asset.location();
    }

    /** What stands there; empty for what is only referred to. */
    public Optional<Node> root() {
        return root;
    }

    public Classification classification() {
        return classification;
    }

    public void classify(Classification found) {
        classification = found;
    }

    public void placeIn(String otherZone) {
        zone = otherZone;
    }

    /** Its dense index, once the platform is finished. */
    int index() {
        return index;
    }

    void index(int position) {
        index = position;
    }

    Asset finish() {
        return new Asset(
                asset.id(),
                asset.kind(),
                asset.group(),
                asset.version(),
                asset.namespace(),
                asset.name(),
                zone,
                classification,
                asset.locations());
    }

    /** Two drafts never share an id, and the hash of a text is kept with it, unlike that of an identity. */
    @Override
    public int hashCode() {
        return asset.id().hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public String toString() {
        return asset.id();
    }
}
