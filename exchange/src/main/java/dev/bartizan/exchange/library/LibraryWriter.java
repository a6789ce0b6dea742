package dev.bartizan.exchange.library;

import dev.bartizan.exchange.dialect.Slugs;
import dev.bartizan.exchange.dialect.Written;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.exchange.tree.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Writes one model for the Threat Model Library. */
final class LibraryWriter {
    /** What has to be said of a persona, with what is said when nothing is known: the least. */
    static final Map<String, String> PERSONA_DEFAULTS = personaDefaults();

    private static final Set<String> FLAGS = Set.of("is_person", "malicious_intent");
    private static final String NO_ZONE = "zone-not-told";
    private static final String NO_PERSONA = "persona-not-told";
    private static final Set<String> ACTORS =
            Set.of("system", "user", "power_user", "administrator", "engineer", "third_party");
    private static final Set<String> STORES = Set.of("sql", "key_value", "document", "object", "graph", "time_series");
    private static final Set<String> DRAWINGS = Set.of("graphviz", "mermaid", "plantuml", "svg");

    private final ThreatModel model;
    private final Slugs slugs;
    private final Map<Ref, String> ids = new HashMap<>();
    private final Map<Ref, List<Part>> storesByData = new HashMap<>();
    private boolean needsZone;
    private boolean needsPersona;

    LibraryWriter(ThreatModel model) {
        this.model = model;
        this.slugs = Slugs.of(
                model,
                List.of(
                        List.of(Kind.ZONE),
                        List.of(Kind.ASSET),
                        List.of(Kind.LINK),
                        List.of(Kind.DATA),
                        List.of(Kind.PERSONA),
                        List.of(Kind.THREAT),
                        List.of(Kind.CONTROL),
                        List.of(Kind.RISK)));
        ids.putAll(slugs.changed());
        for (Part asset : model.assets()) {
            if (category(asset).equals("store")) {
                asset.refs(Field.STORES)
                        .forEach(data -> storesByData
                                .computeIfAbsent(data, _ -> new ArrayList<>())
                                .add(asset));
            }
        }
    }

    Written write() {
        List<Json> actors = assets("external", this::actor);
        List<Json> components = assets("process", this::component);
        List<Json> stores = assets("store", this::store);
        List<Json> threats = model.threats().stream().map(this::threat).toList();
        var zones = new ArrayList<>(
                model.zones().stream().<Json>map(zone -> named(zone).end()).toList());
        if (needsZone) {
            zones.add(invented(NO_ZONE, "Zone not told").end());
        }
        var personas = new ArrayList<>(
                model.parts(Kind.PERSONA).stream().map(this::persona).toList());
        if (needsPersona) {
            personas.add(traits(invented(NO_PERSONA, "Persona not told"), Map.of()));
        }
        Json.Fields tree = header().items("diagrams", diagrams())
                .put("trust_zones", Json.items(zones))
                .put("trust_boundaries", all(Kind.BOUNDARY, this::boundary))
                .put("actors", Json.items(actors))
                .put("components", Json.items(components))
                .put("data_stores", Json.items(stores))
                .put("data_sets", all(Kind.DATA, this::dataSet))
                .put("data_flows", Json.items(flows()))
                .items("assumptions", assumptions())
                .items("threat_personas", personas)
                .items("threats", threats)
                .items("controls", model.controls().stream().map(this::control).toList())
                .items("risks", model.parts(Kind.RISK).stream().map(this::risk).toList());
        return new Written(tree.end(), ids);
    }

    private Json.Fields header() {
        Part header = model.header();
        String name = header.text(Field.NAME, "Threat model");
        Json.Fields tree = Json.object()
                .put("version", header.attribute("version").orElse("1.0"))
                .put(
                        "scope",
                        Json.object()
                                .put("title", name)
                                .put("description", header.text(Field.DESCRIPTION, name))
                                .put(
                                        "business_criticality",
                                        header.text(Field.CRITICALITY)
                                                .flatMap(ThreatModelLibrary.DEGREE::word)
                                                .orElse("moderate"))
                                .put("data_sensitivity", Json.texts(header.texts(Field.SENSITIVITY)))
                                .put("exposure", header.attribute("exposure").orElse("external"))
                                .put("tier", header.attribute("tier").orElse("important"))
                                .end())
                .text("reviewed_at", header.text(Field.DATE));
        ThreatModelLibrary.HEADER_TEXTS.stream()
                .filter(key -> !tree.has(key))
                .forEach(key -> tree.text(key, header.attribute(key)));
        return tree.flag("frozen", header.attribute("frozen").map(Boolean::parseBoolean));
    }

