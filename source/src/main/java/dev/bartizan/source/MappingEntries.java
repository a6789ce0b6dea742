package dev.bartizan.source;

import dev.bartizan.source.secrets.Clip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The entries of a mapping with duplicate or merge keys, resolved as goyaml.v2 does it (decode.go, {@code mapping} and {@code merge}), which is what
 * kubectl and the API machinery run: entries are stored in the order they are written and the last one wins, and a merge key is no exception, so
 * a {@code <<} written after a key overrides that key, against the YAML merge specification and against every other reader. Of a list of mappings the
 * earlier ones win over the later ones.
 */
final class MappingEntries {
    private record Entry(String key, int keyStart, Node value, boolean merged) {}

    private final SourceFile file;
    private final ProblemLog problems;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    MappingEntries(SourceFile file, ProblemLog problems) {
        this.file = file;
        this.problems = problems;
    }

    void put(String key, int keyStart, Node value) {
        int known = indexes.getOrDefault(key, -1);
        if (known >= 0 && !entries.get(known).merged()) {
            problems.add(Problem.warning(
                    "yaml-duplicate-key",
                    "The key '" + Clip.of(key)
                            + "' stands twice in this mapping; the API server takes the last one, as was done here.",
                    "remove one of the two",
                    file.location(keyStart, "")));
        }
        store(new Entry(key, keyStart, value, false));
    }

    /** Takes over the entries of what stands behind a merge key: a mapping or a list of mappings. */
    void merge(Node source, int keyStart) {
        switch (source) {
            case Mapping mapping -> mergeMapping(mapping, keyStart);
            case Sequence sequence -> sequence.items().reversed().forEach(item -> mergeItem(item, keyStart));
            case Scalar _, Absent _ -> throw wantMapping(keyStart);
        }
    }

    private void mergeItem(Node item, int keyStart) {
        if (!(item instanceof Mapping mapping)) {
            throw wantMapping(keyStart);
        }
        mergeMapping(mapping, keyStart);
    }

    private void mergeMapping(Mapping mapping, int keyStart) {
        for (int i = 0; i < mapping.size(); i++) {
            String key = mapping.key(i);
            int known = indexes.getOrDefault(key, -1);
            if (known >= 0 && !entries.get(known).merged()) {
                problems.add(Problem.warning(
                        "yaml-merge-order",
                        "This merge key replaces the key '" + Clip.of(key)
                                + "' written before it: the API server lets the later one win,"
                                + " other readers of YAML let the written one win.",
                        "write the merge key first",
                        file.location(keyStart, "")));
            }
            store(new Entry(key, mapping.keyStart(i), mapping.value(i), true));
        }
    }

    /** The survivor keeps the place of the last one written, so that keys stay in the order of the file. */
    private void store(Entry entry) {
        indexes.put(entry.key(), entries.size());
        entries.add(entry);
    }

    Mapping toMapping(int start, SecretFilter filter) {
        String[] keys =
                entries.stream().map(entry -> SecretFilter.key(entry.key())).toArray(String[]::new);
        Node[] values = entries.stream().map(Entry::value).toArray(Node[]::new);
        // Before the losers are dropped: their secrets stand in the file and must be masked there.
        filter.mapping(SecretFilter.KeyRoles.of(keys), keys, values);
        int[] survivors = IntStream.range(0, keys.length)
                .filter(i -> indexes.getOrDefault(entries.get(i).key(), -1) == i)
                .toArray();
        return new Mapping(
                file,
                start,
                Arrays.stream(survivors).mapToObj(i -> keys[i]).toArray(String[]::new),
                Arrays.stream(survivors).map(i -> entries.get(i).keyStart()).toArray(),
                Arrays.stream(survivors).mapToObj(i -> values[i]).toArray(Node[]::new));
    }

    private TreeBuilder.ReadFailure wantMapping(int keyStart) {
        return new TreeBuilder.ReadFailure(Problem.error(
                "yaml-merge-type",
                "A merge key needs a mapping or a list of mappings as its value.",
                "point << at a mapping, or quote it to use it as a name",
                file.location(keyStart, "")));
    }
}
