package dev.bartizan.ingest.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The shortest ends of paths that tell files apart: {@code dev/app.yaml} and {@code prod/app.yaml}, or {@code a.yaml} and {@code b.yaml}. */
final class PathEndings {
    private PathEndings() {}

    /** In the same order; a path that occurs twice has its whole length twice. */
    static List<String> of(List<String> paths) {
        var endings = new ArrayList<>(paths);
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            open.add(i);
        }
        for (int segments = 1; !open.isEmpty(); segments++) {
            open = shorten(paths, open, segments, endings);
        }
        return endings;
    }

    /** Settles every open path whose last segments are its own, and gives back the others. */
    private static List<Integer> shorten(List<String> paths, List<Integer> open, int segments, List<String> endings) {
        Map<String, Integer> uses = new HashMap<>();
        for (int index : open) {
            uses.merge(ending(paths.get(index), segments), 1, Integer::sum);
        }
        var rest = new ArrayList<Integer>();
        for (int index : open) {
            String ending = ending(paths.get(index), segments);
            if (uses.getOrDefault(ending, 1) == 1) {
                endings.set(index, ending);
            } else if (!ending.equals(paths.get(index))) {
                rest.add(index);
            }
        }
        return rest;
    }

    private static String ending(String path, int segments) {
        int start = path.length();
        for (int i = 0; i < segments; i++) {
            int slash = path.lastIndexOf('/', start - 1);
            if (slash < 0) {
                return path;
            }
            start = slash;
        }
        return path.substring(start + 1);
    }
}
