package dev.bartizan.exchange.otm;

import dev.bartizan.exchange.dialect.Spot;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.Shape;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.source.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one file of the Open Threat Model. */
final class OtmReader {
    private final Spot root;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Part.Draft> threats = new LinkedHashMap<>();
    private final Map<String, Part.Draft> controls = new LinkedHashMap<>();
    private final Map<String, List<Shape>> shapes = new LinkedHashMap<>();

    OtmReader(Spot root) {
        this.root = root;
    }

    ThreatModel read() {
        root.items("threats").forEach(spot -> threats.putIfAbsent(spot.text("id"), threat(spot)));
        root.items("mitigations").forEach(spot -> controls.putIfAbsent(spot.text("id"), control(spot)));
        root.items("trustZones").forEach(spot -> parts.add(zone(spot)));
        root.items("components").forEach(spot -> parts.add(asset(spot)));
        root.items("dataflows").forEach(spot -> parts.add(link(spot)));
        root.items("assets").forEach(spot -> parts.add(data(spot)));
        root.items("representations").forEach(spot -> parts.add(diagram(spot)));
        threats.values().forEach(draft -> parts.add(draft.end()));
        controls.values().forEach(draft -> parts.add(draft.end()));
        return ThreatModel.of(header(), parts);
    }

    private Part header() {
        Spot project = root.get("project");
        return named(Kind.MODEL, project)
                .text(Field.OWNER, project.text("owner"))
                .texts(Field.TAGS, project.texts("tags"))
                .attribute("ownerContact", project.optional("ownerContact"))
                .end();
    }

    private Part zone(Spot spot) {
        return placed(named(Kind.ZONE, spot), spot, Ref.zone(spot.text("id")))
                .text(Field.TYPE, spot.text("type"))
                .text(Field.TRUST, spot.get("risk").optional("trustRating"))
                .ref(
                        Field.PARENT,
                        spot.get("parent")
                                .optional("trustZone")
                                .map(Ref::zone)
                                .or(() ->
                                        spot.get("parent").optional("component").map(Ref::asset)))
                .end();
    }

    private Part asset(Spot spot) {
        Ref asset = Ref.asset(spot.text("id"));
        instances(spot, asset);
        return placed(named(Kind.ASSET, spot), spot, asset)
                .text(Field.TYPE, spot.text("type"))
                .ref(Field.ZONE, spot.get("parent").optional("trustZone").map(Ref::zone))
                .ref(Field.PARENT, spot.get("parent").optional("component").map(Ref::asset))
                .refs(Field.PROCESSES, data(spot.get("assets").texts("processed")))
                .refs(Field.STORES, data(spot.get("assets").texts("stored")))
                .texts(Field.TAGS, spot.texts("tags"))
                .end();
    }

    private Part link(Spot spot) {
        instances(spot, Ref.link(spot.text("id")));
        return named(Kind.LINK, spot)
                .ref(Field.FROM, spot.optional("source").map(Ref::asset))
                .ref(Field.TO, spot.optional("destination").map(Ref::asset))
                .flag(Field.BIDIRECTIONAL, spot.flag("bidirectional"))
                .refs(Field.SENDS, data(spot.texts("assets")))
                .texts(Field.TAGS, spot.texts("tags"))
                .end();
    }

    private static Part data(Spot spot) {
        Spot worth = spot.get("risk");
        return named(Kind.DATA, spot)
                .text(Field.CONFIDENTIALITY, worth.optional("confidentiality"))
                .text(Field.INTEGRITY, worth.optional("integrity"))
                .text(Field.AVAILABILITY, worth.optional("availability"))
                .text(Field.JUSTIFICATION, worth.text("comment"))
                .end();
    }

    private Part diagram(Spot spot) {
        Spot size = spot.get("size");
        return named(Kind.DIAGRAM, spot)
                .text(Field.TYPE, spot.text("type"))
                .text(
                        Field.SIZE,
                        size.has("width")
                                ? Shape.plain(size.number("width")) + " " + Shape.plain(size.number("height"))
                                : "")
                .attribute("repository", spot.get("repository").optional("url"))
                .shapes(shapes.getOrDefault(spot.text("id"), List.of()))
                .end();
    }

    private static Part.Draft threat(Spot spot) {
        Spot risk = spot.get("risk");
        Part.Draft draft = named(Kind.THREAT, spot)
                .texts(Field.CATEGORIES, spot.texts("categories"))
                .texts(Field.REFERENCES, spot.texts("cwes"))
                .text(Field.LIKELIHOOD, risk.optional("likelihood"))
                .text(Field.IMPACT, risk.optional("impact"))
                .texts(Field.TAGS, spot.texts("tags"))
                .attribute("likelihoodComment", risk.optional("likelihoodComment"))
                .attribute("impactComment", risk.optional("impactComment"));
        OtmWriter.BESIDE.forEach(
                (key, field) -> draft.text(field, spot.get("attributes").optional(key)));
        return draft;
    }

    private static Part.Draft control(Spot spot) {
        return named(Kind.CONTROL, spot).text(Field.REDUCTION, spot.optional("riskReduction"));
    }

    /** Where a threat stands at a component or dataflow, and what is done about it there. */
    private void instances(Spot holder, Ref target) {
        for (Spot instance : holder.items("threats")) {
            String id = instance.text("threat");
            Part.Draft threat = threats.get(id);
            if (threat == null) {
                continue;
            }
            threat.addRef(Field.TARGETS, target).text(Field.STATUS, Otm.THREAT_STATES.ours(instance.text("state")));
            for (Spot mitigation : instance.items("mitigations")) {
                Part.Draft control = controls.get(mitigation.text("mitigation"));
                if (control != null) {
                    control.addRef(Field.THREATS, Ref.threat(id))
                            .text(Field.STATUS, Otm.CONTROL_STATES.ours(mitigation.text("state")));
                }
            }
        }
    }

    private Part.Draft placed(Part.Draft draft, Spot spot, Ref part) {
        for (Spot element : spot.items("representations")) {
            Spot position = element.get("position");
            Spot size = element.get("size");
            if (position.has("x") && size.has("width")) {
                shapes.computeIfAbsent(element.text("representation"), _ -> new ArrayList<>())
                        .add(new Shape(
                                part,
                                position.number("x"),
                                position.number("y"),
                                size.number("width"),
                                size.number("height")));
            }
        }
        return draft;
    }

    private static Part.Draft named(Kind kind, Spot spot) {
        Part.Draft draft = Part.draft(kind, spot.text("id"), spot.location())
                .text(Field.NAME, spot.text("name"))
                .text(Field.DESCRIPTION, spot.text("description"));
        attributes(draft, spot.get("attributes"), kind);
        attributes(draft, spot.get("properties"), kind);
        return draft;
    }

    private static void attributes(Part.Draft draft, Spot attributes, Kind kind) {
        for (String key : attributes.keys()) {
            if (attributes.get(key).node() instanceof Scalar
                    && !(kind == Kind.THREAT && OtmWriter.BESIDE.containsKey(key))) {
                draft.attribute(key, attributes.optional(key));
            }
        }
    }

    private static List<Ref> data(List<String> ids) {
        return ids.stream().map(Ref::data).toList();
    }
}
