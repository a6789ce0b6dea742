package dev.bartizan.snapshot;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Plane;
import dev.bartizan.graph.Platform;
import dev.bartizan.snapshot.json.JsonCursor;
import dev.bartizan.snapshot.json.Shape;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.TokenStreamLocation;

/** Reads the system graph. Links and properties name assets by id, perhaps before the assets are read. */
final class PlatformReader {
    private static final Shape PLATFORM = Shape.of("name", "assets", "links", "properties", "completeness");
    private static final Shape ASSET = Shape.of(
                    "id", "kind", "group", "version", "namespace", "name", "zone", "role", "reason", "locations")
            .optional("layer", "plane", "component");
    private static final Shape LINK = Shape.of("from", "kind", "to", "evidence");
    private static final Shape VALUE = Shape.of("asset", "value");
    private static final Shape COMPLETENESS = Shape.of("cluster", "namespaces");
    private static final Map<String, Layer> LAYERS = Words.of(Layer.values(), Layer::word);
    private static final Map<String, Plane> PLANES = Words.of(Plane.values(), Plane::word);

    private final JsonCursor cursor;
    private final LocationReader locations;
    private String name = "";
    private final List<Asset> assets = new ArrayList<>();
    private final List<NamedLink> links = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final List<NamedValue> values = new ArrayList<>();
    private Completeness completeness = Completeness.NONE;

    /** A link whose ends are still names, and where the snapshot file holds it. */
    private record NamedLink(String from, String to, String kind, Location evidence, TokenStreamLocation place) {}

    private record NamedValue(String property, String asset, String value, TokenStreamLocation place) {}

    PlatformReader(JsonCursor cursor, LocationReader locations) {
        this.cursor = cursor;
        this.locations = locations;
    }

    void read() {
        cursor.open("platform", PLATFORM);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "name" -> name = cursor.text();
                case "assets" -> cursor.items("assets", this::asset);
                case "links" -> cursor.items("links", this::link);
                case "properties" -> cursor.entries("properties", this::property);
                case "completeness" -> completeness = completeness();
            }
        }
    }

    private void asset() {
        String id = "";
        String kind = "";
        String group = "";
        String version = "";
        String namespace = "";
        String own = "";
        String zone = "";
        String role = "";
        Optional<Layer> layer = Optional.empty();
        Optional<Plane> plane = Optional.empty();
        Optional<String> component = Optional.empty();
        String reason = "";
        List<Location> places = List.of();
        cursor.open("an asset", ASSET);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "id" -> id = id();
                case "kind" -> kind = cursor.sharedText();
                case "group" -> group = cursor.sharedText();
                case "version" -> version = cursor.sharedText();
                case "namespace" -> namespace = cursor.sharedText();
                case "name" -> own = cursor.text();
                case "zone" -> zone = cursor.sharedText();
                case "role" -> role = cursor.sharedText();
                case "layer" -> layer = Optional.of(cursor.word(LAYERS, Layer.INFRASTRUCTURE));
                case "plane" -> plane = Optional.of(cursor.word(PLANES, Plane.DATA));
                case "component" -> component = Optional.of(cursor.sharedText());
                case "reason" -> reason = cursor.sharedText();
                case "locations" -> places = places();
            }
        }
        var classification = new Classification(role, layer, plane, component, reason);
        var known = places.isEmpty() ? List.of(LocationReader.NOWHERE) : places;
        assets.add(new Asset(id, kind, group, version, namespace, own, zone, classification, known));
    }

    private String id() {
        String id = cursor.sharedText();
        if (!assets.isEmpty() && assets.getLast().id().compareTo(id) >= 0) {
            cursor.problem(
                    "snapshot-unsorted", "the assets are not in ascending order of their ids", JsonCursor.WRITE_AGAIN);
        }
        return id;
    }

    private List<Location> places() {
        var place = cursor.place();
        List<Location> places = locations.readAll();
        if (places.isEmpty()) {
            cursor.problem(
                    "snapshot-contradiction",
                    "an asset has at least one location",
                    JsonCursor.WRITE_AGAIN,
                    cursor.location(place));
        }
        return places;
    }

    private void link() {
        var place = cursor.place();
        String from = "";
        String kind = "";
        String to = "";
        Location evidence = LocationReader.NOWHERE;
        cursor.open("a link", LINK);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "from" -> from = cursor.sharedText();
                case "kind" -> kind = cursor.sharedText();
                case "to" -> to = cursor.sharedText();
                case "evidence" -> evidence = locations.read();
            }
        }
        links.add(new NamedLink(from, to, kind, evidence, place));
    }

    private void property(String property) {
        columns.add(property);
        cursor.items("a property", () -> values.add(value(property)));
    }

    private NamedValue value(String property) {
        var place = cursor.place();
        String asset = "";
        String value = "";
        cursor.open("a value", VALUE);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "asset" -> asset = cursor.sharedText();
                case "value" -> value = cursor.sharedText();
            }
        }
        return new NamedValue(property, asset, value, place);
    }

    private Completeness completeness() {
        boolean cluster = false;
        List<String> namespaces = List.of();
        cursor.open("completeness", COMPLETENESS);
        while (cursor.next()) {
            switch (cursor.key()) {
                case "cluster" -> cluster = cursor.flag();
                case "namespaces" -> namespaces = cursor.texts("the namespaces");
            }
        }
        return new Completeness(cluster, new TreeSet<>(namespaces));
    }

    int size() {
        return assets.size();
    }

    /** To be called only when everything was read without a problem; empty when something names an asset that is not there. */
    Optional<Platform> assemble() {
        Map<String, Integer> indexes = HashMap.newHashMap(assets.size());
        assets.forEach(asset -> indexes.put(asset.id(), indexes.size()));
        var resolved = new ArrayList<Link>(links.size());
        for (NamedLink link : links) {
            int from = index(indexes, link.from, "/platform/links/" + resolved.size() + "/from", link.place);
            int to = index(indexes, link.to, "/platform/links/" + resolved.size() + "/to", link.place);
            resolved.add(new Link(from, to, link.kind, link.evidence));
        }
        SortedMap<String, SortedMap<Integer, String>> properties = new TreeMap<>();
        columns.forEach(property -> properties.put(property, new TreeMap<>()));
        for (NamedValue value : values) {
            String pointer = "/platform/properties/" + value.property;
            var column = properties.computeIfAbsent(value.property, property -> new TreeMap<>());
            if (column.put(index(indexes, value.asset, pointer, value.place), value.value) != null) {
                cursor.problem(
                        "snapshot-contradiction",
                        "an asset has two values of one property",
                        JsonCursor.WRITE_AGAIN,
                        cursor.location(value.place, pointer));
            }
        }
        return cursor.problems().isEmpty()
                ? Optional.of(new Platform(name, assets, resolved, properties, completeness))
                : Optional.empty();
    }

    private int index(Map<String, Integer> indexes, String id, String pointer, TokenStreamLocation place) {
        Integer index = indexes.get(id);
        if (index != null) {
            return index;
        }
        cursor.problem(
                "snapshot-unknown-asset",
                "no asset has this id",
                JsonCursor.WRITE_AGAIN,
                cursor.location(place, pointer));
        return -1;
    }
}
