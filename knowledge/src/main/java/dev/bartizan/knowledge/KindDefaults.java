package dev.bartizan.knowledge;

import dev.bartizan.graph.Classification;
import dev.bartizan.source.Location;
import dev.bartizan.source.Required;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What kinds are when no signature says more: {@code kinds.yaml}. */
final class KindDefaults {
    /** {@code kinds.yaml} as it is written. */
    record File(@Required List<Entry> kinds) {}

    /**
     * @param kinds group and kind: {@code core/Service}
     * @param groups API groups all of whose kinds have this role
     */
    record Entry(String role, List<String> kinds, List<String> groups, Location location) {}

    private final Map<String, Classification> byKind = new HashMap<>();
    private final Map<String, Entry> byGroup = new HashMap<>();
    private final Vocabulary vocabulary;

    KindDefaults(File file, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        for (Entry entry : file.kinds()) {
            entry.kinds().forEach(kind -> byKind.put(kind, classification(entry, "kind " + kind)));
            entry.groups().forEach(group -> byGroup.put(group, entry));
        }
    }

    Optional<Classification> of(String group, String kind) {
        Classification known = byKind.get(group + "/" + kind);
        if (known != null) {
            return Optional.of(known);
        }
        return Optional.ofNullable(byGroup.get(group)).map(entry -> classification(entry, "API group " + group));
    }

    private Classification classification(Entry entry, String seen) {
        Role role = vocabulary.role(entry.role()).orElseThrow();
        return new Classification(
                role.id(),
                role.layer(),
                role.plane(),
                Optional.empty(),
                seen + " is listed at " + entry.location().file() + ":"
                        + entry.location().line());
    }
}
