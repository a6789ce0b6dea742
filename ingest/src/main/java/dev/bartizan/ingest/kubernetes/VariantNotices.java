package dev.bartizan.ingest.kubernetes;

import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One notice per pair of files that declare the same objects differently; each file is paired with the first one only. */
final class VariantNotices {
    private record Pair(String first, String other) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair pair) {
            int order = first.compareTo(pair.first);
            return order != 0 ? order : other.compareTo(pair.other);
        }
    }

    private record Seen(int objects, Location place) {
        Seen and(Seen more) {
            return new Seen(objects + more.objects, place.compareTo(more.place) <= 0 ? place : more.place);
        }
    }

    private final SortedMap<Pair, Seen> pairs = new TreeMap<>();

    /** @param places where the variants of one identity stand, sorted */
    void add(List<Location> places) {
        String first = places.getFirst().file();
        for (Location place : places.subList(1, places.size())) {
            pairs.merge(new Pair(first, place.file()), new Seen(1, place), Seen::and);
        }
    }

    List<Problem> problems() {
        return pairs.entrySet().stream()
                .map(entry -> problem(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Problem problem(Pair pair, Seen seen) {
        String objects = seen.objects() == 1 ? "1 object" : seen.objects() + " objects";
        return pair.first().equals(pair.other())
                ? Problem.warning(
                        "declared-twice",
                        "This file declares " + objects + " twice and differently: each was read as a variant.",
                        "keep one; the API server would keep the last",
                        seen.place())
                : Problem.notice(
                        "variants",
                        "Declares " + objects + " of " + pair.first() + " differently: each was read as a variant.",
                        "assess overlays one at a time to see each as it would run",
                        seen.place());
    }
}
