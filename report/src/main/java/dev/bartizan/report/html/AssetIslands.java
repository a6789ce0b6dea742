package dev.bartizan.report.html;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Plane;
import dev.bartizan.graph.Platform;
import dev.bartizan.snapshot.JsonOutput;
import java.util.BitSet;
import java.util.List;

/** The assets of the report and the links between them. */
final class AssetIslands {
    private static final int MAX_PLACES = 5;
    private static final int MAX_PROPERTIES = 40;
    private static final int MAX_NAME = 260;
    private static final int MAX_ID = 800;

    private final Platform platform;
    private final Texts texts;
    private final BitSet embedded = new BitSet();
    private final Island assets;
    private final Island links;

    AssetIslands(Platform platform, Texts texts, List<Integer> chosen, int assetBytes, int linkBytes) {
        this.platform = platform;
        this.texts = texts;
        this.assets = new Island("assets", assetBytes);
        this.links = new Island("links", linkBytes);
        for (int index : chosen) {
            embedded.set(index, assets.add(json -> write(json, index)));
        }
        for (int index : chosen) {
            for (Link link : platform.linksFrom(index)) {
                if (embedded.get(link.from()) && embedded.get(link.to())) {
                    links.add(json -> write(json, link));
                }
            }
        }
    }

    Island assets() {
        return assets;
    }

    Island links() {
        return links;
    }

    /** An asset by its index when the report holds it, else by its id. */
    void reference(JsonOutput json, String name, String id) {
        var index = platform.index(id).filter(embedded::get);
        if (index.isPresent()) {
            json.number(name, index.get());
        } else {
            json.text(name, Texts.clip(id, MAX_ID));
        }
    }

    /** The same as an item of an array. */
    void reference(JsonOutput json, String id) {
        var index = platform.index(id).filter(embedded::get);
        if (index.isPresent()) {
            json.number(index.get());
        } else {
            json.text(Texts.clip(id, MAX_ID));
        }
    }

    /** What is usual is left out: an id that follows from the other fields, a zone that is the namespace, a single place. */
    private void write(JsonOutput json, int index) {
        Asset asset = platform.asset(index);
        json.object().number("i", index);
        String plain = "k8s:-/" + asset.group() + "/" + asset.kind() + "/" + asset.namespace() + "/" + asset.name();
        if (!asset.id().equals(plain) || plain.length() > MAX_NAME) {
            json.text("id", Texts.clip(asset.id(), MAX_ID));
        }
        json.number("kind", texts.index(asset.kind()))
                .number("group", texts.index(asset.group()))
                .number("version", texts.index(asset.version()))
                .number("namespace", texts.index(Texts.clip(asset.namespace(), MAX_NAME)))
                .text("name", Texts.clip(asset.name(), MAX_NAME));
        if (!asset.zone().equals(asset.namespace())) {
            json.number("zone", texts.index(Texts.clip(asset.zone(), MAX_NAME)));
        }
        classification(json, asset.classification());
        json.array("at");
        asset.locations().stream().limit(MAX_PLACES).forEach(place -> texts.place(json, place));
        json.end();
        if (asset.locations().size() > MAX_PLACES) {
            json.number("places", asset.locations().size());
        }
        properties(json, index);
        json.end();
    }

    private void classification(JsonOutput json, Classification classification) {
        json.number("role", texts.index(classification.role()))
                .text("layer", classification.layer().map(Layer::word))
                .text("plane", classification.plane().map(Plane::word))
                .text("component", classification.component())
                .number("reason", texts.index(classification.reason()));
    }

    private void properties(JsonOutput json, int index) {
        List<String> names = platform.properties().keySet().stream()
                .filter(name -> platform.property(index, name).isPresent())
                .limit(MAX_PROPERTIES)
                .toList();
        if (names.isEmpty()) {
            return;
        }
        json.array("properties");
        for (String name : names) {
            json.array()
                    .number(texts.index(name))
                    .number(texts.index(platform.property(index, name).orElse("")))
                    .end();
        }
        json.end();
    }

    private void write(JsonOutput json, Link link) {
        json.array().number(link.from()).number(link.to()).number(texts.index(link.kind()));
        texts.place(json, link.evidence());
        json.end();
    }
}
