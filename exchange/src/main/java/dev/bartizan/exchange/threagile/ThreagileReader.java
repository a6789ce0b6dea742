package dev.bartizan.exchange.threagile;

import dev.bartizan.exchange.dialect.Slugs;
import dev.bartizan.exchange.dialect.Spot;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.ThreatModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one model of Threagile. */
final class ThreagileReader {
    static final Set<String> ASSET_TEXTS = Set.of(
            "usage",
            "used_as_client_by_human",
            "size",
            "internet",
            "machine",
            "encryption",
            "owner",
            "multi_tenant",
            "redundant",
            "custom_developed_parts",
            "diagram_tweak_order");
    static final Set<String> LINK_TEXTS =
            Set.of("vpn", "ip_filtered", "readonly", "usage", "diagram_tweak_weight", "diagram_tweak_constraint");
    static final Set<String> DATA_TEXTS = Set.of("usage", "origin", "owner", "quantity");
    static final Set<String> TRACKING_TEXTS = Set.of("ticket", "date", "checked_by");
    static final Set<String> OVERVIEWS = Set.of("application_description", "business_overview", "technical_overview");

    private final Spot root;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Part.Draft> assets = new LinkedHashMap<>();
    private final Map<String, Part.Draft> zones = new LinkedHashMap<>();

    ThreagileReader(Spot root) {
        this.root = root;
    }

    ThreatModel read() {
        each("technical_assets", (name, spot) -> asset(name, spot));
        each("trust_boundaries", (name, spot) -> zones.putIfAbsent(spot.text("id"), zone(name, spot)));
        each("trust_boundaries", (_, spot) -> inside(spot));
        zones.values().forEach(zone -> parts.add(zone.end()));
        assets.values().forEach(asset -> parts.add(asset.end()));
        each("data_assets", (name, spot) -> parts.add(data(name, spot)));
        each(Threagile.INDIVIDUAL, this::category);
        root.items(Threagile.CUSTOM).forEach(spot -> category(spot.text("title"), spot));
        each("risk_tracking", (name, spot) -> parts.add(tracking(name, spot)));
        return ThreatModel.of(header(), parts);
    }

    private interface NamedSpot {
        void take(String name, Spot spot);
    }

    private void each(String key, NamedSpot taker) {
        each(root.get(key), taker);
    }

    private static void each(Spot mapping, NamedSpot taker) {
        mapping.keys().forEach(name -> taker.take(name, mapping.get(name)));
    }

    private Part header() {
        Spot author = root.get("author");
        Part.Draft draft = Part.draft(Kind.MODEL, "", root.get("title").location())
                .text(Field.NAME, root.text("title"))
                .text(Field.DESCRIPTION, root.text("management_summary_comment"))
                .text(Field.DATE, root.text("date"))
                .text(Field.OWNER, author.text("name"))
                .texts(
                        Field.CONTRIBUTORS,
                        root.items("contributors").stream()
                                .map(contributor -> contributor.text("name"))
                                .filter(name -> !name.isEmpty())
                                .toList())
                .text(Field.CRITICALITY, Threagile.CRITICALITY.number(root.text("business_criticality")))
                .texts(Field.TAGS, root.texts("tags_available"))
                .attribute("homepage", author.optional("homepage"))
                .attribute("contact", author.optional("contact"));
        OVERVIEWS.forEach(key -> draft.attribute(key, root.get(key).optional("description")));
        if (root.has(Threagile.INDIVIDUAL)) {
            draft.note(Threagile.INDIVIDUAL, "true");
        }
        return draft.end();
    }

    private void asset(String name, Spot spot) {
        String id = spot.text("id");
        Part.Draft draft = named(Kind.ASSET, id, name, spot)
                .text(Field.CATEGORY, Threagile.CATEGORY.ours(spot.text("type")))
                .text(
                        Field.TYPE,
                        spot.optional("technology")
                                .or(() -> spot.texts("technologies").stream().findFirst()))
                .flag(Field.OUT_OF_SCOPE, spot.flag("out_of_scope"))
                .text(Field.SCOPE_REASON, spot.text("justification_out_of_scope"))
                .refs(Field.PROCESSES, refs(spot.texts("data_assets_processed")))
                .refs(Field.STORES, refs(spot.texts("data_assets_stored")))
                .attribute("data_formats_accepted", joined(spot.texts("data_formats_accepted")));
        rated(draft, spot);
        ASSET_TEXTS.forEach(key -> draft.attribute(key, spot.optional(key)));
        assets.putIfAbsent(id, draft);
        each(spot.get("communication_links"), (link, below) -> parts.add(link(id, link, below)));
    }

