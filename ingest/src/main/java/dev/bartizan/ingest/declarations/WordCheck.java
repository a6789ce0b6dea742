package dev.bartizan.ingest.declarations;

import dev.bartizan.graph.Plane;
import dev.bartizan.knowledge.Property;
import dev.bartizan.knowledge.Role;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.knowledge.Vocabulary.Zone;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Spelling;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks words of {@code bartizan.yaml} against the vocabulary; a wrong one is reported at its own line and its entry is not applied. */
final class WordCheck {
    private static final List<String> TRUSTS =
            Arrays.stream(Zone.Trust.values()).map(WordCheck::word).toList();

    /** Rights, accounts and owners of objects follow from objects only. */
    private static final List<String> DECLARED_LINKS = List.of(
            "calls",
            "reads",
            "writes",
            "loads",
            "pulls",
            "routes",
            "deploys",
            "deploys-from",
            "runs-on",
            "attached-to");

    private final Vocabulary vocabulary;
    private final List<String> components;
    private final List<Problem> problems;

    /** @param components that signatures know */
    WordCheck(Vocabulary vocabulary, List<String> components, List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.components = List.copyOf(components);
        this.problems = problems;
    }

    /** A zone and how far it is trusted. */
    record Placed(String zone, String trust) {}

    Optional<Role> role(Node node) {
        List<String> roles = vocabulary.roles().stream()
                .map(Role::id)
                .filter(role -> !role.equals(Role.UNKNOWN))
                .toList();
        return word(node, "role", roles).flatMap(vocabulary::role);
    }

    /** Nothing when it is not given. */
    Optional<Plane> plane(Node node) {
        List<String> planes = Arrays.stream(Plane.values()).map(Plane::word).toList();
        return node.hasValue()
                ? word(node, "plane", planes).map(plane -> Plane.valueOf(plane.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** A value of an enumerated property; nothing when it is not given. */
    Optional<String> property(Node node, String property) {
        Property known = vocabulary.property(property).orElseThrow();
        return node.hasValue() ? word(node, property, known.values()) : Optional.empty();
    }

    /** A kind of link that people may declare: one along which data goes, or by which assets stand on others. */
    Optional<String> link(Node node) {
        return word(node, "link that can be declared", DECLARED_LINKS);
    }

    /** Nothing when it is not given. */
    Optional<String> component(Node node) {
        return node.hasValue() ? word(node, "component that signatures know", components) : Optional.empty();
    }

    /** A property that its owner is asked for. */
    Optional<Property> answered(Node node) {
        List<String> properties = vocabulary.properties().stream()
                .filter(property -> property.setBy().contains("answer"))
                .map(Property::id)
                .toList();
        return word(node, "property that can be answered", properties).flatMap(vocabulary::property);
    }

    /** @param trust how far it is trusted; needed for zones that the vocabulary does not know */
    Optional<Placed> zone(Node zone, Node trust) {
        if (trust.hasValue()) {
            return word(trust, "trust", TRUSTS).flatMap(level -> zone.text().map(name -> new Placed(name, level)));
        }
        List<String> zones = vocabulary.zones().stream().map(Zone::id).toList();
        return word(zone, "zone", zones)
                .flatMap(vocabulary::zone)
                .map(known -> new Placed(known.id(), word(known.trust())));
    }

    Optional<Placed> externalZone(Node zone) {
        return zone.hasValue()
                ? zone(zone, zone.get("trust"))
                : Optional.of(new Placed("partner", word(Zone.Trust.PARTNER)));
    }

    private Optional<String> word(Node node, String what, Collection<String> allowed) {
        Optional<String> text = node.text().filter(allowed::contains);
        if (text.isEmpty()) {
            String written = node.text("");
            // Of a single letter, every other one would be the nearest.
            String suggestion = Optional.of(written)
                    .filter(word -> word.length() > 1)
                    .flatMap(word -> Spelling.nearest(word, allowed))
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse(".");
            Location place = node.location();
            problems.add(Problem.error(
                    "unknown-word",
                    written.isEmpty() || written.length() > 60
                            ? "This is no " + what + "."
                            : "'" + written + "' is no " + what + suggestion,
                    "allowed here: " + String.join(", ", allowed),
                    place));
        }
        return text;
    }

    private static String word(Zone.Trust trust) {
        return trust.name().toLowerCase(Locale.ROOT);
    }
}
