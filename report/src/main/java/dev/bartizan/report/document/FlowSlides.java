package dev.bartizan.report.document;

import dev.bartizan.diagram.FlowPicture;
import dev.bartizan.diagram.Svg;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Crossings;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Chapter;
import dev.bartizan.report.document.Document.Picture;
import dev.bartizan.report.document.Document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which data cross which trust boundary, what the policies let cross, and what threatens there. */
final class FlowSlides {
    /** Links along which data, models or code move, or requests that fetch them. */
    private static final Set<String> MOVING =
            Set.of("calls", "reads", "writes", "loads", "routes", "pulls", "deploys", "deploys-from", "trusts-header");

    private static final String CLUSTER = "cluster-wide";
    private static final int MOST_ROWS = 27;
    private static final int MOST_PORTS = 4;

    private final Snapshot snapshot;
    private final SortedMap<Boundary, SortedMap<String, Integer>> flows = new TreeMap<>();

    private record Boundary(String from, String to) implements Comparable<Boundary> {
        @Override
        public int compareTo(Boundary other) {
            int first = from.compareTo(other.from);
            return first != 0 ? first : to.compareTo(other.to);
        }
    }

    private FlowSlides(Snapshot snapshot) {
        this.snapshot = snapshot;
        Platform platform = snapshot.platform();
        for (Link link : platform.links()) {
            if (MOVING.contains(link.kind())) {
                Asset from = platform.asset(link.from());
                Asset to = platform.asset(link.to());
                if (!zone(from).equals(zone(to))) {
                    flows.computeIfAbsent(new Boundary(zone(from), zone(to)), key -> new TreeMap<>())
                            .merge(link.kind(), 1, Integer::sum);
                }
            }
        }
    }

    private static String zone(Asset asset) {
        if (!asset.zone().equals("-")) {
            return asset.zone();
        }
        return asset.id().startsWith("k8s:") ? CLUSTER : Crossings.OUTSIDE;
    }

    static List<Chapter> of(String heading, Snapshot snapshot) {
        return new FlowSlides(snapshot).chapters(heading);
    }

    private List<Chapter> chapters(String heading) {
        Optional<Crossings> crossings = snapshot.connectivity()
                .map(facts -> Crossings.of(snapshot.platform(), facts))
                .filter(Crossings::isComplete);
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<Boundary, SortedMap<String, Integer>> flow : flows.entrySet()) {
            Boundary boundary = flow.getKey();
            rows.add(List.of(
                    boundary.from(),
                    boundary.to(),
                    kinds(flow.getValue()),
                    crossings.map(found -> opened(found, boundary)).orElse("not known"),
                    threats(boundary)));
        }
        if (rows.isEmpty()) {
            return List.of(Slides.absent(heading, "No link between two zones is known."));
        }
        var chapters = new ArrayList<Chapter>();
        chapters.add(new Chapter(heading, List.of(picture())));
        chapters.addAll(Slides.table(
                "What crosses each boundary",
                List.of(new Text(
                        AssetNames.count(rows.size(), "pair") + " of zones with links that move data, models or code"
                                + crossings.map(found -> unneeded(found)).orElse("") + ".")),
                List.of("From zone", "To zone", "What crosses", "What policies let cross", "Threats at this boundary"),
                rows,
                MOST_ROWS));
        crossings.flatMap(FlowSlides::matrix).ifPresent(chapters::add);
        return chapters;
    }

    /** Zones as boxes, an arrow wherever something crosses. */
    private Picture picture() {
        var workloads = new TreeMap<String, Integer>();
        snapshot.platform().assets().forEach(asset -> workloads.merge(zone(asset), 1, Integer::sum));
        var zones = new TreeSet<String>();
        flows.keySet().forEach(boundary -> {
            zones.add(boundary.from());
            zones.add(boundary.to());
        });
        List<FlowPicture.Zone> boxes = zones.stream()
                .map(zone -> new FlowPicture.Zone(zone, AssetNames.count(workloads.getOrDefault(zone, 0), "asset")))
                .toList();
        List<FlowPicture.Flow> arrows = flows.entrySet().stream()
                .map(flow -> new FlowPicture.Flow(
                        flow.getKey().from(),
                        flow.getKey().to(),
                        flow.getValue().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum(),
                        !threats(flow.getKey()).isEmpty()))
                .toList();
        String description = AssetNames.count(boxes.size(), "zone") + " and " + AssetNames.count(arrows.size(), "flow")
                + " between them";
        return new Picture(FlowPicture.svg(description, boxes, arrows, Svg.Theme.AUTO), description);
    }

    private static Optional<Chapter> matrix(Crossings found) {
        if (found.zones().size() < 2) {
            return Optional.empty();
        }
        List<Block> blocks = List.of(ZoneMatrix.of(found));
        return Optional.of(new Chapter("What policies let cross", blocks));
    }

    private static String kinds(SortedMap<String, Integer> counts) {
        var words = new ArrayList<String>();
        counts.forEach((kind, count) -> words.add(kind + " " + count));
        return String.join(", ", words);
    }

    private static String opened(Crossings found, Boundary boundary) {
        Crossings.Crossing crossing = found.between(boundary.from(), boundary.to());
        if (crossing.isNothing()) {
            return "nothing between workloads";
        }
        if (crossing.isEverything()) {
            return "everything";
        }
        String sure = some(crossing.ports());
        String maybe = crossing.maybe().isEmpty() ? "" : "perhaps " + some(crossing.maybe());
        return sure.isEmpty() ? maybe : maybe.isEmpty() ? sure : sure + "; " + maybe;
    }

    private static String some(SortedSet<String> ports) {
        String shown = String.join(" ", ports.stream().limit(MOST_PORTS).toList());
        return ports.size() > MOST_PORTS ? shown + " and " + (ports.size() - MOST_PORTS) + " more" : shown;
    }

    private String threats(Boundary boundary) {
        var titles = new TreeSet<String>();
        snapshot.threats()
                .ifPresent(facts -> facts.scenarios().stream()
                        .filter(scenario -> scenario.truth().isConfirmed())
                        .filter(scenario -> scenario.zones().equals(List.of(boundary.from(), boundary.to())))
                        .map(ThreatScenario::title)
                        .forEach(titles::add));
        return String.join("; ", titles);
    }

    private String unneeded(Crossings found) {
        long open = 0;
        for (String from : found.zones()) {
            for (String to : found.zones()) {
                boolean isUsed = flows.containsKey(new Boundary(from, to));
                open += !isUsed && !found.between(from, to).isNothing() ? 1 : 0;
            }
        }
        return "; policies also open " + AssetNames.count(open, "pair") + " that no known link uses";
    }
}