    private Json boundary(Part boundary) {
        List<String> zones =
                boundary.refs(Field.BETWEEN).stream().map(slugs::of).toList();
        if (zones.size() < 2) {
            needsZone = true;
        }
        String one = zones.isEmpty() ? NO_ZONE : zones.getFirst();
        String other = zones.size() < 2 ? NO_ZONE : zones.get(1);
        if (!boundary.id().equals(one + "|" + other)) {
            ids.put(boundary.ref(), one + "|" + other);
        }
        Json.Fields fields = Json.object().put("trust_zone_a", one).put("trust_zone_b", other);
        ThreatModelLibrary.BOUNDARY_LISTS.forEach(key -> fields.texts(key, list(boundary, key)));
        ThreatModelLibrary.BOUNDARY_FLAGS.forEach(
                key -> fields.flag(key, boundary.attribute(key).map(Boolean::parseBoolean)));
        ThreatModelLibrary.BOUNDARY_NUMBERS.forEach(
                key -> boundary.attribute(key).ifPresent(value -> fields.put(key, Json.number(value))));
        return fields.end();
    }

    private List<Json> assets(String category, Function<Part, Json> writer) {
        return model.assets().stream()
                .filter(asset -> category(asset).equals(category))
                .map(writer)
                .toList();
    }

    /** What nobody classified is a component. */
    private static String category(Part asset) {
        return asset.text(Field.CATEGORY, "process");
    }

    private Json actor(Part asset) {
        return placed(named(asset), asset)
                .put("type", known(asset, ACTORS, "third_party"))
                .text("permissions", asset.attribute("permissions"))
                .end();
    }

    private Json component(Part asset) {
        return placed(named(asset), asset)
                .text("parent_component", asset.ref(Field.PARENT).map(slugs::of))
                .text("repo_link", asset.attribute("repo_link"))
                .end();
    }

    private Json store(Part asset) {
        return placed(named(asset), asset)
                .put("type", known(asset, STORES, "object"))
                .text("vendor", asset.attribute("vendor"))
                .text("product", asset.attribute("product"))
                .end();
    }

    private static String known(Part asset, Set<String> words, String otherwise) {
        return asset.text(Field.TYPE).filter(words::contains).orElse(otherwise);
    }

    private Json.Fields placed(Json.Fields fields, Part asset) {
        String zone = asset.ref(Field.ZONE)
                .or(() -> model.zoneOf(asset).map(Part::ref))
                .map(slugs::of)
                .orElse(NO_ZONE);
        needsZone |= zone.equals(NO_ZONE);
        return fields.put("trust_zone", zone);
    }

    private Json dataSet(Part data) {
        var placements = new ArrayList<Json>();
        for (Part asset : storesByData.getOrDefault(data.ref(), List.of())) {
            placements.add(Json.object()
                    .put("data_store", slugs.of(asset.ref()))
                    .flag("encrypted", data.attribute("encrypted@" + asset.id()).map(Boolean::parseBoolean))
                    .end());
        }
        Json.Fields fields = named(data)
                .put("placements", Json.items(placements))
                .put("data_sensitivity", Json.texts(data.texts(Field.SENSITIVITY)))
                .texts("access_control_methods", list(data, "access_control_methods"));
        data.attribute("record_count").ifPresent(count -> fields.put("record_count", Json.number(count)));
        return fields.end();
    }

    /** Those that lead from somewhere to somewhere: one that is only drawn cannot be told. */
    private List<Json> flows() {
        return model.links().stream()
                .filter(link ->
                        link.ref(Field.FROM).isPresent() && link.ref(Field.TO).isPresent())
                .map(this::flow)
                .toList();
    }

    private Json flow(Part link) {
        boolean isSensitive = link.attribute("has_sensitive_data")
                .map(Boolean::parseBoolean)
                .orElseGet(() -> !link.refs(Field.SENDS).isEmpty());
        return named(link)
                .put("source", end(link, Field.FROM))
                .put("destination", end(link, Field.TO))
                .put("has_sensitive_data", Json.flag(isSensitive))
                .put("encrypted", Json.flag(link.flag(Field.ENCRYPTED).orElse(false)))
                .end();
    }

    private Json end(Part link, Field field) {
        Ref asset = link.ref(field).orElse(Ref.asset(""));
        String category = model.find(asset).map(LibraryWriter::category).orElse("process");
        String type = switch (category) {
            case "external" -> "actor";
            case "store" -> "data_store";
            default -> "component";
        };
        return Json.object().put("type", type).put("object", slugs.of(asset)).end();
    }

    private List<Json> assumptions() {
        var assumptions = new ArrayList<Json>();
        for (Part assumption : model.parts(Kind.ASSUMPTION)) {
            assumptions.add(assumption(assumption));
            ids.put(assumption.ref(), "assumptions-" + assumptions.size());
        }
        return assumptions;
    }

    private Json assumption(Part assumption) {
        return Json.object()
                .put("description", assumption.text(Field.DESCRIPTION, assumption.name()))
                .texts(
                        "topics",
                        assumption.refs(Field.ABOUT).stream().map(slugs::of).toList())
                .put(
                        "validity",
                        assumption
                                .text(Field.STATUS)
                                .flatMap(ThreatModelLibrary.VALIDITY::theirs)
                                .orElse("unconfirmed"))
                .end();
    }

    private Json persona(Part persona) {
        return traits(named(persona), persona.attributes());
    }

