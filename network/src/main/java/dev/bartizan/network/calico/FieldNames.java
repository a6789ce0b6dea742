package dev.bartizan.network.calico;

import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.Written;
import java.util.Set;

/** Says which fields are not known here, as those of a later version. */
final class FieldNames {
    private FieldNames() {}

    static void check(Written mapping, Set<String> known, Complaints complaints) {
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
