package dev.bartizan.threats;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Plane;
import dev.bartizan.knowledge.Property;
import dev.bartizan.knowledge.Role;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.knowledge.Vocabulary.Term;
import dev.bartizan.rules.Language;
import dev.bartizan.rules.Thing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties of assets and links that conditions can name, and where their values come from. */
final class Properties {
    static final String ASSET = "Asset";
    static final String LINK = "Link";
    private static final List<String> CLASSIFICATIONS = List.of("public", "internal", "confidential", "restricted");
    private static final String ANSWER = "answer";

    private final Vocabulary vocabulary;
    private final Map<String, Property> answered = new HashMap<>();

    Properties(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        vocabulary.properties().stream()
                .filter(property -> property.setBy().contains(ANSWER))
                .forEach(property -> answered.put(camel(property.id()), property));
    }

    /** {@code personal-data} is {@code personalData} in conditions. */
    private static String camel(String id) {
        var camel = new StringBuilder();
        for (String part : id.split("-", -1)) {
            camel.append(
                    camel.isEmpty() || part.isEmpty()
                            ? part
                            : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return camel.toString();
    }

    List<Language.Type> types() {
        var asset = new ArrayList<>(List.of(
                text("id"),
                text("name"),
                text("kind"),
                text("namespace"),
                text("component"),
                text("zone"),
                text("tenant")));
        asset.add(words("role", vocabulary.roles().stream().map(Role::id).toList()));
        asset.add(words("layer", Arrays.stream(Layer.values()).map(Layer::word).toList()));
        asset.add(words("plane", Arrays.stream(Plane.values()).map(Plane::word).toList()));
        asset.add(Language.Property.of("outside", Language.Kind.FLAG));
        asset.add(Language.Property.of("accelerated", Language.Kind.FLAG));
        asset.add(Language.Property.of("value", Language.Kind.NUMBER));
        asset.add(Language.Property.of("sensitivity", Language.Kind.NUMBER));
        answered.forEach((name, property) -> asset.add(
                isFlag(property) ? Language.Property.of(name, Language.Kind.FLAG) : words(name, property.values())));
        var link = List.of(
                Language.Property.of("from", Language.Kind.thing(ASSET)),
                Language.Property.of("to", Language.Kind.thing(ASSET)),
                words("kind", vocabulary.linkKinds().stream().map(Term::id).toList()));
        return List.of(new Language.Type(ASSET, asset), new Language.Type(LINK, link));
    }

    private static Language.Property text(String name) {
        return Language.Property.of(name, Language.Kind.TEXT);
    }

    private static Language.Property words(String name, List<String> words) {
        return new Language.Property(name, Language.Kind.TEXT, words);
    }

    private static boolean isFlag(Property property) {
        return property.values().equals(List.of("yes", "no"));
    }

    Thing.Value value(AssetThing thing, String name) {
        Asset asset = thing.asset();
        return switch (name) {
            case "id" -> Thing.Value.of(asset.id());
            case "name" -> Thing.Value.of(asset.name());
            case "kind" -> Thing.Value.of(asset.kind());
            case "namespace" -> Thing.Value.of(asset.namespace());
            case "component" ->
                Thing.Value.of(asset.classification().component().orElse(""));
            case "zone" -> Thing.Value.of(asset.zone());
            case "tenant" -> tenant(thing);
            case "role" -> Thing.Value.of(asset.classification().role());
            case "layer" ->
                Thing.Value.of(asset.classification().layer().map(Layer::word).orElse(""));
            case "plane" ->
                Thing.Value.of(asset.classification().plane().map(Plane::word).orElse(""));
            case "outside" -> Thing.Value.of(DeclaredWays.isOutside(thing));
            case "accelerated" ->
                Thing.Value.of(thing.world().property(thing, "accelerators").isPresent());
            case "value" -> Thing.Value.of(value(thing));
            case "sensitivity" -> Thing.Value.of(sensitivity(thing));
            default -> answer(thing, name);
        };
    }

    private static Thing.Value tenant(AssetThing thing) {
        return thing.world()
                .property(thing, "tenant")
                .map(Thing.Value::of)
                .orElseGet(() -> thing.world()
                        .unknown(new Gap(
                                Gap.Topic.OWNER,
                                "owner",
                                World.place(thing.asset()),
                                "who owns " + World.place(thing.asset()))));
    }

    /** From 0 to 3, declared or assumed from the role. */
    int value(AssetThing thing) {
        return declaredValue(thing).orElseGet(() -> role(thing).map(Role::value).orElse(1));
    }

    /** Empty when it is assumed from the role. */
    Optional<Integer> declaredValue(AssetThing thing) {
        return thing.world().property(thing, "value").map(Integer::valueOf);
    }

    private int sensitivity(AssetThing thing) {
        return thing.world()
                .property(thing, "classification")
                .map(CLASSIFICATIONS::indexOf)
                .orElseGet(() -> role(thing).map(Role::sensitivity).orElse(1));
    }

    private Optional<Role> role(AssetThing thing) {
        return vocabulary.role(thing.asset().classification().role());
    }

    private Thing.Value answer(AssetThing thing, String name) {
        Property property = answered.get(name);
        if (property == null) {
            throw new IllegalArgumentException("an asset has no " + name);
        }
        return thing.world()
                .property(thing, property.id())
                .map(value -> isFlag(property) ? Thing.Value.of(value.equals("yes")) : Thing.Value.of(value))
                .orElseGet(() -> thing.world()
                        .unknown(new Gap(
                                Gap.Topic.PROPERTY,
                                property.id(),
                                thing.asset().id(),
                                property.id() + " of " + thing.asset().name())));
    }
}
