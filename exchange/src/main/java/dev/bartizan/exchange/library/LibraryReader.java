package dev.bartizan.exchange.library;

import dev.bartizan.exchange.dialect.Spot;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.ThreatModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one file of the Threat Model Library. */
final class LibraryReader {
    private final Spot root;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Part.Draft> stores = new LinkedHashMap<>();

    LibraryReader(Spot root) {
        this.root = root;
    }

    ThreatModel read() {
        root.items("trust_zones")
                .forEach(spot -> parts.add(named(Kind.ZONE, spot).end()));
        root.items("trust_boundaries").forEach(spot -> parts.add(boundary(spot)));
        root.items("actors")
                .forEach(spot -> parts.add(asset(spot, "external")
                        .text(Field.TYPE, spot.text("type"))
                        .attribute("permissions", spot.optional("permissions"))
                        .end()));
        root.items("components")
                .forEach(spot -> parts.add(asset(spot, "process")
                        .ref(Field.PARENT, spot.optional("parent_component").map(Ref::asset))
                        .attribute("repo_link", spot.optional("repo_link"))
                        .end()));
        root.items("data_stores").forEach(spot -> stores.putIfAbsent(spot.text("symbolic_name"), store(spot)));
        List<Part> data = root.items("data_sets").stream().map(this::data).toList();
        stores.values().forEach(store -> parts.add(store.end()));
        parts.addAll(data);
        root.items("data_flows").forEach(spot -> parts.add(link(spot)));
        root.items("threat_personas").forEach(spot -> parts.add(persona(spot)));
        root.items("threats").forEach(spot -> parts.add(threat(spot)));
        root.items("controls").forEach(spot -> parts.add(control(spot)));
        root.items("risks").forEach(spot -> parts.add(risk(spot)));
        numbered("diagrams", (spot, id) -> parts.add(diagram(spot, id)));
        Map<String, Ref> names = new HashMap<>();
        parts.forEach(part -> names.putIfAbsent(part.id(), part.ref()));
        numbered("assumptions", (spot, id) -> parts.add(assumption(spot, id, names)));
        return ThreatModel.of(header(), parts);
    }

    private interface Numbered {
        void take(Spot spot, String id);
    }

    private void numbered(String key, Numbered taker) {
        int number = 1;
        for (Spot spot : root.items(key)) {
            taker.take(spot, key + "-" + number++);
        }
    }

    private Part header() {
        Spot scope = root.get("scope");
        Part.Draft draft = Part.draft(Kind.MODEL, "", scope.location())
                .text(Field.NAME, scope.text("title"))
                .text(Field.DESCRIPTION, scope.text("description"))
                .text(Field.CRITICALITY, ThreatModelLibrary.DEGREE.number(scope.text("business_criticality")))
                .texts(Field.SENSITIVITY, scope.texts("data_sensitivity"))
                .text(Field.DATE, root.text("reviewed_at"))
                .attribute("exposure", scope.optional("exposure"))
                .attribute("tier", scope.optional("tier"))
                .attribute("frozen", root.optional("frozen"));
        ThreatModelLibrary.HEADER_TEXTS.forEach(key -> draft.attribute(key, root.optional(key)));
        return draft.end();
    }

    private static Part boundary(Spot spot) {
        String one = spot.text("trust_zone_a");
        String other = spot.text("trust_zone_b");
        Part.Draft draft = Part.draft(Kind.BOUNDARY, one + "|" + other, spot.location())
                .refs(Field.BETWEEN, List.of(Ref.zone(one), Ref.zone(other)));
        ThreatModelLibrary.BOUNDARY_LISTS.forEach(key -> draft.attribute(key, joined(spot, key)));
        ThreatModelLibrary.BOUNDARY_FLAGS.forEach(key -> draft.attribute(key, spot.optional(key)));
        ThreatModelLibrary.BOUNDARY_NUMBERS.forEach(key -> draft.attribute(key, spot.optional(key)));
        return draft.end();
    }

    private static Part.Draft asset(Spot spot, String category) {
        return named(Kind.ASSET, spot)
                .text(Field.CATEGORY, category)
                .ref(Field.ZONE, spot.optional("trust_zone").map(Ref::zone));
    }

    private static Part.Draft store(Spot spot) {
        return asset(spot, "store")
                .text(Field.TYPE, spot.text("type"))
                .attribute("vendor", spot.optional("vendor"))
                .attribute("product", spot.optional("product"));
    }

    private Part data(Spot spot) {
        Part.Draft draft = named(Kind.DATA, spot)
                .texts(Field.SENSITIVITY, spot.texts("data_sensitivity"))
                .attribute("access_control_methods", joined(spot, "access_control_methods"))
                .attribute("record_count", spot.optional("record_count"));
        for (Spot placement : spot.items("placements")) {
            String id = placement.text("data_store");
            Part.Draft store = stores.get(id);
            if (store != null) {
                store.addRef(Field.STORES, Ref.data(spot.text("symbolic_name")));
                draft.attribute("encrypted@" + id, placement.optional("encrypted"));
            }
        }
        return draft.end();
    }

