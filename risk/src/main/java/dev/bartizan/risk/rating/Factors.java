package dev.bartizan.risk.rating;

import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Spelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code NAME:value/NAME:value} and collects what is wrong with it. */
final class Factors {
    private static final int LONGEST = 512;
    private static final int LONGEST_WORD = 24;

    private final Location place;
    private final List<String> names;
    private final List<String> allowed;
    private final Map<String, String> values = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param names that there are
     * @param allowed values, of each name
     */
    Factors(Location place, List<String> names, List<String> allowed) {
        this.place = place;
        this.names = names;
        this.allowed = allowed;
    }

    void read(String text) {
        if (text.length() > LONGEST) {
            refuse(0, "rating-length", "This is too long for a vector.", "write at most " + LONGEST + " characters");
            return;
        }
        int offset = 0;
        for (String part : text.split("/", -1)) {
            part(part, offset);
            offset += part.length() + 1;
        }
    }

    private void part(String part, int offset) {
        int colon = part.indexOf(':');
        String name = colon < 0 ? part : part.substring(0, colon);
        String value = colon < 0 ? "" : part.substring(colon + 1);
        if (!names.contains(name)) {
            refuse(
                    offset,
                    "unknown-factor",
                    "Unknown factor '" + clip(name) + "'"
                            + Spelling.nearest(name, names)
                                    .map(near -> "; did you mean " + near + "?")
                                    .orElse("."),
                    "factors are " + String.join(", ", names));
        } else if (!allowed.contains(value)) {
            refuse(
                    offset + name.length() + 1,
                    "factor-value",
                    name + " cannot be '" + clip(value) + "'.",
                    "allowed here: " + String.join(", ", allowed));
        } else if (values.putIfAbsent(name, value) != null) {
            refuse(offset, "factor-twice", name + " is given twice.", "leave one of them");
        }
    }

    /** Of these names all or none; said once when some are missing. */
    boolean has(List<String> group, boolean isRequired) {
        List<String> missing =
                group.stream().filter(name -> !values.containsKey(name)).toList();
        if (problems.isEmpty() && !missing.isEmpty() && (isRequired || missing.size() < group.size())) {
            refuse(
                    0,
                    "factor-missing",
                    "Factors are missing: " + String.join(", ", missing) + ".",
                    "give all of " + String.join(", ", group));
        }
        return missing.isEmpty();
    }

    String value(String name) {
        return values.getOrDefault(name, "");
    }

    int number(String name) {
        return Integer.parseInt(value(name));
    }

    void refuse(int offset, String code, String message, String remedy) {
        problems.add(Problem.error(
                code,
                message,
                remedy,
                new Location(place.file(), place.line(), place.column() + offset, place.pointer())));
    }

    List<Problem> problems() {
        return problems;
    }

    private static String clip(String word) {
        return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD) + "...";
    }
}
