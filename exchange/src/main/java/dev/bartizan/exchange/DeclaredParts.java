package dev.bartizan.exchange;

import dev.bartizan.exchange.Loss.Manner;
import dev.bartizan.exchange.dialect.FreeNames;
import dev.bartizan.exchange.dialect.Slugs;
import dev.bartizan.exchange.model.Field;
import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.Scale;
import dev.bartizan.exchange.model.ThreatModel;
import dev.bartizan.exchange.tree.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The assets, parties and data flows of a threat model as {@code bartizan.yaml} declares them, so that threats can be asked about what was only drawn. What
 * stands in manifests (a model that was made of a platform) is not declared again.
 */
final class DeclaredParts {
    /** Zones that need no word on how far they are trusted. */
    static final Set<String> KNOWN_ZONES = Set.of(
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
    private static final String AUTHENTICATION = "C-AUTHN";
    private static final Scale TRUSTS = Scale.even("untrusted", "partner", "exposed", "internal", "restricted");
    private static final Scale CLASSIFICATIONS = Scale.even("public", "internal", "confidential", "restricted");
    private static final Scale VALUES = Scale.even("0", "1", "2", "3");
    private static final Pattern LOADS = Pattern.compile("\\b(weights?|models?|checkpoints?)\\b");
    private static final Pattern READS = Pattern.compile(
            "\\b(reads?|gets?|fetch(es)?|quer(y|ies)|downloads?|retrieves?|selects?|loads?|pulls?|results?|response|lookup)\\b");
    private static final Pattern WRITES = Pattern.compile(
            "\\b(writes?|puts?|inserts?|saves?|saved|stores?|uploads?|updates?|push(es)?|logs?|appends?|cleans?|deletes?|publish(es)?)\\b");

    /** What {@code bartizan.yaml} has a place for. */
    private static final Set<Field> CARRIED = EnumSet.of(
            Field.NAME,
            Field.CATEGORY,
            Field.TYPE,
            Field.ZONE,
            Field.FROM,
            Field.TO,
            Field.AUTHENTICATION,
            Field.CONFIDENTIALITY,
            Field.INTEGRITY,
            Field.AVAILABILITY,
            Field.CRITICALITY);

    private final ThreatModel model;
    private final List<Loss> losses;
    private final Map<Ref, String> ids = new HashMap<>();
    private final Map<Ref, String> roles = new HashMap<>();
    private final List<Part> declared = new ArrayList<>();
    private final List<Part> parties = new ArrayList<>();

    DeclaredParts(ThreatModel model, List<Loss> losses) {
        this.model = model;
        this.losses = losses;
        var names = new FreeNames("-");
        for (Part asset : model.assets()) {
            if (isOfManifests(asset)) {
                continue;
            }
            String role = roleOf(asset);
            roles.put(asset.ref(), role);
            if (role.equals(RoleWords.PARTY) && isFromOutside(asset)) {
                parties.add(asset);
                ids.put(asset.ref(), names.take(oneLine(asset.name())));
            } else {
                declared.add(asset);
                ids.put(asset.ref(), names.take(Slugs.slug(asset.name())));
            }
        }
    }

    /** One that the model has in a zone of the house is no stranger. */
    private boolean isFromOutside(Part party) {
        return model.zoneOf(party)
                .filter(zone -> !KNOWN_ZONES.contains(Slugs.slug(zone.name())) && !RoleWords.isAnybody(zone))
                .isEmpty();
    }

    /** Whether it comes from manifests, which say more of it. */
    static boolean isOfManifests(Part asset) {
        return asset.id().startsWith("k8s:") || asset.id().startsWith("derived:");
    }

    /** Tools break the names in their boxes. */
    private static String oneLine(String name) {
        return name.strip().replaceAll("\\s+", " ");
    }

    private String roleOf(Part asset) {
        Optional<String> known = RoleWords.role(asset);
        String category = asset.text(Field.CATEGORY, "");
        return known.orElseGet(() -> {
            if (category.equals("external")) {
                return RoleWords.PARTY;
            }
            String role = category.equals("store") ? "object-store" : "application";
            assumed(asset, "role", role);
            return role;
        });
    }

    private void assumed(Part part, String field, String value) {
        losses.add(new Loss(
                Manner.ASSUMED,
                part.kind().plural(),
                field,
                field + " of " + part.kind().word() + " '" + part.name() + "': " + value,
                part.location(),
                "bartizan.yaml requires it"));
    }

    List<Json> externals() {
        var externals = new ArrayList<Json>();
        for (Part party : parties) {
            Optional<String> zone = model.zoneOf(party)
                    .map(part -> Slugs.slug(part.name()))
                    .filter(KNOWN_ZONES::contains)
                    .or(() -> RoleWords.isAnybody(party) ? Optional.of("internet") : Optional.empty());
            externals.add(Json.object()
                    .put("name", id(party.ref()))
                    .text("zone", zone)
                    .text("exchanged", String.join("; ", linkNames(party.ref())))
                    .end());
        }
        return externals;
    }

    private Collection<String> linkNames(Ref asset) {
        var names = new LinkedHashSet<String>();
        for (Part link : model.links()) {
            if (link.refs(Field.FROM).contains(asset) || link.refs(Field.TO).contains(asset)) {
                names.add(link.name());
            }
        }
        return names;
    }

    private String id(Ref asset) {
        return ids.getOrDefault(asset, asset.id());
    }

    List<Json> assets() {
        var assets = new ArrayList<Json>();
        for (Part asset : declared) {
            Json.Fields fields = Json.object()
                    .put("id", id(asset.ref()))
                    .put("name", oneLine(asset.name()))
                    .text("role", Optional.ofNullable(roles.get(asset.ref())))
                    .text("component", RoleWords.component(asset));
            model.zoneOf(asset).ifPresent(zone -> place(zone, fields));
            if (asset.attribute("internet").filter("true"::equals).isPresent()) {
                fields.put("exposure", "outside");
            }
            callersSignIn(asset)
                    .ifPresent(
                            signIn -> fields.put(signIn ? "controls" : "missing", Json.texts(List.of(AUTHENTICATION))));
            fields.text("because", asset.text(Field.TYPE).map(type -> "the model calls it " + type));
            assets.add(fields.end());
            told(asset);
        }
        return assets;
    }

    private void place(Part zone, Json.Fields fields) {
        String name = zoneName(zone);
        fields.put("zone", name);
        if (!KNOWN_ZONES.contains(name)) {
            fields.put("trust", trust(zone));
        }
    }

    /** A boundary that nobody named is numbered. */
    String zoneName(Part zone) {
        return zone.text(Field.NAME)
                .map(Slugs::slug)
                .orElseGet(() -> "zone-" + (model.zones().indexOf(zone) + 1));
    }

    String trust(Part zone) {
        Optional<String> told = zone.text(Field.TRUST).flatMap(TRUSTS::word);
        if (told.isEmpty()) {
            Loss loss = new Loss(
                    Manner.ASSUMED,
                    Kind.ZONE.plural(),
                    Field.TRUST.word(),
                    "trust of zone '" + zoneName(zone) + "': " + OTHERWISE,
                    zone.location(),
                    "bartizan.yaml requires it");
            if (!losses.contains(loss)) {
                losses.add(loss);
            }
        }
        return told.orElse(OTHERWISE);
    }

    /** Whether all who call it sign in, as far as links say; one that does not is enough for a no. */
    private Optional<Boolean> callersSignIn(Part asset) {
        List<String> ways = model.links().stream()
                .filter(link -> link.refs(Field.TO).contains(asset.ref()))
                .map(link -> link.text(Field.AUTHENTICATION, ""))
                .toList();
        if (ways.contains("none")) {
            return Optional.of(false);
        }
        return ways.isEmpty() || ways.contains("") ? Optional.empty() : Optional.of(true);
    }

    /** How sensitive assets are and what their loss costs, where the model rates them. */
    List<Json> classification() {
        var entries = new ArrayList<Json>();
        for (Part asset : declared) {
            Optional<String> word = asset.text(Field.CONFIDENTIALITY).flatMap(CLASSIFICATIONS::word);
            Optional<String> value = Stream.of(
                            Field.CONFIDENTIALITY, Field.INTEGRITY, Field.AVAILABILITY, Field.CRITICALITY)
                    .flatMap(field -> asset.text(field).stream())
                    .flatMap(number -> VALUES.word(number).stream())
                    .max(String::compareTo);
            if (word.isPresent() || value.isPresent()) {
                entries.add(Json.object()
                        .text("classification", word)
                        .text("value", value)
                        .put(
                                "select",
                                Json.object()
                                        .put("ids", Json.texts(List.of("declared:" + id(asset.ref()))))
                                        .end())
                        .end());
            }
        }
        return entries;
    }

    List<Json> links() {
        var links = new LinkedHashSet<Json>();
        for (Part link : model.links()) {
            Optional<Ref> from = link.ref(Field.FROM).filter(ids::containsKey);
            Optional<Ref> to = link.ref(Field.TO).filter(ids::containsKey);
            if (from.isEmpty() || to.isEmpty()) {
                left(link, "an end of it is no asset that bartizan.yaml declares");
            } else if (isAnswer(from.get(), to.get())) {
                left(link, "it is the answer to what goes the other way");
            } else {
                links.add(link(link, from.get(), to.get()));
                told(link);
            }
        }
        return List.copyOf(links);
    }

    /** Who is outside asks, and is not asked. */
    private boolean isAnswer(Ref from, Ref to) {
        return RoleWords.PARTY.equals(roles.get(to))
                && model.links().stream()
                        .anyMatch(other -> other.refs(Field.FROM).contains(to)
                                && other.refs(Field.TO).contains(from));
    }

    /** What comes out of a store was read by whom it goes to. */
    private Json link(Part link, Ref from, Ref to) {
        boolean isFromStore = isStore(from) && !isStore(to);
        String words = link.name().toLowerCase(Locale.ROOT);
        Ref asker = isFromStore ? to : from;
        Ref asked = isFromStore ? from : to;
        return Json.object()
                .put("from", end(asker))
                .put("kind", kind(asked, isFromStore, words))
                .put("to", end(asked))
                .end();
    }

    private String kind(Ref asked, boolean isFromStore, String words) {
        if (!isStore(asked)) {
            return "calls";
        }
        boolean isRead = isFromStore || READS.matcher(words).find();
        if (isRead && LOADS.matcher(words).find()) {
            return "loads";
        }
        return isRead ? "reads" : WRITES.matcher(words).find() ? "writes" : "calls";
    }

    private boolean isStore(Ref asset) {
        return RoleWords.isStore(roles.getOrDefault(asset, ""));
    }

    private String end(Ref asset) {
        return parties.stream().anyMatch(party -> party.ref().equals(asset))
                ? "declared:" + id(asset).replace(' ', '-')
                : id(asset);
    }

    private void left(Part part, String why) {
        losses.add(Loss.dropped(part, why));
    }

    /** What is said of a part and has no place. */
    private void told(Part part) {
        part.values().keySet().stream()
                .filter(field -> !CARRIED.contains(field))
                .forEach(field -> lost(part, field.word()));
        part.told().keySet().stream().filter(name -> !name.equals("internet")).forEach(name -> lost(part, name));
    }

    private void lost(Part part, String field) {
        losses.add(new Loss(
                Manner.DROPPED,
                part.kind().plural(),
                field,
                field + " of " + part.kind().word() + " '" + part.name() + "'",
                part.location(),
                "bartizan.yaml has no place for it"));
    }
}
