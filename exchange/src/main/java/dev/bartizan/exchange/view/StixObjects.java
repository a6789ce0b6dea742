package dev.bartizan.exchange.view;

import dev.bartizan.exchange.tree.Json;
import dev.bartizan.graph.ShortHash;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Objects of STIX 2.1 in the order in which they were first named, each once. */
final class StixObjects {
    /** The namespace of our identifiers; what is named alike has the same one in every export. */
    private static final UUID NAMESPACE = UUID.fromString("0d1a3c62-7a4e-5f0b-9c55-3b8f5f2c6e11");

    private static final String CREATOR = "bartizan";

    private final String time;
    private final String creator = id("identity", CREATOR);
    private final Map<String, Json> objects = new LinkedHashMap<>();

    /** @param asOf when everything is said to have been made */
    StixObjects(LocalDate asOf) {
        this.time = timestamp(asOf);
        objects.put(
                creator,
                begin("identity", creator)
                        .put("name", "Bartizan")
                        .put("identity_class", "system")
                        .end());
    }

    static String timestamp(LocalDate date) {
        return date + "T00:00:00.000Z";
    }

    /** The identifier of the object of this type and name: a UUID of version 5, RFC 9562. */
    static String id(String type, String name) {
        return type + "--" + ShortHash.uuid(NAMESPACE, type + " " + name);
    }

    boolean has(String id) {
        return objects.containsKey(id);
    }

    /** Starts an object with what all have. */
    Json.Fields begin(String type, String id) {
        Json.Fields fields = Json.object()
                .put("type", type)
                .put("spec_version", "2.1")
                .put("id", id)
                .put("created", time)
                .put("modified", time);
        return id.equals(creator) ? fields : fields.put("created_by_ref", creator);
    }

    /** Adds one; of two with one identifier the first stays. */
    void add(String id, Json.Fields fields) {
        objects.putIfAbsent(id, fields.end());
    }

    /** One object related to another; with a description of its own it is another relationship. */
    void relate(String source, String type, String target, String description) {
        String id = id("relationship", String.join(" ", source, type, target, description));
        add(
                id,
                begin("relationship", id)
                        .put("relationship_type", type)
                        .text("description", description)
                        .put("source_ref", source)
                        .put("target_ref", target));
    }

    /** A reference to an entry of a catalogue of others. */
    static Json reference(String id) {
        Optional<Catalogue> catalogue = Catalogue.of(id);
        return Json.object()
                .put("source_name", catalogue.map(Catalogue::source).orElse("other"))
                .put("external_id", id)
                .text("url", catalogue.flatMap(found -> found.page(id)))
                .end();
    }

    /** A reference to something that we name. */
    static Json ours(String id) {
        return Json.object().put("source_name", CREATOR).put("external_id", id).end();
    }

    Json bundle(String name) {
        return Json.object()
                .put("type", "bundle")
                .put("id", "bundle--" + ShortHash.uuid(NAMESPACE, "bundle " + name + " " + time))
                .put("objects", Json.items(List.copyOf(objects.values())))
                .end();
    }
}
