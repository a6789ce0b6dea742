package dev.bartizan.exchange.otm;

import dev.bartizan.exchange.dialect.Slugs;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.Shape;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.exchange.tree.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes one model as Open Threat Model. */
final class OtmWriter {
    /** What has no key of its own in a threat, and stands among its attributes. */
    static final Map<String, Field> BESIDE = Map.of("severity", Field.SEVERITY);

    /** Where assets stand of which no zone is told: the format requires one. */
    private static final String NO_ZONE = "zone-not-told";

    private final ThreatModel model;
    private final Map<Ref, List<Part>> threats;
    private final Map<String, List<Part>> controls;
    private final Map<Ref, List<Shown>> shown;
    private boolean needsZone;

    private record Shown(Part diagram, Shape shape) {}

    OtmWriter(ThreatModel model) {
        this.model = model;
        this.threats = model.threatsByTarget();
        this.controls = model.controlsByThreat();
        this.shown = shown();
    }

    Json write() {
        List<Json> components = model.assets().stream().map(this::component).toList();
        List<Json> zones =
                new ArrayList<>(model.zones().stream().map(this::zone).toList());
        if (needsZone) {
            zones.add(Json.object()
                    .put("id", NO_ZONE)
                    .put("name", "Zone not told")
                    .put(
                            "risk",
                            Json.object().put("trustRating", Json.number(0)).end())
                    .end());
        }
        return Json.object()
                .put("otmVersion", Otm.WRITTEN_VERSION)
                .put("project", project())
                .items(
                        "representations",
                        model.parts(Kind.DIAGRAM).stream()
                                .map(this::representation)
                                .toList())
                .items("assets", model.data().stream().map(OtmWriter::asset).toList())
                .items("trustZones", zones)
                .items("components", components)
                .items("dataflows", dataflows())
                .items(
                        "threats",
                        model.threats().stream().map(OtmWriter::threat).toList())
                .items(
                        "mitigations",
                        model.controls().stream().map(OtmWriter::mitigation).toList())
                .end();
    }

    private Json project() {
        Part header = model.header();
        return attributes(
                named(header)
                        .put("id", header.id().isEmpty() ? Slugs.slug(header.name()) : header.id())
                        .text("owner", header.text(Field.OWNER))
                        .text("ownerContact", header.attribute("ownerContact"))
                        .texts("tags", header.texts(Field.TAGS)),
                header,
                Set.of("ownerContact"));
    }

    private Json representation(Part diagram) {
        Json.Fields fields = named(diagram).put("type", diagram.text(Field.TYPE, "diagram"));
        diagram.text(Field.SIZE)
                .map(size -> size.split(" "))
                .ifPresent(size -> fields.put("size", size("width", size[0], "height", size[1])));
        diagram.attribute("repository")
                .ifPresent(url ->
                        fields.put("repository", Json.object().put("url", url).end()));
        return attributes(fields, diagram, Set.of("repository"));
    }

    private static Json asset(Part data) {
        return attributes(
                named(data)
                        .put(
                                "risk",
                                Json.object()
                                        .put("confidentiality", number(data, Field.CONFIDENTIALITY))
                                        .put("integrity", number(data, Field.INTEGRITY))
                                        .put("availability", number(data, Field.AVAILABILITY))
                                        .text("comment", data.text(Field.JUSTIFICATION))
                                        .end()),
                data,
                Set.of());
    }

    private Json zone(Part zone) {
        Json.Fields fields = named(zone)
                .text("type", zone.text(Field.TYPE))
                .put(
                        "risk",
                        Json.object()
                                .put("trustRating", number(zone, Field.TRUST))
                                .end());
        zone.ref(Field.PARENT).ifPresent(parent -> fields.put("parent", parent(parent)));
        return attributes(shown(fields, zone), zone, Set.of());
    }

    private Json component(Part asset) {
        List<Ref> parents = new ArrayList<>(asset.refs(Field.PARENT));
        if (parents.isEmpty()) {
            parents.addAll(asset.refs(Field.ZONE));
        }
        needsZone |= parents.isEmpty();
        Json.Fields fields = named(asset)
                .put(
                        "type",
                        asset.text(Field.TYPE)
                                .or(() -> asset.text(Field.CATEGORY))
                                .orElse("unknown"))
                .put("parent", parent(parents.isEmpty() ? Ref.zone(NO_ZONE) : parents.getFirst()));
        Json.Fields held =
                Json.object().texts("processed", asset.ids(Field.PROCESSES)).texts("stored", asset.ids(Field.STORES));
        if (!held.isEmpty()) {
            fields.put("assets", held.end());
        }
        shown(fields, asset).items("threats", instances(asset)).texts("tags", asset.texts(Field.TAGS));
        return attributes(fields, asset, Set.of());
    }

