package dev.bartizan.knowledge;

import dev.bartizan.source.Location;
import dev.bartizan.source.Required;
import java.util.List;
import java.util.Optional;

/**
 * A property of assets.
 *
 * @param values the allowed ones of an enumeration, in order
 * @param roles which roles have it; all when empty
 * @param setBy who sets it: ingest, artifacts, network, bartizan.yaml or answer
 * @param evidence what shows its value on an asset, whatever somebody answers
 * @param question what to ask when it is unknown; absent when nobody need be asked
 */
public record Property(
        String id,
        Type type,
        List<String> values,
        List<String> roles,
        @Required List<String> setBy,
        String meaning,
        List<Shown> evidence,
        Optional<String> question,
        Location location) {
    /** What its values look like. */
    public enum Type {
        TEXT,
        ENUMERATION
    }

    /**
     * What shows a value.
     *
     * @param when a condition over {@code n}, as those of threats
     * @param because what it means, for the one who answered otherwise
     */
    public record Shown(String when, String value, String because, Location location) {}

    public Property {
        for (Shown shown : evidence) {
            if (!values.contains(shown.value())) {
                throw new IllegalArgumentException(
                        "property " + id + ": '" + shown.value() + "' is none of its values");
            }
        }
        values = List.copyOf(values);
        roles = List.copyOf(roles);
        setBy = List.copyOf(setBy);
        if ((type == Type.ENUMERATION) == values.isEmpty()) {
            throw new IllegalArgumentException(
                    "property " + id + ": an enumeration lists its values, and nothing else does");
        }
    }
}
