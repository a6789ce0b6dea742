package dev.bartizan.report.document;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Crossings;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Grid;
import dev.bartizan.report.document.Document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is open to beyond the cluster, and what may reach beyond it. */
final class OpenDoors {
    private static final Set<String> OPENING = Set.of("exposes", "routes");
    private static final int MOST_OPENERS = 4;

    private final Platform platform;
    private final Optional<Crossings> crossings;

    private OpenDoors(Platform platform, Optional<Crossings> crossings) {
        this.platform = platform;
        this.crossings = crossings.filter(Crossings::isComplete);
    }

    /** @param workloads indexes of the assets that have pods */
    static List<Block> blocks(Platform platform, Iterable<Integer> workloads, Optional<Crossings> crossings, int most) {
        return new OpenDoors(platform, crossings).blocks(workloads, most);
    }

    private List<Block> blocks(Iterable<Integer> workloads, int most) {
        var rows = new ArrayList<List<String>>();
        for (int workload : workloads) {
            if (platform.property(workload, "exposure")
                    .filter("outside"::equals)
                    .isPresent()) {
                rows.add(row(workload));
            }
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Text(
                rows.isEmpty()
                        ? "No workload is opened by a Service, an Ingress or a gateway, as far as manifests show."
                        : AssetNames.count(rows.size(), "workload")
                                + " can be reached from beyond the cluster, by a Service, an Ingress or a gateway."));
        if (!rows.isEmpty()) {
            blocks.add(new Grid(
                    List.of("Workload", "Role", "Zone", "Opened by", "Policies let the outside into the zone"),
                    rows.subList(0, Math.min(most, rows.size()))));
        }
        if (rows.size() > most) {
            blocks.add(new Text("and " + (rows.size() - most) + " more"));
        }
        crossings.ifPresent(found -> blocks.addAll(outwards(found)));
        return blocks;
    }

    private List<String> row(int workload) {
        Asset asset = platform.asset(workload);
        List<String> openers = platform.linksTo(workload).stream()
                .filter(link -> OPENING.contains(link.kind()))
                .map(this::opener)
                .distinct()
                .toList();
        String shown = openers.stream().limit(MOST_OPENERS).collect(Collectors.joining(", "));
        return List.of(
                asset.namespace() + "/" + asset.name(),
                asset.classification().role(),
                asset.zone(),
                openers.size() > MOST_OPENERS ? shown + " and " + (openers.size() - MOST_OPENERS) + " more" : shown,
                crossings
                        .map(found -> ports(found.between(Crossings.OUTSIDE, asset.zone())))
                        .orElse("not known"));
    }

    private String opener(Link link) {
        Asset from = platform.asset(link.from());
        return from.kind() + " " + from.name() + " (" + AssetNames.place(link.evidence()) + ")";
    }

    private static List<Block> outwards(Crossings found) {
        var rows = new ArrayList<List<String>>();
        for (String zone : found.zones()) {
            Crossings.Crossing crossing = found.between(zone, Crossings.OUTSIDE);
            if (!crossing.isNothing()) {
                rows.add(List.of(zone, ports(crossing)));
            }
        }
        return rows.isEmpty()
                ? List.of(new Text("Policies let no workload out."))
                : List.of(
                        new Text(
                                "Zones of which some workload may open connections to the outside, as far as policies say."),
                        new Grid(List.of("Zone", "Ports"), rows));
    }

    private static String ports(Crossings.Crossing crossing) {
        if (crossing.isNothing()) {
            return "nothing";
        }
        String sure = crossing.isEverything() ? "everything" : String.join(" ", crossing.ports());
        String maybe = crossing.maybe().isEmpty() ? "" : "perhaps " + String.join(" ", crossing.maybe());
        return sure.isEmpty() || maybe.isEmpty() ? sure + maybe : sure + "; " + maybe;
    }
}
