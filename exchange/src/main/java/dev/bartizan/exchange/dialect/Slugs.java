package dev.bartizan.exchange.dialect;

import dev.bartizan.exchange.model.Kind;
import dev.bartizan.exchange.model.Part;
import dev.bartizan.exchange.model.Ref;
import dev.bartizan.exchange.model.ThreatModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Ids of lower-case letters, digits and hyphens for parts whose own ids are none; each once among those that share a namespace. */
public final class Slugs {
    private final Map<Ref, String> ids = new HashMap<>();

    private Slugs() {}

    /** @param namespaces the kinds of parts that must not share an id */
    public static Slugs of(ThreatModel model, Collection<List<Kind>> namespaces) {
        var slugs = new Slugs();
        for (List<Kind> namespace : namespaces) {
            Set<String> taken = new HashSet<>();
            List<Part> parts = namespace.stream()
                    .flatMap(kind -> model.parts(kind).stream())
                    .toList();
            // Those that may keep their ids come first, lest another takes it.
            parts.stream().filter(part -> isSlug(part.id())).forEach(part -> slugs.add(part, taken));
            parts.stream().filter(part -> !isSlug(part.id())).forEach(part -> slugs.add(part, taken));
        }
        return slugs;
    }

    private void add(Part part, Set<String> taken) {
        String wanted = slug(part.id());
        String free = wanted;
        for (int i = 2; !taken.add(free); i++) {
            if (free.equals(part.id())) {
                return;
            }
            free = wanted + "-" + i;
        }
        if (!free.equals(part.id())) {
            ids.putIfAbsent(part.ref(), free);
        }
    }

    public String of(Ref ref) {
        return ids.getOrDefault(ref, ref.id());
    }

    /** Those that are not as they were. */
    public Map<Ref, String> changed() {
        return ids;
    }

    private static boolean isSlug(String id) {
        return !id.isEmpty()
                && id.chars()
                        .allMatch(unit -> (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9') || unit == '-');
    }

    /** A text as an id of this form: {@code Customer Traffic} is {@code customer-traffic}. */
    public static String slug(String id) {
        String slug = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "part" : slug;
    }
}
