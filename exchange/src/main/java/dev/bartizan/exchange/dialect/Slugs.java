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
import java.util.stream.Stream;

/** Ids of lower-case letters, digits and hyphens for parts whose own ids are none; each once among those that share a namespace. */
public final class Slugs {
    private final Map<Ref, String> ids = new HashMap<>();

    private Slugs() {}

    /** @param namespaces the kinds of parts that must not share an id */
    public static Slugs of(ThreatModel model, Collection<List<Kind>> namespaces) {
        var slugs = new Slugs();
        for (List<Kind> namespace : namespaces) {
            var names = new FreeNames("-");
            List<Part> parts = namespace.stream()
                    .flatMap(kind -> model.parts(kind).stream())
                    .toList();
            // Those that may keep their ids come first, lest another takes it; of two with one id only the first is
            // asked for.
            Set<Ref> seen = new HashSet<>();
            Stream.concat(
                            parts.stream().filter(part -> isSlug(part.id())),
                            parts.stream().filter(part -> !isSlug(part.id())))
                    .filter(part -> seen.add(part.ref()))
                    .forEach(part -> slugs.add(part, names));
        }
        return slugs;
    }

    private void add(Part part, FreeNames names) {
        String free = names.take(slug(part.id()));
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
        if (isSlug(id)) {
            return id;
        }
        String slug = id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "part" : slug;
    }
}
