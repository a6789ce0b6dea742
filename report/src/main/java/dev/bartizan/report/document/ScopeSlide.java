package dev.bartizan.report.document;

import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario.Place;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Figure;
import dev.bartizan.report.document.Document.Figures;
import dev.bartizan.report.document.Document.Point;
import dev.bartizan.report.document.Document.Points;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;

/** What a threat model rests on: what was read, whether it is all, and what is assumed. */
final class ScopeSlide {
    /** Of the network, so many limits are named. */
    static final int MOST_LIMITS = 3;

    private static final int MOST_NAMESPACES = 8;

    private ScopeSlide() {}

    static Chapter of(String heading, Snapshot snapshot) {
        var zones = new TreeSet<String>();
        snapshot.platform().assets().forEach(asset -> zones.add(asset.zone()));
        zones.remove("-");
        var figures = List.of(
                Figure.of(snapshot.input().files().getOrDefault("read", 0), "files read"),
                Figure.of(snapshot.input().documents().getOrDefault("object", 0), "objects in them"),
                Figure.of(snapshot.platform().assets().size(), "assets known"),
                Figure.of(zones.size(), "trust zones"));
        var points = new ArrayList<Point>();
        points.add(Point.of(left(snapshot)));
        points.add(Point.of(complete(snapshot.platform().completeness())));
        points.addAll(network(snapshot));
        snapshot.threats().ifPresent(facts -> points.add(Point.of(worth(snapshot, facts))));
        points.add(Point.of(
                "How often a threat comes and how far a control helps are judgements until they are calibrated;"
                        + " what is confirmed, refuted or open is not: it rests on the lines that are named."));
        return new Chapter(heading, List.of(new Figures(figures), new Points(points)));
    }

    private static String left(Snapshot snapshot) {
        var left = new ArrayList<String>();
        others(snapshot.input().files(), "read", "file", left);
        others(snapshot.input().documents(), "object", "document", left);
        long errors = snapshot.problems().stream()
                .filter(problem -> problem.level() == Problem.Level.ERROR)
                .count();
        String read = left.isEmpty()
                ? "Everything that was given was read."
                : "Not read as objects: " + String.join(", ", left) + ".";
        return errors == 0
                ? read
                : read + " " + AssetNames.count(errors, "error") + " in the input: something may be missing.";
    }

    private static void others(SortedMap<String, Integer> counts, String usual, String noun, List<String> left) {
        counts.forEach((outcome, count) -> {
            if (!outcome.equals(usual) && count > 0) {
                left.add(AssetNames.count(count, outcome + " " + noun));
            }
        });
    }

    private static String complete(Completeness completeness) {
        if (completeness.cluster()) {
            return "The input is declared complete: what is not there does not exist.";
        }
        if (completeness.namespaces().isEmpty()) {
            return "Nothing is declared complete: what is absent from the input is taken for unknown, not for missing.";
        }
        List<String> names = List.copyOf(completeness.namespaces());
        return "Complete for " + AssetNames.count(names.size(), "namespace") + " ("
                + String.join(", ", names.subList(0, Math.min(MOST_NAMESPACES, names.size())))
                + (names.size() > MOST_NAMESPACES ? " …" : "")
                + "); elsewhere what is absent is taken for unknown, not for missing.";
    }

    private static List<Point> network(Snapshot snapshot) {
        if (snapshot.connectivity().isEmpty()) {
            return List.of(Point.of("The network was not analysed: nothing is known of who can reach whom."));
        }
        ReachabilityFacts.Basis basis = snapshot.connectivity().get().basis();
        return List.of(new Point(
                Document.Mark.NONE,
                basis.enforcement() + " " + (basis.policies() == 1 ? "1 policy" : basis.policies() + " policies")
                        + " evaluated as the profile " + basis.profile() + " reads them.",
                basis.limits().stream().limit(MOST_LIMITS).toList()));
    }

    private static String worth(Snapshot snapshot, ThreatFacts facts) {
        var assets = new TreeSet<String>();
        facts.scenarios()
                .forEach(
                        scenario -> scenario.places().stream().map(Place::asset).forEach(assets::add));
        long declared = assets.stream()
                .filter(id -> snapshot.platform()
                        .index(id)
                        .flatMap(index -> snapshot.platform().property(index, "value"))
                        .isPresent())
                .count();
        return "The worth of " + declared + " of " + AssetNames.count(assets.size(), "threatened asset")
                + " was declared by its owner; that of the others is assumed from the role.";
    }
}
