package dev.bartizan.network.suggest;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names for the files of namespaces. */
final class FilePaths {
    private static final int LONGEST_NAME = 100;

    private FilePaths() {}

    /** By namespace; one whose name is no name for a file gets one like it. */
    static SortedMap<String, String> of(String folder, Collection<String> namespaces) {
        Set<String> taken = new HashSet<>();
        var paths = new TreeMap<String, String>();
        for (String namespace : namespaces) {
            String plain = namespace.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
            String base = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
            String path = folder + base + ".yaml";
            for (int number = 2; !taken.add(path); number++) {
                path = folder + base + "-" + number + ".yaml";
            }
            paths.put(namespace, path);
        }
        return paths;
    }
}
