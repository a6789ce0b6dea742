package dev.bartizan.exchange.threagile;

import dev.bartizan.exchange.dialect.FreeNames;
import dev.bartizan.exchange.dialect.Slugs;
import dev.bartizan.exchange.dialect.Written;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.exchange.tree.Json;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Writes one model for Threagile. */
final class ThreagileWriter {
    /** Which key of a risk names a target of a kind. */
    static final Map<Kind, String> TARGET_KEYS = new EnumMap<>(Map.of(
            Kind.DATA, "most_relevant_data_asset",
            Kind.ASSET, "most_relevant_technical_asset",
            Kind.LINK, "most_relevant_communication_link",
            Kind.ZONE, "most_relevant_trust_boundary"));

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final ThreatModel model;
    private final Slugs slugs;
    private final Map<Ref, String> ids = new HashMap<>();
    private final Map<Ref, List<Part>> linksByAsset = new HashMap<>();
    private final Map<Ref, List<String>> assetsByZone = new HashMap<>();
    private final Map<Ref, List<String>> zonesByZone = new HashMap<>();

    ThreagileWriter(ThreatModel model) {
        this.model = model;
        this.slugs = Slugs.of(
                model, List.of(List.of(Kind.ASSET), List.of(Kind.ZONE), List.of(Kind.DATA), List.of(Kind.CONTROL)));
        ids.putAll(slugs.changed());
        for (Part link : model.links()) {
            link.ref(Field.FROM)
                    .ifPresent(from -> linksByAsset
                            .computeIfAbsent(from, _ -> new ArrayList<>())
                            .add(link));
        }
        collect(model.assets(), Field.ZONE, assetsByZone);
        collect(model.zones(), Field.PARENT, zonesByZone);
    }

    private void collect(List<Part> parts, Field field, Map<Ref, List<String>> byZone) {
        parts.forEach(part -> part.ref(field)
                .ifPresent(zone ->
                        byZone.computeIfAbsent(zone, _ -> new ArrayList<>()).add(slugs.of(part.ref()))));
    }

    Written write() {
        Json.Fields tree = header();
        tree.put("data_assets", byName(model.data(), this::data));
        tree.put("technical_assets", byName(model.assets(), this::asset));
        tree.put("trust_boundaries", byName(model.zones(), this::zone));
        tree.put("shared_runtimes", Json.object().end());
        new CategoryWriter(model, slugs, ids).write(tree);
        tree.entries("risk_tracking", tracking());
        return new Written(tree.end(), ids);
    }

    private Json.Fields header() {
        Part header = model.header();
        Json.Fields tree = Json.object()
                .put("threagile_version", "1.0.0")
                .put("title", header.text(Field.NAME, "Threat model"))
                .text("date", header.text(Field.DATE).flatMap(ThreagileWriter::day))
                .put(
                        "author",
                        Json.object()
                                .put("name", header.text(Field.OWNER, ""))
                                .text("contact", header.attribute("contact"))
                                .text("homepage", header.attribute("homepage"))
                                .end())
                .items(
                        "contributors",
                        header.texts(Field.CONTRIBUTORS).stream()
                                .<Json>map(
                                        name -> Json.object().put("name", name).end())
                                .toList())
                .text("management_summary_comment", header.text(Field.DESCRIPTION))
                .put(
                        "business_criticality",
                        header.text(Field.CRITICALITY)
                                .flatMap(Threagile.CRITICALITY::word)
                                .orElse("important"));
        ThreagileReader.OVERVIEWS.stream()
                .sorted()
                .forEach(key -> header.attribute(key)
                        .ifPresent(text -> tree.put(
                                key, Json.object().put("description", text).end())));
        return tree.put("tags_available", Json.texts(tags()));
    }

