package dev.bartizan.exchange.dragon;

import dev.bartizan.exchange.dialect.Spot;
import dev.bartizan.exchange.dialect.Wording;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.Shape;
import dev.bartizan.exchange.model.ThreatModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one model of Threat Dragon. Which zone a cell is in shows where it is drawn. */
final class DragonReader {
    private final Spot root;
    private final Map<Ref, Part.Draft> cells = new LinkedHashMap<>();
    private final List<Part> threats = new ArrayList<>();
    private final List<Part> controls = new ArrayList<>();
    private final Set<String> threatIds = new HashSet<>();

    DragonReader(Spot root) {
        this.root = root;
    }

    ThreatModel read() {
        var diagrams = new ArrayList<Part>();
        for (Spot diagram : root.at("detail").items("diagrams")) {
            diagrams.add(diagram(diagram));
        }
        var parts = new ArrayList<Part>();
        cells.values().forEach(draft -> parts.add(draft.end()));
        parts.addAll(threats);
        parts.addAll(controls);
        parts.addAll(diagrams);
        return ThreatModel.of(header(), parts);
    }

    private Part header() {
        Spot summary = root.get("summary");
        Spot detail = root.get("detail");
        return Part.draft(Kind.MODEL, "", summary.location())
                .text(Field.NAME, summary.text("title"))
                .text(Field.DESCRIPTION, summary.text("description"))
                .text(Field.OWNER, summary.text("owner"))
                .text(Field.REVIEWER, detail.text("reviewer"))
                .texts(
                        Field.CONTRIBUTORS,
                        detail.items("contributors").stream()
                                .map(contributor -> contributor.text("name"))
                                .filter(name -> !name.isEmpty())
                                .toList())
                .end();
    }

    private Part diagram(Spot diagram) {
        String id = diagram.text("id");
        var shapes = new ArrayList<Shape>();
        for (Spot cell : diagram.items("cells")) {
            kind(cell).ifPresent(kind -> {
                Ref ref = new Ref(kind, cell.text("id"));
                if (cells.putIfAbsent(ref, cell(ref, cell, id)) == null) {
                    shape(ref, cell).ifPresent(shapes::add);
                    cell.get("data").items("threats").forEach(threat -> threat(threat, ref));
                }
            });
        }
        zones(shapes);
        return Part.draft(Kind.DIAGRAM, id, diagram.location())
                .text(Field.NAME, diagram.text("title"))
                .text(Field.TYPE, diagram.text("diagramType"))
                .text(Field.DESCRIPTION, diagram.text("description"))
                .shapes(shapes)
                .note("placeholder", diagram.text("placeholder"))
                .note("thumbnail", diagram.text("thumbnail"))
                .note("version", diagram.text("version"))
                .end();
    }

    /** A text that is only drawn is no part. */
    private static Optional<Kind> kind(Spot cell) {
        return switch (cell.get("data").text("type")) {
            case "tm.Actor", "tm.Process", "tm.Store" -> Optional.of(Kind.ASSET);
            case "tm.Flow" -> Optional.of(Kind.LINK);
            case "tm.BoundaryBox" -> Optional.of(Kind.ZONE);
            case "tm.Boundary" -> Optional.of(Kind.BOUNDARY);
            default -> Optional.empty();
        };
    }

    private static Part.Draft cell(Ref ref, Spot cell, String diagram) {
        Spot data = cell.get("data");
        Part.Draft draft = Part.draft(ref.kind(), ref.id(), cell.location())
                .text(Field.NAME, data.text("name"))
                .text(Field.DESCRIPTION, data.text("description"))
                .flag(Field.OUT_OF_SCOPE, data.flag("outOfScope"))
                .text(Field.SCOPE_REASON, data.text("reasonOutOfScope"))
                .flag(Field.ENCRYPTED, data.flag("isEncrypted"))
                .note(ThreatDragon.DIAGRAM, diagram)
                .attribute("privilegeLevel", data.optional("privilegeLevel").filter(text -> !text.isEmpty()));
        ThreatDragon.CELL_FLAGS.forEach(key -> draft.attribute(key, data.optional(key)));
        if (ref.kind() == Kind.ASSET) {
            draft.text(Field.CATEGORY, category(data.text("type")));
        }
        if (ref.kind() == Kind.LINK) {
            draft.text(Field.PROTOCOL, data.text("protocol"))
                    .flag(Field.BIDIRECTIONAL, data.flag("isBidirectional"))
                    .ref(Field.FROM, cell.get("source").optional("cell").map(Ref::asset))
                    .ref(Field.TO, cell.get("target").optional("cell").map(Ref::asset));
        }
        return draft;
    }

    private static String category(String type) {
        return switch (type) {
            case "tm.Actor" -> "external";
            case "tm.Store" -> "store";
            default -> "process";
        };
    }

    private static Optional<Shape> shape(Ref ref, Spot cell) {
        Spot position = cell.get("position");
        Spot size = cell.get("size");
        return position.has("x") && size.has("width")
                ? Optional.of(new Shape(
                        ref, position.number("x"), position.number("y"), size.number("width"), size.number("height")))
                : Optional.empty();
    }

    /** Each is in the smallest box that holds its middle. */
    private void zones(List<Shape> shapes) {
        List<Shape> boxes = shapes.stream()
                .filter(shape -> shape.part().kind() == Kind.ZONE)
                .toList();
        for (Shape shape : shapes) {
            Part.Draft draft = cells.get(shape.part());
            Optional<Shape> around = boxes.stream()
                    .filter(box -> box.holds(shape) && box.area() > shape.area())
                    .min(Comparator.comparingDouble(Shape::area));
            if (draft != null && around.isPresent()) {
                draft.ref(shape.part().kind() == Kind.ZONE ? Field.PARENT : Field.ZONE, around.map(Shape::part));
            }
        }
    }

    private void threat(Spot spot, Ref target) {
        String id = id(spot, target);
        threats.add(Part.draft(Kind.THREAT, id, spot.location())
                .text(Field.NAME, spot.text("title"))
                .text(Field.DESCRIPTION, spot.text("description"))
                .texts(Field.CATEGORIES, spot.text("type").isEmpty() ? List.of() : List.of(spot.text("type")))
                .text(Field.SEVERITY, ThreatDragon.SEVERITY.ours(spot.text("severity")))
                .text(Field.STATUS, ThreatDragon.STATUS.ours(spot.text("status")))
                .refs(Field.TARGETS, List.of(target))
                .attribute("modelType", spot.optional("modelType"))
                .note("number", spot.text("number"))
                .attribute("score", spot.optional("score").filter(text -> !text.isEmpty()))
                .end());
        if (!spot.text("mitigation").isEmpty()) {
            Wording wording = Wording.of(spot.text("mitigation"));
            controls.add(Part.draft(
                            Kind.CONTROL,
                            id + "-mitigation",
                            spot.get("mitigation").location())
                    .text(Field.NAME, wording.name())
                    .text(Field.DESCRIPTION, wording.description())
                    .refs(Field.THREATS, List.of(Ref.threat(id)))
                    .end());
        }
    }

    /** Its own, or one that its place gives it. */
    private String id(Spot spot, Ref target) {
        String own = spot.optional("id").orElse(spot.text("threatId"));
        String id = own.isEmpty() ? target.id() + "-threat" : own;
        String free = id;
        for (int i = 2; !threatIds.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }
}
