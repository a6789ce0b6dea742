package dev.bartizan.ingest.objects;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds objects by what a reference says. When the identity has variants, the reference means the one nearest to the file it stands in: the same file,
 * else the same folder, else the nearest folder above, else the first.
 */
public final class Inventory {
    private final Map<String, Variants> byId;

    public Inventory(List<Identified> sorted) {
        this.byId = HashMap.newHashMap(sorted.size());
        for (Identified entry : sorted) {
            Variants known = byId.putIfAbsent(entry.identity(), new Variants(entry));
            if (known != null) {
                known.add(entry);
            }
        }
    }

    /** The object of this kind, in the cluster and near the file of the one that refers to it. */
    public Optional<Identified> find(Identified from, String group, String kind, String namespace, String name) {
        Variants variants = byId.get(AssetIds.of(from.cluster(), group, kind, namespace, name));
        return variants == null ? Optional.empty() : Optional.of(variants.nearest(from.file()));
    }

    /** Whether this is the variant that a reference from this file means. */
    public boolean isNearest(Identified entry, String file) {
        Variants variants = byId.get(entry.identity());
        return variants == null || variants.nearest(file).equals(entry);
    }

    /** The variants of one identity, by file and by every folder above. */
    private static final class Variants {
        private final Identified first;
        /** Empty as long as there is only one, as there nearly always is. */
        private Map<String, Identified> byPath = Map.of();

        Variants(Identified first) {
            this.first = first;
        }

        void add(Identified entry) {
            if (byPath.isEmpty()) {
                byPath = new HashMap<>();
                register(first);
            }
            register(entry);
        }

        private void register(Identified entry) {
            String path = entry.file();
            while (true) {
                byPath.putIfAbsent(path, entry);
                int slash = path.lastIndexOf('/');
                if (slash < 0) {
                    return;
                }
                path = path.substring(0, slash);
            }
        }

        Identified nearest(String file) {
            String path = byPath.isEmpty() ? "" : file;
            while (!path.isEmpty()) {
                Identified found = byPath.get(path);
                if (found != null) {
                    return found;
                }
                int slash = path.lastIndexOf('/');
                path = slash < 0 ? "" : path.substring(0, slash);
            }
            return first;
        }
    }
}