    /** Threagile takes only tags that the model announces. */
    private List<String> tags() {
        var tags = new ArrayList<>(new LinkedHashSet<>(model.header().texts(Field.TAGS)));
        Set<String> announced = Set.copyOf(tags);
        model.all().stream()
                .filter(part -> part.kind() != Kind.MODEL)
                .flatMap(part -> part.texts(Field.TAGS).stream())
                .distinct()
                .filter(tag -> !announced.contains(tag))
                .sorted()
                .forEachOrdered(tags::add);
        return tags;
    }

    private Json byName(List<Part> parts, Function<Part, Json> content) {
        var entries = new LinkedHashMap<String, Json>();
        for (Part part : parts) {
            String name = part.name();
            entries.put(
                    entries.containsKey(name) ? name + " (" + slugs.of(part.ref()) + ")" : name, content.apply(part));
        }
        return new Json.Entries(entries);
    }

    private Json data(Part data) {
        Json.Fields fields = described(data)
                .put("usage", data.attribute("usage").orElse("business"))
                .texts("tags", new LinkedHashSet<>(data.texts(Field.TAGS)))
                .text("origin", data.attribute("origin"))
                .text("owner", data.attribute("owner"))
                .put("quantity", data.attribute("quantity").orElse("few"));
        return rated(fields, data).end();
    }

    private Json asset(Part asset) {
        Json.Fields fields = described(asset)
                .put(
                        "type",
                        asset.text(Field.CATEGORY)
                                .flatMap(Threagile.CATEGORY::theirs)
                                .orElse("process"))
                .put("usage", asset.attribute("usage").orElse("business"))
                .put("used_as_client_by_human", flag(asset, "used_as_client_by_human"))
                .put("out_of_scope", Json.flag(asset.flag(Field.OUT_OF_SCOPE).orElse(false)))
                .text("justification_out_of_scope", asset.text(Field.SCOPE_REASON))
                .put("size", asset.attribute("size").orElse("service"))
                .put(
                        "technology",
                        asset.text(Field.TYPE).flatMap(Technologies::of).orElse(Technologies.UNKNOWN))
                .texts("tags", new LinkedHashSet<>(asset.texts(Field.TAGS)))
                .put("internet", flag(asset, "internet"))
                .put("machine", asset.attribute("machine").orElse("container"))
                .put("encryption", asset.attribute("encryption").orElse("none"))
                .put("owner", asset.attribute("owner").orElse(""));
        rated(fields, asset)
                .put("multi_tenant", flag(asset, "multi_tenant"))
                .put("redundant", flag(asset, "redundant"))
                .put("custom_developed_parts", flag(asset, "custom_developed_parts"))
                .put("data_assets_processed", references(asset, Field.PROCESSES))
                .put("data_assets_stored", references(asset, Field.STORES))
                .put("data_formats_accepted", Json.texts(list(asset, "data_formats_accepted")));
        asset.attribute("diagram_tweak_order")
                .ifPresent(order -> fields.put("diagram_tweak_order", Json.number(order)));
        return fields.put("communication_links", links(asset)).end();
    }

    private Json links(Part asset) {
        var entries = new LinkedHashMap<String, Json>();
        var slugsOfNames = new FreeNames("-");
        var names = new FreeNames(" ");
        for (Part link : linksByAsset.getOrDefault(asset.ref(), List.of())) {
            String name = names.take(link.name());
            String slug = Slugs.slug(name);
            if (!slugsOfNames.take(slug).equals(slug)) {
                // Threagile makes its ids of the names, without the signs that tell these two apart.
                name = names.take(link.name() + " (" + link.id() + ")");
            }
            String id = ThreagileReader.linkId(slugs.of(asset.ref()), name);
            if (!id.equals(link.id())) {
                ids.put(link.ref(), id);
            }
            entries.put(name, link(link));
        }
        return new Json.Entries(entries);
    }