    private static Part link(Spot spot) {
        return named(Kind.LINK, spot)
                .ref(Field.FROM, spot.get("source").optional("object").map(Ref::asset))
                .ref(Field.TO, spot.get("destination").optional("object").map(Ref::asset))
                .flag(Field.ENCRYPTED, spot.flag("encrypted"))
                .attribute("has_sensitive_data", spot.optional("has_sensitive_data"))
                .end();
    }

    private static Part persona(Spot spot) {
        Part.Draft draft = named(Kind.PERSONA, spot);
        LibraryWriter.PERSONA_DEFAULTS.keySet().forEach(key -> draft.attribute(key, spot.optional(key)));
        return draft.end();
    }

    private static Part threat(Spot spot) {
        Part.Draft draft = named(Kind.THREAT, spot)
                .refs(
                        Field.TARGETS,
                        spot.texts("components_affected").stream()
                                .map(Ref::asset)
                                .toList())
                .ref(Field.PERSONA, spot.optional("threat_persona").map(id -> new Ref(Kind.PERSONA, id)))
                .attribute("event", spot.optional("event"))
                .attribute("sources", joined(spot, "sources"));
        var references = new ArrayList<String>();
        spot.items("attack_mechanisms").forEach(entry -> reference("CAPEC-", "capec", entry, references, draft));
        spot.items("weaknesses").forEach(entry -> reference("CWE-", "cwe", entry, references, draft));
        return draft.texts(Field.REFERENCES, references).end();
    }

    private static void reference(
            String prefix, String catalogue, Spot entry, List<String> references, Part.Draft draft) {
        String reference = prefix + entry.text(catalogue + "_id");
        references.add(reference);
        draft.attribute(reference, entry.optional(catalogue + "_title"));
    }

    private static Part control(Spot spot) {
        Spot boundary = spot.get("trust_boundary");
        return named(Kind.CONTROL, spot)
                .refs(Field.THREATS, threats(spot))
                .text(Field.STATUS, ThreatModelLibrary.CONTROL_STATUS.ours(spot.text("status")))
                .text(Field.PRIORITY, spot.text("priority"))
                .refs(
                        Field.ABOUT,
                        boundary.has("trust_zone_a")
                                ? List.of(new Ref(
                                        Kind.BOUNDARY,
                                        boundary.text("trust_zone_a") + "|" + boundary.text("trust_zone_b")))
                                : List.of())
                .end();
    }

    private static Part risk(Spot spot) {
        return named(Kind.RISK, spot)
                .refs(Field.THREATS, threats(spot))
                .text(Field.LIKELIHOOD, ThreatModelLibrary.LIKELIHOOD.number(spot.text("likelihood")))
                .text(Field.IMPACT, ThreatModelLibrary.IMPACT.number(spot.text("impact")))
                .text(Field.SCORE, spot.text("score"))
                .text(Field.SEVERITY, ThreatModelLibrary.LEVEL.ours(spot.text("level")))
                .attribute("impact_description", spot.optional("impact_description"))
                .end();
    }

    private static Part diagram(Spot spot, String id) {
        return Part.draft(Kind.DIAGRAM, id, spot.location())
                .text(Field.NAME, spot.text("title"))
                .text(Field.DESCRIPTION, spot.text("description"))
                .text(Field.TYPE, spot.text("type"))
                .text(Field.SOURCE, spot.text("source"))
                .attribute("link", spot.optional("link"))
                .end();
    }

    private static Part assumption(Spot spot, String id, Map<String, Ref> names) {
        return Part.draft(Kind.ASSUMPTION, id, spot.location())
                .text(Field.DESCRIPTION, spot.text("description"))
                .text(Field.STATUS, ThreatModelLibrary.VALIDITY.ours(spot.text("validity")))
                .refs(
                        Field.ABOUT,
                        spot.texts("topics").stream()
                                .flatMap(topic -> Optional.ofNullable(names.get(topic)).stream())
                                .toList())
                .end();
    }

    private static List<Ref> threats(Spot spot) {
        return spot.texts("threats").stream().map(Ref::threat).toList();
    }

    private static Optional<String> joined(Spot spot, String key) {
        return Optional.of(String.join(", ", spot.texts(key))).filter(text -> !text.isEmpty());
    }

    private static Part.Draft named(Kind kind, Spot spot) {
        return Part.draft(kind, spot.text("symbolic_name"), spot.location())
                .text(Field.NAME, spot.text("title"))
                .text(Field.DESCRIPTION, spot.text("description"));
    }
}
