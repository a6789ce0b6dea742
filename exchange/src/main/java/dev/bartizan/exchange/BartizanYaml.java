package dev.bartizan.exchange;

import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.exchange.tree.Json;
import dev.bartizan.exchange.tree.YamlText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code bartizan.yaml} takes of a threat model: its assets, parties and data flows, and zones with the names of what manifests declare. All else is
 * left out, and told.
 */
final class BartizanYaml {
    private static final Set<Kind> TAKEN = Set.of(Kind.MODEL, Kind.ZONE, Kind.ASSET, Kind.LINK);

    private final ThreatModel model;
    private final List<Loss> losses = new ArrayList<>();
    private final DeclaredParts parts;

    private BartizanYaml(ThreatModel model) {
        this.model = model;
        this.parts = new DeclaredParts(model, losses);
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
        tree.items("zones", zones())
                .items("externals", parts.externals())
                .items("assets", parts.assets())
                .items("links", parts.links())
                .items("classification", parts.classification());
        model.assets().stream()
                .filter(DeclaredParts::isOfManifests)
                .forEach(part -> drop(part, "its manifests say more of it"));
        for (Kind kind : Kind.values()) {
            if (!TAKEN.contains(kind)) {
                model.parts(kind).forEach(part -> drop(part, "bartizan.yaml has no place for it"));
            }
        }
        return YamlText.of(tree.end());
    }

    /** Of what manifests declare; what is declared here names its zone itself. */
    private List<Json> zones() {
        var zones = new ArrayList<Json>();
        Map<Ref, Set<String>> namesByZone = namesByZone();
        Set<Ref> used = used();
        for (Part zone : model.zones()) {
            Set<String> names = namesByZone.getOrDefault(zone.ref(), Set.of());
            if (names.isEmpty()) {
                if (!used.contains(zone.ref())) {
                    drop(zone, "nothing is told to be in it");
                }
                continue;
            }
            String name = parts.zoneName(zone);
            Json.Fields fields = Json.object().put("zone", name);
            if (!DeclaredParts.KNOWN_ZONES.contains(name)) {
                fields.put("trust", parts.trust(zone));
            }
            zones.add(fields.put(
                            "select",
                            Json.object().put("names", Json.texts(names)).end())
                    .end());
        }
        return zones;
    }

    private Set<Ref> used() {
        var used = new HashSet<Ref>();
        model.assets().forEach(asset -> model.zoneOf(asset).ifPresent(zone -> used.add(zone.ref())));
        return used;
    }

    /** Of the assets in each zone, without the namespace that stands before their names. */
    private Map<Ref, Set<String>> namesByZone() {
        var names = new HashMap<Ref, Set<String>>();
        for (Part asset : model.assets()) {
            String name = asset.name().substring(asset.name().lastIndexOf('/') + 1);
            if (DeclaredParts.isOfManifests(asset) && !name.isEmpty()) {
                model.zoneOf(asset)
                        .ifPresent(zone -> names.computeIfAbsent(zone.ref(), _ -> new TreeSet<>())
                                .add(name));
            }
        }
        return names;
    }

    private void drop(Part part, String why) {
        losses.add(Loss.dropped(part, why));
    }
}
