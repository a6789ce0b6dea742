package dev.bartizan.exchange.bom;

import dev.bartizan.exchange.dialect.Spot;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.Shape;
import dev.bartizan.exchange.model.ThreatModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the threat models of one bill of materials. */
final class BomReader {
    private final Spot root;
    private final List<Part> diagrams = new ArrayList<>();
    private final Map<Ref, Part.Draft> drafts = new LinkedHashMap<>();
    private final Set<String> data = new HashSet<>();

    /** A part and what its properties say, by name without the prefix. */
    private record Element(Ref ref, Spot spot, Map<String, List<String>> properties) {
        Optional<String> text(String name) {
            return properties.getOrDefault(name, List.of()).stream().findFirst();
        }

        List<String> texts(String name) {
            return properties.getOrDefault(name, List.of());
        }
    }

    BomReader(Spot root) {
        this.root = root;
    }

    ThreatModel read() {
        var elements = new ArrayList<Element>();
        for (Spot container : root.items("components")) {
            if (container.text("type").equals(ThreatModelBom.COMPONENT)) {
                List<Element> inside = container.items("components").stream()
                        .map(BomReader::element)
                        .toList();
                elements.addAll(inside);
                diagrams.add(diagram(container, inside));
                inside.forEach(element -> drafts.putIfAbsent(element.ref(), draft(element, container)));
            }
        }
        elements.stream()
                .map(Element::ref)
                .filter(ref -> ref.kind() == Kind.DATA)
                .forEach(ref -> data.add(ref.id()));
        elements.forEach(this::links);
        var parts = new ArrayList<Part>();
        drafts.values().forEach(draft -> parts.add(draft.end()));
        parts.addAll(diagrams);
        return ThreatModel.of(header(), parts);
    }

    private Part header() {
        Spot metadata = root.get("metadata");
        Spot component = metadata.get("component");
        return Part.draft(Kind.MODEL, component.text("bom-ref"), component.location())
                .text(Field.NAME, component.text("name"))
                .text(Field.DESCRIPTION, component.text("description"))
                .text(Field.DATE, metadata.text("timestamp"))
                .texts(
                        Field.CONTRIBUTORS,
                        metadata.items("authors").stream()
                                .map(author -> author.text("name"))
                                .filter(name -> !name.isEmpty())
                                .toList())
                .attribute("group", component.optional("group"))
                .attribute("serialNumber", root.optional("serialNumber"))
                .end();
    }

    private static Element element(Spot spot) {
        Map<String, List<String>> properties = properties(spot);
        String type = properties.getOrDefault("type", List.of("")).getFirst();
        Kind kind = switch (type) {
            case "boundary" -> Kind.ZONE;
            case "dataflow" -> Kind.LINK;
            case "asset" -> Kind.DATA;
            default -> Kind.ASSET;
        };
        return new Element(new Ref(kind, spot.text("bom-ref")), spot, properties);
    }

    private static Map<String, List<String>> properties(Spot spot) {
        var properties = new LinkedHashMap<String, List<String>>();
        for (Spot property : spot.items("properties")) {
            String name = property.text("name");
            if (name.startsWith(ThreatModelBom.PREFIX)) {
                properties
                        .computeIfAbsent(name.substring(ThreatModelBom.PREFIX.length()), _ -> new ArrayList<>())
                        .add(property.text("value"));
            }
        }
        return properties;
    }

    private static Part.Draft draft(Element element, Spot container) {
        Part.Draft draft = Part.draft(
                        element.ref().kind(), element.ref().id(), element.spot().location())
                .text(Field.NAME, element.spot().text("name"))
                .text(Field.DESCRIPTION, element.spot().text("description"))
                .note(BomWriter.CONTAINER, container.text("bom-ref"))
                .texts(Field.TAGS, element.texts("tag"));
        if (element.ref().kind() == Kind.ASSET) {
            draft.text(Field.CATEGORY, category(element.text("type").orElse("")));
        }
        element.properties().forEach((name, values) -> {
            Field field = ThreatModelBom.TEXTS.get(name);
            if (field != null) {
                draft.text(field, values.getFirst());
            } else if (!BomWriter.ELSEWHERE.contains(name)) {
                draft.attribute(name, Optional.of(values.getFirst()));
            }
        });
        element.text("inScope")
                .ifPresent(inScope -> draft.flag(Field.OUT_OF_SCOPE, Optional.of(!Boolean.parseBoolean(inScope))));
        return draft;
    }

    private static String category(String type) {
        return switch (type) {
            case "actor" -> "external";
            case "datastore" -> "store";
            default -> "process";
        };
    }

    /** What leads from one to another, once all are known. */
    private void links(Element element) {
        Part.Draft draft = drafts.get(element.ref());
        if (draft == null) {
            return;
        }
        boolean isZone = element.ref().kind() == Kind.ZONE;
        draft.ref(isZone ? Field.PARENT : Field.ZONE, element.text("inBoundary").map(Ref::zone))
                .ref(Field.FROM, element.text("dataflow:source").map(Ref::asset))
                .ref(Field.TO, element.text("dataflow:destination").map(Ref::asset));
        for (String carried : element.texts("dataflow:data")) {
            if (data.contains(carried)) {
                draft.addRef(Field.SENDS, Ref.data(carried));
            } else {
                draft.attribute("dataflow:data", Optional.of(carried));
            }
        }
        held(element, "processedBy", Field.PROCESSES);
        held(element, "storedBy", Field.STORES);
    }

    private void held(Element element, String property, Field field) {
        for (String holder : element.texts(property)) {
            Part.Draft asset = drafts.get(Ref.asset(holder));
            if (asset != null) {
                asset.addRef(field, element.ref());
            }
        }
    }

    private static Part diagram(Spot container, List<Element> inside) {
        Map<String, List<String>> properties = properties(container);
        Part.Draft draft = Part.draft(Kind.DIAGRAM, container.text("bom-ref"), container.location())
                .text(Field.NAME, container.text("name"))
                .text(Field.DESCRIPTION, container.text("description"));
        properties.forEach((name, values) -> {
            if (name.equals("type")) {
                draft.text(Field.TYPE, values.getFirst());
            } else if (!name.startsWith("diagram:")) {
                draft.attribute(name, Optional.of(values.getFirst()));
            }
        });
        if (properties.containsKey("diagram:width") && properties.containsKey("diagram:height")) {
            draft.text(
                    Field.SIZE,
                    properties.get("diagram:width").getFirst() + " "
                            + properties.get("diagram:height").getFirst());
        }
        return draft.shapes(inside.stream()
                        .filter(element -> element.text("shape:x").isPresent())
                        .map(BomReader::shape)
                        .toList())
                .end();
    }

    private static Shape shape(Element element) {
        return new Shape(
                element.ref(),
                number(element, "shape:x"),
                number(element, "shape:y"),
                number(element, "shape:width"),
                number(element, "shape:height"));
    }

    private static double number(Element element, String name) {
        try {
            return Double.parseDouble(element.text(name).orElse("0"));
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