    private static Part link(String from, String name, Spot spot) {
        Part.Draft draft = named(Kind.LINK, linkId(from, name), name, spot)
                .ref(Field.FROM, Optional.of(Ref.asset(from)))
                .ref(Field.TO, spot.optional("target").map(Ref::asset))
                .text(Field.PROTOCOL, spot.text("protocol"))
                .text(Field.AUTHENTICATION, spot.text("authentication"))
                .text(Field.AUTHORIZATION, spot.text("authorization"))
                .refs(Field.SENDS, refs(spot.texts("data_assets_sent")))
                .refs(Field.RECEIVES, refs(spot.texts("data_assets_received")));
        LINK_TEXTS.forEach(key -> draft.attribute(key, spot.optional(key)));
        return draft.end();
    }

    /** As Threagile itself makes it. */
    static String linkId(String from, String name) {
        return from + ">" + Slugs.slug(name);
    }

    private static Part.Draft zone(String name, Spot spot) {
        return named(Kind.ZONE, spot.text("id"), name, spot).text(Field.TYPE, spot.text("type"));
    }

    private void inside(Spot boundary) {
        Optional<Ref> zone = Optional.of(Ref.zone(boundary.text("id")));
        boundary.texts("technical_assets_inside")
                .forEach(id -> Optional.ofNullable(assets.get(id)).ifPresent(asset -> asset.ref(Field.ZONE, zone)));
        boundary.texts("trust_boundaries_nested")
                .forEach(id -> Optional.ofNullable(zones.get(id)).ifPresent(inner -> inner.ref(Field.PARENT, zone)));
    }

    private static Part data(String name, Spot spot) {
        Part.Draft draft = named(Kind.DATA, spot.text("id"), name, spot);
        rated(draft, spot);
        DATA_TEXTS.forEach(key -> draft.attribute(key, spot.optional(key)));
        return draft.end();
    }

    private static void rated(Part.Draft draft, Spot spot) {
        Threagile.RATINGS.forEach(
                (field, key) -> draft.text(field, Threagile.rating(field).number(spot.text(key))));
        draft.text(Field.JUSTIFICATION, spot.text("justification_cia_rating"));
    }

    /** A category of risks that somebody wrote by hand: each of its risks is a threat, what is to be done about them a control. */
    private void category(String title, Spot spot) {
        String id = spot.text("id");
        var threats = new ArrayList<Ref>();
        each(spot.get("risks_identified"), (name, risk) -> {
            Part threat = threat(title, spot, name, risk);
            threats.add(threat.ref());
            parts.add(threat);
        });
        parts.add(Part.draft(Kind.CONTROL, id, spot.get("mitigation").location())
                .text(Field.NAME, spot.text("action"))
                .text(Field.DESCRIPTION, spot.text("mitigation"))
                .refs(Field.THREATS, threats)
                .end());
    }

    private static Part threat(String title, Spot category, String name, Spot risk) {
        String number = category.text("cwe");
        Part.Draft draft = Part.draft(Kind.THREAT, category.text("id") + "@" + name, risk.location())
                .text(Field.NAME, name)
                .text(Field.DESCRIPTION, category.text("description"))
                .text(Field.CATEGORIES, Threagile.STRIDE.ours(category.text("stride")))
                .texts(Field.REFERENCES, number.isEmpty() || number.equals("0") ? List.of() : List.of("CWE-" + number))
                .text(Field.SEVERITY, Threagile.SEVERITY.ours(risk.text("severity")))
                .text(Field.LIKELIHOOD, Threagile.LIKELIHOOD.number(risk.text("exploitation_likelihood")))
                .text(Field.IMPACT, Threagile.IMPACT.number(risk.text("exploitation_impact")))
                .attribute("category", Optional.of(title))
                .attribute("data_breach_probability", risk.optional("data_breach_probability"))
                .attribute("data_breach_technical_assets", joined(risk.texts("data_breach_technical_assets")))
                .attribute("most_relevant_shared_runtime", risk.optional("most_relevant_shared_runtime"));
        ThreagileWriter.TARGET_KEYS.forEach((kind, key) ->
                risk.optional(key).ifPresent(id -> draft.addRef(Field.TARGETS, new Ref(kind, id))));
        Threagile.CATEGORY_TEXTS.forEach(key -> draft.attribute(key, category.optional(key)));
        return draft.end();
    }

    private static Part tracking(String pattern, Spot spot) {
        Part.Draft draft = Part.draft(Kind.RISK, pattern, spot.location())
                .text(Field.STATUS, Threagile.TRACKING.ours(spot.text("status")))
                .text(Field.JUSTIFICATION, spot.text("justification"));
        TRACKING_TEXTS.forEach(key -> draft.attribute(key, spot.optional(key)));
        return draft.end();
    }

    private static Part.Draft named(Kind kind, String id, String name, Spot spot) {
        return Part.draft(kind, id, spot.location())
                .text(Field.NAME, name)
                .text(Field.DESCRIPTION, spot.text("description"))
                .texts(Field.TAGS, spot.texts("tags"));
    }

    private static List<Ref> refs(List<String> ids) {
        return ids.stream().map(Ref::data).toList();
    }

    private static Optional<String> joined(List<String> texts) {
        return Optional.of(String.join(", ", texts)).filter(text -> !text.isEmpty());
    }
}