    private static Json traits(Json.Fields fields, Map<String, String> known) {
        PERSONA_DEFAULTS.forEach((key, otherwise) -> {
            String value = known.getOrDefault(key, otherwise);
            fields.put(key, FLAGS.contains(key) ? Json.flag(Boolean.parseBoolean(value)) : Json.text(value));
        });
        return fields.end();
    }

    private Json threat(Part threat) {
        String persona = threat.ref(Field.PERSONA).map(slugs::of).orElse(NO_PERSONA);
        needsPersona |= persona.equals(NO_PERSONA);
        List<String> sources = list(threat, "sources");
        return named(threat)
                .texts(
                        "components_affected",
                        threat.refs(Field.TARGETS).stream()
                                .filter(target -> target.kind() == Kind.ASSET)
                                .map(slugs::of)
                                .toList())
                .put("threat_persona", persona)
                .put("event", threat.attribute("event").orElse(threat.name()))
                .put("sources", Json.texts(sources.isEmpty() ? List.of("adversary") : sources))
                .items("attack_mechanisms", references(threat, "CAPEC-", "capec"))
                .items("weaknesses", references(threat, "CWE-", "cwe"))
                .end();
    }

    private static List<Json> references(Part threat, String prefix, String catalogue) {
        return threat.texts(Field.REFERENCES).stream()
                .filter(reference -> reference.startsWith(prefix))
                .<Json>map(reference -> Json.object()
                        .put(catalogue + "_id", Json.number(reference.substring(prefix.length())))
                        .text(catalogue + "_title", threat.attribute(reference))
                        .end())
                .toList();
    }

    private Json control(Part control) {
        Json.Fields fields = named(control).put("threats", Json.texts(threats(control)));
        control.ref(Field.ABOUT)
                .filter(about -> about.kind() == Kind.BOUNDARY)
                .map(about -> about.id().split("\\|", 2))
                .filter(zones -> zones.length == 2)
                .ifPresent(zones -> fields.put(
                        "trust_boundary",
                        Json.object()
                                .put("trust_zone_a", slugs.of(Ref.zone(zones[0])))
                                .put("trust_zone_b", slugs.of(Ref.zone(zones[1])))
                                .end()));
        return fields.put(
                        "status",
                        control.text(Field.STATUS)
                                .flatMap(ThreatModelLibrary.CONTROL_STATUS::theirs)
                                .orElse("suggested"))
                .put("priority", control.text(Field.PRIORITY, "none"))
                .end();
    }

    private Json risk(Part risk) {
        return named(risk)
                .put("threats", Json.texts(threats(risk)))
                .put(
                        "likelihood",
                        risk.text(Field.LIKELIHOOD)
                                .flatMap(ThreatModelLibrary.LIKELIHOOD::word)
                                .orElse("possible"))
                .put(
                        "impact",
                        risk.text(Field.IMPACT)
                                .flatMap(ThreatModelLibrary.IMPACT::word)
                                .orElse("moderate"))
                .put("impact_description", risk.attribute("impact_description").orElse(risk.name()))
                .put("score", Json.number(risk.text(Field.SCORE, "0")))
                .put(
                        "level",
                        risk.text(Field.SEVERITY)
                                .flatMap(ThreatModelLibrary.LEVEL::theirs)
                                .orElse("medium"))
                .end();
    }

    private List<String> threats(Part part) {
        return part.refs(Field.THREATS).stream().map(slugs::of).toList();
    }

    private List<Json> diagrams() {
        var diagrams = new ArrayList<Json>();
        for (Part diagram : model.parts(Kind.DIAGRAM)) {
            boolean isDrawn = DRAWINGS.contains(diagram.text(Field.TYPE, ""))
                    && diagram.text(Field.SOURCE).isPresent();
            if (isDrawn) {
                diagrams.add(Json.object()
                        .put("title", diagram.name())
                        .text("description", diagram.text(Field.DESCRIPTION))
                        .text("link", diagram.attribute("link"))
                        .put("type", diagram.text(Field.TYPE, ""))
                        .put("source", diagram.text(Field.SOURCE, ""))
                        .end());
                ids.put(diagram.ref(), "diagrams-" + diagrams.size());
            }
        }
        return diagrams;
    }

    private Json all(Kind kind, Function<Part, Json> writer) {
        return Json.items(model.parts(kind).stream().map(writer).toList());
    }

    private static List<String> list(Part part, String attribute) {
        return part.attribute(attribute).map(text -> List.of(text.split(", "))).orElse(List.of());
    }

    private Json.Fields named(Part part) {
        return Json.object()
                .put("symbolic_name", slugs.of(part.ref()))
                .put("title", part.name())
                .put("description", part.text(Field.DESCRIPTION, part.name()));
    }

    private static Json.Fields invented(String id, String name) {
        return Json.object()
                .put("symbolic_name", id)
                .put("title", name)
                .put("description", "The model does not tell it; this format requires it.");
    }

    private static Map<String, String> personaDefaults() {
        var defaults = new LinkedHashMap<String, String>();
        defaults.put("is_person", "true");
        defaults.put("skill_level", "engineer");
        defaults.put("access_level", "anonymous");
        defaults.put("malicious_intent", "true");
        defaults.put("applicability_to_org", "moderate");
        return defaults;
    }
}
