package dev.bartizan.network.reading;

import java.util.Set;

/** Says which fields are not known here, as those of a later version. */
public final class FieldNames {
    private FieldNames() {}

    public static void check(Written mapping, Set<String> known, Complaints complaints) {
        for (String key : mapping.keys()) {
            if (!known.contains(key)) {
                complaints.add(
                        "field-unknown",
                        "This field is not known here; what it says is not evaluated.",
                        "correct the name of the field",
                        mapping.get(key));
            }
        }
    }
}
