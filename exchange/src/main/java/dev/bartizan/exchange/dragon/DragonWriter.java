package dev.bartizan.exchange.dragon;

import dev.bartizan.exchange.dialect.Wording;
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
import java.util.stream.Collectors;

/** Writes one model for Threat Dragon. What is drawn nowhere is laid out in a diagram of its own. */
final class DragonWriter {
    /** What a diagram may have as id. */
    private static final String NUMBER = "[0-9]{1,9}";

    private static final int SHORTEST_ID = 2;
    private static final String THUMBNAIL = "./public/content/images/thumbnail.stride.jpg";

    private final ThreatModel model;
    private final Map<Ref, List<Part>> threats;
    private final Map<String, List<Part>> controls;
    private final Map<Ref, String> ids = new HashMap<>();
    private final Map<Ref, Shape> shapes = new HashMap<>();
    private final Map<Ref, String> diagramOf = new HashMap<>();
    private int number;
    private int nextDiagram;

    DragonWriter(ThreatModel model) {
        this.model = model;
        this.threats = model.threatsByTarget();
        this.controls = model.controlsByThreat();
        this.number = model.threats().stream()
                .flatMap(threat -> threat.note("number").stream())
                .filter(text -> text.matches(NUMBER))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    Written write() {
        settleIds();
        var diagrams = new LinkedHashMap<String, Part>();
        for (Part diagram : model.parts(Kind.DIAGRAM)) {
            boolean isDrawn =
                    !diagram.shapes().isEmpty() || diagram.note("thumbnail").isPresent();
            if (isDrawn) {
                diagrams.put(diagram.id(), diagram);
            }
        }
        place(diagrams);
        var written = new ArrayList<Json>();
        for (Part diagram : diagrams.values()) {
            String id = diagram.id().matches(NUMBER) ? diagram.id() : free(diagrams);
            if (!id.equals(diagram.id())) {
                ids.put(diagram.ref(), id);
            }
            written.add(diagram(diagram, id));
        }
        return new Written(tree(written), ids);
    }

    /** A number that no diagram has. */
    private String free(Map<String, Part> diagrams) {
        while (diagrams.containsKey(Integer.toString(nextDiagram))) {
            nextDiagram++;
        }
        return Integer.toString(nextDiagram++);
    }

    /** Cells share one space of ids; of two parts of different kinds with one id the second gets its kind before it, and what is too short. */
    private void settleIds() {
        var taken = new HashMap<String, Ref>();
        for (Kind kind : List.of(Kind.ASSET, Kind.ZONE, Kind.BOUNDARY, Kind.LINK)) {
            for (Part part : model.parts(kind)) {
                Ref owner = taken.putIfAbsent(part.id(), part.ref());
                boolean isTaken = owner != null && !owner.equals(part.ref());
                if (isTaken || part.id().length() < SHORTEST_ID) {
                    ids.put(part.ref(), part.ref().written());
                }
            }
        }
    }

    private Json tree(List<Json> diagrams) {
        Part header = model.header();
        return Json.object()
                .put("version", ThreatDragon.WRITTEN_VERSION)
                .put(
                        "summary",
                        Json.object()
                                .put("title", header.text(Field.NAME, "Threat model"))
                                .text("owner", header.text(Field.OWNER))
                                .text("description", header.text(Field.DESCRIPTION))
                                .put("id", Json.number(0))
                                .end())
                .put(
                        "detail",
                        Json.object()
                                .put(
                                        "contributors",
                                        Json.items(header.texts(Field.CONTRIBUTORS).stream()
                                                .<Json>map(name -> Json.object()
                                                        .put("name", name)
                                                        .end())
                                                .toList()))
                                .put("diagrams", Json.items(diagrams))
                                .put("diagramTop", Json.number(diagrams.size()))
                                .put("reviewer", header.text(Field.REVIEWER, ""))
                                .put("threatTop", Json.number(number))
                                .end())
                .end();
    }

    /** Decides for every part which diagram shows it; what no diagram shows yet comes into a new one. */
    private void place(Map<String, Part> diagrams) {
        diagrams.values()
                .forEach(diagram -> diagram.shapes().forEach(shape -> {
                    shapes.putIfAbsent(shape.part(), shape);
                    diagramOf.putIfAbsent(shape.part(), diagram.id());
                }));
        boolean isMissing = false;
        for (Part part : drawn()) {
            part.note(ThreatDragon.DIAGRAM)
                    .filter(diagrams::containsKey)
                    .ifPresent(diagram -> diagramOf.put(part.ref(), diagram));
            boolean isBox = part.kind() == Kind.ASSET || part.kind() == Kind.ZONE;
            isMissing |= isBox && !diagramOf.containsKey(part.ref());
        }
        if (isMissing || diagrams.isEmpty()) {
            Part own = layout(diagrams);
            diagrams.put(own.id(), own);
            own.shapes().forEach(shape -> {
                shapes.put(shape.part(), shape);
                diagramOf.put(shape.part(), own.id());
            });
        }
        for (Part part : drawn()) {
            if (!diagramOf.containsKey(part.ref())) {
                String diagram = part.ref(Field.FROM)
                        .flatMap(from -> Optional.ofNullable(diagramOf.get(from)))
                        .orElseGet(() -> diagrams.keySet().iterator().next());
                diagramOf.put(part.ref(), diagram);
            }
        }
    }

    private Part layout(Map<String, Part> diagrams) {
        List<Part> zones = model.zones().stream()
                .filter(part -> !diagramOf.containsKey(part.ref()))
                .toList();
        List<Part> assets = model.assets().stream()
                .filter(part -> !diagramOf.containsKey(part.ref()))
                .toList();
        return Part.draft(Kind.DIAGRAM, free(diagrams), model.header().location())
                .text(Field.NAME, model.header().text(Field.NAME, "Data flows"))
                .shapes(BoxLayout.of(model, zones, assets))
                .end();
    }

    private List<Part> drawn() {
        var drawn = new ArrayList<>(model.zones());
        model.parts(Kind.BOUNDARY).stream()
                .filter(boundary -> boundary.refs(Field.BETWEEN).isEmpty())
                .forEach(drawn::add);
        drawn.addAll(model.assets());
        drawn.addAll(model.links());
        return drawn;
    }

    private Json diagram(Part diagram, String id) {
        var cells = new ArrayList<Json>();
        for (Part part : drawn()) {
            if (diagram.id().equals(diagramOf.get(part.ref()))) {
                cells.add(cell(part));
            }
        }
        return Json.object()
                .put("id", Json.number(id))
                .put("title", diagram.name())
                .put("diagramType", diagram.text(Field.TYPE, "STRIDE"))
                .text("description", diagram.text(Field.DESCRIPTION))
                .text("placeholder", diagram.note("placeholder"))
                .put("thumbnail", diagram.note("thumbnail").orElse(THUMBNAIL))
                .put("version", diagram.note("version").orElse(ThreatDragon.WRITTEN_VERSION))
                .put("cells", Json.items(cells))
                .end();
    }

    private Json cell(Part part) {
        Json.Fields cell = Json.object();
        Optional.ofNullable(shapes.get(part.ref()))
                .ifPresent(shape -> cell.put("position", pair("x", shape.x(), "y", shape.y()))
                        .put("size", pair("width", shape.width(), "height", shape.height())));
        cell.put("visible", Json.flag(true))
                .put("shape", shape(part))
                .put("zIndex", Json.number(zIndex(part.kind())))
                .put("id", id(part.ref()));
        if (part.kind() == Kind.LINK) {
            end(cell, "source", part, Field.FROM);
            end(cell, "target", part, Field.TO);
            cell.put("connector", "smooth").put("labels", Json.texts(List.of(part.name())));
        } else {
            cell.put(
                    "attrs",
                    Json.object()
                            .put(
                                    part.kind() == Kind.ZONE ? "label" : "text",
                                    Json.object().put("text", part.name()).end())
                            .end());
        }
        return cell.put("data", data(part)).end();
    }

    private void end(Json.Fields cell, String key, Part link, Field field) {
        link.ref(field)
                .ifPresent(asset ->
                        cell.put(key, Json.object().put("cell", id(asset)).end()));
    }

    private static int zIndex(Kind kind) {
        return switch (kind) {
            case ZONE -> -1;
            case LINK, BOUNDARY -> 10;
            default -> 1;
        };
    }

    private static String shape(Part part) {
        return switch (part.kind()) {
            case LINK -> "flow";
            case ZONE -> "trust-boundary-box";
            case BOUNDARY -> "trust-boundary-curve";
            default ->
                switch (part.text(Field.CATEGORY, "process")) {
                    case "external" -> "actor";
                    case "store" -> "store";
                    default -> "process";
                };
        };
    }

    private static String type(Part part) {
        return switch (shape(part)) {
            case "flow" -> "tm.Flow";
            case "trust-boundary-box" -> "tm.BoundaryBox";
            case "trust-boundary-curve" -> "tm.Boundary";
            case "actor" -> "tm.Actor";
            case "store" -> "tm.Store";
            default -> "tm.Process";
        };
    }

    private Json data(Part part) {
        boolean isBoundary = part.kind() == Kind.ZONE || part.kind() == Kind.BOUNDARY;
        List<Part> mine = threats.getOrDefault(part.ref(), List.of());
        Json.Fields data = Json.object()
                .put("type", type(part))
                .put("name", part.text(Field.NAME, ""))
                .put("description", part.text(Field.DESCRIPTION, ""))
                .put("isTrustBoundary", Json.flag(isBoundary))
                .put(
                        "hasOpenThreats",
                        Json.flag(mine.stream()
                                .anyMatch(threat ->
                                        threat.text(Field.STATUS, "open").equals("open"))));
        if (isBoundary) {
            return data.end();
        }
        data.flag("outOfScope", part.flag(Field.OUT_OF_SCOPE))
                .text("reasonOutOfScope", part.text(Field.SCOPE_REASON))
                .flag("isEncrypted", part.flag(Field.ENCRYPTED))
                .text("privilegeLevel", part.attribute("privilegeLevel"));
        ThreatDragon.CELL_FLAGS.forEach(
                key -> data.flag(key, part.attribute(key).map(Boolean::parseBoolean)));
        if (part.kind() == Kind.LINK) {
            data.text("protocol", part.text(Field.PROTOCOL)).flag("isBidirectional", part.flag(Field.BIDIRECTIONAL));
        }
        return data.put("threats", Json.items(mine.stream().map(this::threat).toList()))
                .end();
    }

    private Json threat(Part threat) {
        return Json.object()
                .put("id", threat.id())
                .put("title", threat.name())
                .put(
                        "status",
                        threat.text(Field.STATUS)
                                .flatMap(ThreatDragon.STATUS::theirs)
                                .orElse("Open"))
                .put(
                        "severity",
                        threat.text(Field.SEVERITY)
                                .flatMap(ThreatDragon.SEVERITY::theirs)
                                .orElse("TBA"))
                .put("type", threat.text(Field.CATEGORIES, ""))
                .put("description", threat.text(Field.DESCRIPTION, ""))
                .put("mitigation", mitigation(threat))
                .put("modelType", threat.attribute("modelType").orElse("STRIDE"))
                .put("number", threatNumber(threat))
                .put("score", threat.attribute("score").orElse(""))
                .end();
    }

    private Json threatNumber(Part threat) {
        Optional<Json> known =
                threat.note("number").filter(text -> !text.isEmpty()).map(Json::number);
        if (known.isEmpty()) {
            number++;
        }
        return known.orElseGet(() -> Json.number(number));
    }

    private String mitigation(Part threat) {
        return controls.getOrDefault(threat.id(), List.of()).stream()
                .map(control -> new Wording(control.name(), control.text(Field.DESCRIPTION, "")).text())
                .collect(Collectors.joining("\n\n"));
    }

    private String id(Ref ref) {
        return ids.getOrDefault(ref, ref.id());
    }

    private static Json pair(String oneKey, double one, String otherKey, double other) {
        return Json.object()
                .put(oneKey, Json.number(Shape.plain(one)))
                .put(otherKey, Json.number(Shape.plain(other)))
                .end();
    }
}