    /** Those that lead from somewhere to somewhere: one that is only drawn cannot be told. */
    private List<Json> dataflows() {
        return model.links().stream()
                .filter(link ->
                        link.ref(Field.FROM).isPresent() && link.ref(Field.TO).isPresent())
                .map(this::dataflow)
                .toList();
    }

    private Json dataflow(Part link) {
        return attributes(
                named(link)
                        .flag("bidirectional", link.flag(Field.BIDIRECTIONAL))
                        .put("source", String.join("", link.ids(Field.FROM)))
                        .put("destination", String.join("", link.ids(Field.TO)))
                        .texts("assets", link.ids(Field.SENDS))
                        .items("threats", instances(link))
                        .texts("tags", link.texts(Field.TAGS)),
                link,
                Set.of());
    }

    private static Json threat(Part threat) {
        Json.Fields risk = Json.object()
                .put(
                        "likelihood",
                        threat.text(Field.LIKELIHOOD).map(Json::number).orElse(new Json.Null()))
                .text("likelihoodComment", threat.attribute("likelihoodComment"))
                .put("impact", number(threat, Field.IMPACT))
                .text("impactComment", threat.attribute("impactComment"));
        return attributes(
                named(threat)
                        .texts("categories", threat.texts(Field.CATEGORIES))
                        .texts(
                                "cwes",
                                threat.texts(Field.REFERENCES).stream()
                                        .filter(reference -> reference.startsWith("CWE-"))
                                        .toList())
                        .put("risk", risk.end())
                        .texts("tags", threat.texts(Field.TAGS)),
                threat,
                Set.of("likelihoodComment", "impactComment"));
    }

    private static Json mitigation(Part control) {
        return attributes(named(control).put("riskReduction", number(control, Field.REDUCTION)), control, Set.of());
    }

    private List<Json> instances(Part target) {
        return threats.getOrDefault(target.ref(), List.of()).stream()
                .<Json>map(threat -> Json.object()
                        .put("threat", threat.id())
                        .put(
                                "state",
                                threat.text(Field.STATUS)
                                        .flatMap(Otm.THREAT_STATES::theirs)
                                        .orElse("exposed"))
                        .items(
                                "mitigations",
                                controls.getOrDefault(threat.id(), List.of()).stream()
                                        .map(OtmWriter::instance)
                                        .toList())
                        .end())
                .toList();
    }

    private static Json instance(Part control) {
        return Json.object()
                .put("mitigation", control.id())
                .put(
                        "state",
                        control.text(Field.STATUS)
                                .flatMap(Otm.CONTROL_STATES::theirs)
                                .orElse("recommended"))
                .end();
    }

    private Map<Ref, List<Shown>> shown() {
        var byPart = new HashMap<Ref, List<Shown>>();
        for (Part diagram : model.parts(Kind.DIAGRAM)) {
            diagram.shapes()
                    .forEach(shape -> byPart.computeIfAbsent(shape.part(), _ -> new ArrayList<>())
                            .add(new Shown(diagram, shape)));
        }
        return byPart;
    }

    private Json.Fields shown(Json.Fields fields, Part part) {
        return fields.items(
                "representations",
                shown.getOrDefault(part.ref(), List.of()).stream()
                        .map(one -> element(one.diagram(), part, one.shape()))
                        .toList());
    }

    private static Json element(Part diagram, Part part, Shape shape) {
        return Json.object()
                .put("representation", diagram.id())
                .put("name", part.name() + " Representation")
                .put("id", part.id() + "-representation")
                .put("position", size("x", Shape.plain(shape.x()), "y", Shape.plain(shape.y())))
                .put("size", size("width", Shape.plain(shape.width()), "height", Shape.plain(shape.height())))
                .end();
    }

    private static Json size(String oneKey, String one, String otherKey, String other) {
        return Json.object()
                .put(oneKey, Json.number(one))
                .put(otherKey, Json.number(other))
                .end();
    }

    private static Json parent(Ref parent) {
        return Json.object()
                .put(parent.kind() == Kind.ZONE ? "trustZone" : "component", parent.id())
                .end();
    }

    private static Json number(Part part, Field field) {
        return part.text(field)
                .map(Json::number)
                .filter(Json.Numeral.class::isInstance)
                .orElse(Json.number(0));
    }

    private static Json.Fields named(Part part) {
        return Json.object()
                .put("name", part.name())
                .put("id", part.id())
                .text("description", part.text(Field.DESCRIPTION));
    }

    private static Json attributes(Json.Fields fields, Part part, Set<String> written) {
        var left = new TreeMap<>(part.told());
        left.keySet().removeAll(written);
        if (part.kind() == Kind.THREAT) {
            BESIDE.forEach((key, field) -> part.text(field).ifPresent(value -> left.put(key, value)));
        }
        return fields.textsByKey("attributes", left).end();
    }
}
