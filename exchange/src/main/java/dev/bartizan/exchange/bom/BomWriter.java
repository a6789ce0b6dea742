package dev.bartizan.exchange.bom;

import dev.bartizan.exchange.dialect.Written;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.Shape;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.exchange.tree.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes one model as a bill of materials. */
final class BomWriter {
    /** Which component of the first level a part stands in. */
    static final String CONTAINER = "container";

    /** Properties that are no attributes, because something else of the model says them. */
    static final Set<String> ELSEWHERE = Set.of(
            "tag",
            "inScope",
            "inBoundary",
            "dataflow:source",
            "dataflow:destination",
            "dataflow:data",
            "processedBy",
            "storedBy",
            "shape:x",
            "shape:y",
            "shape:width",
            "shape:height");

    private static final String ONLY_CONTAINER = "threat-model";

    private final ThreatModel model;
    private final Map<Ref, String> ids = new HashMap<>();
    private final Map<Ref, Shape> shapes = new HashMap<>();
    private final Map<Ref, List<String>> processedBy = new HashMap<>();
    private final Map<Ref, List<String>> storedBy = new HashMap<>();

    BomWriter(ThreatModel model) {
        this.model = model;
        model.parts(Kind.DIAGRAM)
                .forEach(diagram -> diagram.shapes().forEach(shape -> shapes.putIfAbsent(shape.part(), shape)));
        for (Part asset : model.assets()) {
            asset.refs(Field.PROCESSES).forEach(data -> add(processedBy, data, asset));
            asset.refs(Field.STORES).forEach(data -> add(storedBy, data, asset));
        }
    }

    private static void add(Map<Ref, List<String>> holders, Ref data, Part asset) {
        holders.computeIfAbsent(data, _ -> new ArrayList<>()).add(asset.id());
    }

    Written write() {
        settleIds();
        Part header = model.header();
        var authors = new ArrayList<Json>();
        header.texts(Field.CONTRIBUTORS)
                .forEach(name -> authors.add(Json.object().put("name", name).end()));
        Json.Fields metadata = Json.object()
                .text("timestamp", header.text(Field.DATE))
                .put(
                        "component",
                        Json.object()
                                .put("type", "application")
                                .text("bom-ref", header.id())
                                .put("name", header.name().isEmpty() ? "threat model" : header.name())
                                .text("group", header.attribute("group"))
                                .text("description", header.text(Field.DESCRIPTION))
                                .end())
                .items("authors", authors);
        return new Written(
                Json.object()
                        .put("bomFormat", "CycloneDX")
                        .put("specVersion", "1.6")
                        .text("serialNumber", header.attribute("serialNumber"))
                        .put("version", Json.number(1))
                        .put("metadata", metadata.end())
                        .put("components", Json.items(containers()))
                        .end(),
                ids);
    }

    /** References are unique in the whole document: of two parts of different kinds with one id the second gets its kind before it. */
    private void settleIds() {
        var taken = new HashMap<String, Ref>();
        for (Kind kind : List.of(Kind.DIAGRAM, Kind.ZONE, Kind.ASSET, Kind.DATA, Kind.LINK)) {
            for (Part part : model.parts(kind)) {
                Ref owner = taken.putIfAbsent(part.id(), part.ref());
                if (owner != null && !owner.equals(part.ref())) {
                    ids.put(part.ref(), part.ref().written());
                }
            }
        }
    }

    private List<Json> containers() {
        var inside = new LinkedHashMap<String, List<Json>>();
        List<String> known = model.parts(Kind.DIAGRAM).stream().map(this::id).toList();
        known.forEach(container -> inside.put(container, new ArrayList<>()));
        String otherwise = known.isEmpty() ? ONLY_CONTAINER : known.getFirst();
        for (Kind kind : List.of(Kind.ZONE, Kind.DATA, Kind.ASSET, Kind.LINK)) {
            for (Part part : model.parts(kind)) {
                String container = part.note(CONTAINER).filter(known::contains).orElse(otherwise);
                inside.computeIfAbsent(container, _ -> new ArrayList<>()).add(component(part));
            }
        }
        var containers = new ArrayList<Json>();
        model.parts(Kind.DIAGRAM)
                .forEach(diagram -> containers.add(container(diagram, inside.getOrDefault(id(diagram), List.of()))));
        if (known.isEmpty()) {
            containers.add(Json.object()
                    .put("type", ThreatModelBom.COMPONENT)
                    .put("bom-ref", ONLY_CONTAINER)
                    .put(
                            "name",
                            model.header().name().isEmpty()
                                    ? ONLY_CONTAINER
                                    : model.header().name())
                    .items("components", inside.getOrDefault(ONLY_CONTAINER, List.of()))
                    .end());
        }
        return containers;
    }

