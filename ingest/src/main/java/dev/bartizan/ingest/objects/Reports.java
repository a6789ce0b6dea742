package dev.bartizan.ingest.objects;

import dev.bartizan.source.Location;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects problems from any thread; of references to what is not in the input only one per kind, with their number. */
public final class Reports {
    private record Missing(int count, Location first) {
        Missing and(Missing other) {
            return new Missing(count + other.count, first.compareTo(other.first) <= 0 ? first : other.first);
        }
    }

    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<String, Missing> missing = new TreeMap<>();

    public synchronized void add(Problem problem) {
        problems.add(problem);
    }

    /** @param kind of what was referred to: {@code Secret} */
    public synchronized void missing(String kind, Location location) {
        missing.merge(kind, new Missing(1, location), Missing::and);
    }

    public synchronized List<Problem> problems() {
        var all = new ArrayList<>(problems);
        missing.forEach((kind, seen) -> all.add(Problem.notice(
                "not-in-input",
                seen.count() == 1
                        ? "A reference to a " + kind + " leads out of the input."
                        : seen.count() + " references to objects of kind " + kind + " lead out of the input.",
                "add the manifests of these objects if you have them",
                seen.first())));
        return all;
    }
}
