package dev.bartizan.ingest.declarations;

import dev.bartizan.graph.Completeness;
import dev.bartizan.source.Node;
import dev.bartizan.source.Problem;
import java.util.List;
import java.util.TreeSet;

/** Reads the section {@code complete}. */
final class CompletePlaces {
    private static final String NAMESPACE = "namespace/";

    private CompletePlaces() {}

    static Completeness of(List<Node> places, List<Problem> problems) {
        boolean cluster = false;
        var namespaces = new TreeSet<String>();
        for (int i = 0; i < places.size(); i++) {
            String place = places.get(i).text("");
            if (place.equals("cluster")) {
                cluster = true;
            } else if (place.startsWith(NAMESPACE) && place.length() > NAMESPACE.length()) {
                namespaces.add(place.substring(NAMESPACE.length()));
            } else {
                problems.add(Problem.error(
                        "unknown-word",
                        "This names no place that can be complete: it was not applied.",
                        "write cluster, or namespace/ and a name",
                        places.get(i).location("/complete/" + i)));
            }
        }
        return new Completeness(cluster, namespaces);
    }
}