    private Json container(Part diagram, List<Json> inside) {
        var properties = new ArrayList<Json>();
        diagram.text(Field.TYPE).ifPresent(type -> property(properties, "type", type));
        diagram.text(Field.SIZE).map(size -> size.split(" ")).ifPresent(size -> {
            property(properties, "diagram:width", size[0]);
            property(properties, "diagram:height", size[1]);
        });
        diagram.told().forEach((name, value) -> property(properties, name, value));
        return named(diagram)
                .items("properties", properties)
                .items("components", inside)
                .end();
    }

    private Json component(Part part) {
        var properties = new ArrayList<Json>();
        property(properties, "type", type(part));
        ThreatModelBom.TEXTS.entrySet().stream()
                .filter(entry -> entry.getValue() != Field.TYPE)
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        part.text(entry.getValue()).ifPresent(value -> property(properties, entry.getKey(), value)));
        part.flag(Field.OUT_OF_SCOPE).ifPresent(isOut -> property(properties, "inScope", Boolean.toString(!isOut)));
        references(
                properties, "inBoundary", part.refs(part.kind() == Kind.ZONE ? Field.PARENT : Field.ZONE), Kind.ZONE);
        references(properties, "dataflow:source", part.refs(Field.FROM), Kind.ASSET);
        references(properties, "dataflow:destination", part.refs(Field.TO), Kind.ASSET);
        references(properties, "dataflow:data", part.refs(Field.SENDS), Kind.DATA);
        processedBy
                .getOrDefault(part.ref(), List.of())
                .forEach(id -> property(properties, "processedBy", id(Ref.asset(id))));
        storedBy.getOrDefault(part.ref(), List.of()).forEach(id -> property(properties, "storedBy", id(Ref.asset(id))));
        Optional.ofNullable(shapes.get(part.ref())).ifPresent(shape -> {
            property(properties, "shape:width", Shape.plain(shape.width()));
            property(properties, "shape:height", Shape.plain(shape.height()));
            property(properties, "shape:x", Shape.plain(shape.x()));
            property(properties, "shape:y", Shape.plain(shape.y()));
        });
        part.texts(Field.TAGS).forEach(tag -> property(properties, "tag", tag));
        part.told().forEach((name, value) -> property(properties, name, value));
        return named(part).items("properties", properties).end();
    }

    /** The word by which the reader knows what it is. */
    private static String type(Part part) {
        return switch (part.kind()) {
            case ZONE -> "boundary";
            case LINK -> "dataflow";
            case DATA -> "asset";
            case MODEL, BOUNDARY, ASSET, PERSONA, THREAT, CONTROL, ASSUMPTION, RISK, DIAGRAM ->
                switch (part.text(Field.CATEGORY, "process")) {
                    case "external" -> "actor";
                    case "store" -> "datastore";
                    default ->
                        part.text(Field.TYPE)
                                .filter(type ->
                                        !Set.of("boundary", "dataflow", "asset").contains(type))
                                .orElse("server");
                };
        };
    }

    private void references(List<Json> properties, String name, List<Ref> refs, Kind kind) {
        refs.stream().filter(ref -> ref.kind() == kind).forEach(ref -> property(properties, name, id(ref)));
    }

    private Json.Fields named(Part part) {
        return Json.object()
                .put("type", ThreatModelBom.COMPONENT)
                .put("bom-ref", id(part))
                .put("name", part.name())
                .text("description", part.text(Field.DESCRIPTION));
    }

    private String id(Part part) {
        return id(part.ref());
    }

    private String id(Ref ref) {
        return ids.getOrDefault(ref, ref.id());
    }

    private static void property(List<Json> properties, String name, String value) {
        properties.add(Json.object()
                .put("name", ThreatModelBom.PREFIX + name)
                .put("value", value)
                .end());
    }
}