    private Json link(Part link) {
        Json.Fields fields = Json.object()
                .put("target", link.ref(Field.TO).map(slugs::of).orElse(""))
                .put("description", link.text(Field.DESCRIPTION, ""))
                .put(
                        "protocol",
                        link.text(Field.PROTOCOL)
                                .flatMap(Technologies::protocol)
                                .orElse("unknown-protocol"))
                .put("authentication", link.text(Field.AUTHENTICATION, "none"))
                .put("authorization", link.text(Field.AUTHORIZATION, "none"))
                .texts("tags", new LinkedHashSet<>(link.texts(Field.TAGS)))
                .put("vpn", flag(link, "vpn"))
                .put("ip_filtered", flag(link, "ip_filtered"))
                .put("readonly", flag(link, "readonly"))
                .put("usage", link.attribute("usage").orElse("business"))
                .put("data_assets_sent", references(link, Field.SENDS))
                .put("data_assets_received", references(link, Field.RECEIVES));
        link.attribute("diagram_tweak_weight")
                .ifPresent(weight -> fields.put("diagram_tweak_weight", Json.number(weight)));
        return fields.flag(
                        "diagram_tweak_constraint",
                        link.attribute("diagram_tweak_constraint").map(Boolean::parseBoolean))
                .end();
    }

    private Json zone(Part zone) {
        return described(zone)
                .put(
                        "type",
                        zone.text(Field.TYPE)
                                .filter(Technologies::isBoundary)
                                .orElse("network-policy-namespace-isolation"))
                .texts("tags", new LinkedHashSet<>(zone.texts(Field.TAGS)))
                .put("technical_assets_inside", Json.texts(assetsByZone.getOrDefault(zone.ref(), List.of())))
                .put("trust_boundaries_nested", Json.texts(zonesByZone.getOrDefault(zone.ref(), List.of())))
                .end();
    }

    private Map<String, Json> tracking() {
        var tracking = new LinkedHashMap<String, Json>();
        for (Part risk : model.parts(Kind.RISK)) {
            tracking.put(
                    risk.id(),
                    Json.object()
                            .put(
                                    "status",
                                    risk.text(Field.STATUS)
                                            .flatMap(Threagile.TRACKING::theirs)
                                            .orElse("unchecked"))
                            .put("justification", risk.text(Field.JUSTIFICATION, ""))
                            .put("ticket", risk.attribute("ticket").orElse(""))
                            .put(
                                    "date",
                                    risk.attribute("date")
                                            .flatMap(ThreagileWriter::day)
                                            .map(Json::text)
                                            .orElse(new Json.Null()))
                            .put("checked_by", risk.attribute("checked_by").orElse(""))
                            .end());
        }
        return tracking;
    }

    /** The day of a date, with or without a time behind it. */
    private static Optional<String> day(String date) {
        return Optional.of(date).filter(text -> DAY.matcher(text).lookingAt()).map(text -> text.substring(0, 10));
    }

    private Json.Fields described(Part part) {
        return Json.object().put("id", slugs.of(part.ref())).put("description", part.text(Field.DESCRIPTION, ""));
    }

    private static Json.Fields rated(Json.Fields fields, Part part) {
        for (Field field : List.of(Field.CONFIDENTIALITY, Field.INTEGRITY, Field.AVAILABILITY)) {
            fields.put(
                    Optional.ofNullable(Threagile.RATINGS.get(field)).orElseThrow(),
                    part.text(field)
                            .flatMap(Threagile.rating(field)::word)
                            .orElse(field == Field.CONFIDENTIALITY ? "internal" : "operational"));
        }
        return fields.text("justification_cia_rating", part.text(Field.JUSTIFICATION));
    }

    private static Json flag(Part part, String attribute) {
        return Json.flag(part.attribute(attribute).map(Boolean::parseBoolean).orElse(false));
    }

    private Json references(Part part, Field field) {
        return Json.texts(part.refs(field).stream().map(slugs::of).toList());
    }

    static List<String> list(Part part, String attribute) {
        return part.attribute(attribute).map(text -> List.of(text.split(", "))).orElse(List.of());
    }
}
