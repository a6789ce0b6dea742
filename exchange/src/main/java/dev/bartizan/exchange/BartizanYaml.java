package dev.bartizan.exchange;

import dev.bartizan.exchange.Loss.Manner;
import dev.bartizan.exchange.dialect.Slugs;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.Scale;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.exchange.tree.Json;
import dev.bartizan.exchange.tree.YamlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What {@code bartizan.yaml} takes of a threat model: its zones, with the names of what is in them, and the parties outside. All else is left out, and told;
 * the assets themselves stand in manifests.
 */
final class BartizanYaml {
    /** Zones that need no word on how far they are trusted. */
    private static final Set<String> KNOWN_ZONES = Set.of(
            "internet",
            "partner",
            "edge",
            "serving",
            "development",
            "pipeline",
            "training",
            "data",
            "models",
            "platform",
            "management");

    private static final String OTHERWISE = "internal";

    private final ThreatModel model;
    private final List<Loss> losses = new ArrayList<>();

    private BartizanYaml(ThreatModel model) {
        this.model = model;
    }

    static ThreatModelFile.Export of(ThreatModelFile file) {
        var yaml = new BartizanYaml(file.model());
        String text = yaml.text();
        var losses = new ArrayList<>(file.kept());
        losses.addAll(yaml.losses);
        return new ThreatModelFile.Export(text, losses);
    }

    private String text() {
        Json.Fields tree = Json.object().put("version", Json.number(1));
        model.header()
                .text(Field.NAME)
                .ifPresent(name ->
                        tree.put("platform", Json.object().put("name", name).end()));
        tree.items("zones", zones()).items("externals", externals());
        for (Kind kind : Kind.values()) {
            if (kind != Kind.MODEL && kind != Kind.ZONE) {
                model.parts(kind).stream()
                        .filter(part -> !isExternal(part))
                        .forEach(part -> drop(part, "bartizan.yaml tells of zones and of parties outside only"));
            }
        }
        return YamlText.of(tree.end());
    }

    private List<Json> zones() {
        var zones = new ArrayList<Json>();
        Map<Ref, Set<String>> namesByZone = namesByZone();
        for (Part zone : model.zones()) {
            Set<String> names = namesByZone.getOrDefault(zone.ref(), Set.of());
            if (names.isEmpty()) {
                drop(zone, "nothing is told to be in it");
                continue;
            }
            String name = Slugs.slug(zone.name());
            Json.Fields fields = Json.object().put("zone", name);
            if (!KNOWN_ZONES.contains(name)) {
                fields.put("trust", trust(zone));
            }
            zones.add(fields.put(
                            "select",
                            Json.object().put("names", Json.texts(names)).end())
                    .end());
        }
        return zones;
    }

    /** Of the assets in each zone, without the namespace that stands before the names of those from a platform. */
    private Map<Ref, Set<String>> namesByZone() {
        var names = new HashMap<Ref, Set<String>>();
        for (Part asset : model.assets()) {
            String name = asset.name().substring(asset.name().lastIndexOf('/') + 1);
            if (!isExternal(asset) && !name.isEmpty()) {
                model.zoneOf(asset)
                        .ifPresent(zone -> names.computeIfAbsent(zone.ref(), _ -> new TreeSet<>())
                                .add(name));
            }
        }
        return names;
    }

    private Map<Ref, Set<String>> linksByAsset() {
        var links = new HashMap<Ref, Set<String>>();
        for (Part link : model.links()) {
            Stream.concat(link.refs(Field.FROM).stream(), link.refs(Field.TO).stream())
                    .forEach(asset -> links.computeIfAbsent(asset, _ -> new LinkedHashSet<>())
                            .add(link.name()));
        }
        return links;
    }

    private String trust(Part zone) {
        Optional<String> told = zone.text(Field.TRUST).flatMap(BartizanYaml::trust);
        if (told.isEmpty()) {
            losses.add(new Loss(
                    Manner.ASSUMED,
                    Kind.ZONE.plural(),
                    Field.TRUST.word(),
                    "trust of zone '" + zone.name() + "': " + OTHERWISE,
                    zone.location(),
                    "bartizan.yaml requires it"));
        }
        return told.orElse(OTHERWISE);
    }

    private static Optional<String> trust(String number) {
        return Scale.even("untrusted", "partner", "exposed", "internal", "restricted")
                .word(number);
    }

    private List<Json> externals() {
        var externals = new ArrayList<Json>();
        Map<Ref, Set<String>> linksByAsset = linksByAsset();
        for (Part asset : model.assets()) {
            if (isExternal(asset)) {
                Optional<String> zone =
                        model.zoneOf(asset).map(part -> Slugs.slug(part.name())).filter(KNOWN_ZONES::contains);
                externals.add(Json.object()
                        .put("name", asset.name())
                        .text("zone", zone)
                        .text("exchanged", String.join("; ", linksByAsset.getOrDefault(asset.ref(), Set.of())))
                        .end());
            }
        }
        return externals;
    }

    private static boolean isExternal(Part part) {
        return part.kind() == Kind.ASSET && part.text(Field.CATEGORY, "").equals("external");
    }

    private void drop(Part part, String why) {
        losses.add(new Loss(
                Manner.DROPPED,
                part.kind().plural(),
                "",
                part.kind().word() + " '" + part.name() + "'",
                part.location(),
                why));
    }
}
