package dev.bartizan.diagram;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Classification;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Input;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Plane;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Trees;
import dev.bartizan.graph.Truth;
import dev.bartizan.source.Location;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Builds snapshots for map tests: by hand, asset by asset, or generated from a seed. */
final class SyntheticPlatform {
    private static final Location PLACE = Location.ofFile("platform.yaml");

    private record Wire(String from, String to, String kind) {}

    private final List<Asset> assets = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /** Workloads in zones on three planes, three of four links within the zone, every third workload with a finding. */
    static Snapshot generated(int workloads, int zones) {
        var random = new Random(7);
        var platform = new SyntheticPlatform();
        var ids = new ArrayList<String>();
        for (int i = 0; i < workloads; i++) {
            int zone = random.nextInt(zones);
            Plane plane = Plane.values()[zone % 3];
            String name = "workload-" + i;
            ids.add(platform.asset("Deployment", "apps", "zone-" + zone, name, "trainer", Optional.of(plane)));
            if (i % 3 == 0) {
                platform.finding(ids.getLast(), Severity.values()[random.nextInt(5)], random.nextInt(4) > 0);
            }
        }
        for (int i = 0; i < workloads; i++) {
            int other = random.nextInt(workloads);
            if (other != i) {
                platform.link(ids.get(i), ids.get(other), random.nextBoolean() ? "calls" : "mounts");
            }
        }
        for (int i = 0; i < workloads; i++) {
            String zone = ids.get(i).split("/")[3];
            for (int j = i + 1; j < Math.min(workloads, i + 40); j++) {
                if (ids.get(j).split("/")[3].equals(zone)) {
                    platform.link(ids.get(i), ids.get(j), "calls");
                    break;
                }
            }
        }
        return platform.snapshot();
    }

    String external(String host) {
        String id = "ext:" + host;
        var classification = new Classification(
                "external-party", Optional.empty(), Optional.of(Plane.DATA), Optional.empty(), "by hand");
        assets.add(new Asset(id, "External", "", "", "-", host, "-", classification, List.of(PLACE)));
        return id;
    }

    String asset(String kind, String group, String zone, String name, String role, Optional<Plane> plane) {
        String id = "k8s:-/" + group + "/" + kind + "/" + zone + "/" + name;
        var classification = new Classification(role, Optional.of(Layer.MODEL), plane, Optional.empty(), "by hand");
        assets.add(new Asset(id, kind, group, "v1", zone, name, zone, classification, List.of(PLACE)));
        return id;
    }

    String workload(String zone, String name) {
        return asset("Deployment", "apps", zone, name, "trainer", Optional.of(Plane.DATA));
    }

    String core(String kind, String zone, String name) {
        return asset(kind, "core", zone, name, "unknown", Optional.empty());
    }

    void link(String from, String to, String kind) {
        wires.add(new Wire(from, to, kind));
    }

    void finding(String asset, Severity severity, boolean confirmed) {
        String id = "finding-" + findings.size();
        var member = new Finding.Member(id, "BL-WL-001", severity, asset, "", PLACE, "privileged is true");
        findings.add(new Finding(
                id,
                "BL-WL-001",
                "Container runs privileged",
                severity,
                severity.word(),
                confirmed ? Truth.CONFIRMED : Truth.undecided("policies"),
                Layer.INFRASTRUCTURE,
                asset,
                PLACE,
                List.of(),
                "remove it",
                List.of(),
                List.of(member)));
    }

    Snapshot snapshot() {
        List<Asset> sorted =
                assets.stream().sorted(Comparator.comparing(Asset::id)).toList();
        var indexes = new TreeMap<String, Integer>();
        for (int i = 0; i < sorted.size(); i++) {
            indexes.put(sorted.get(i).id(), i);
        }
        List<Link> links = wires.stream()
                .map(wire -> new Link(
                        indexes.getOrDefault(wire.from(), -1), indexes.getOrDefault(wire.to(), -1), wire.kind(), PLACE))
                .toList();
        var platform = new Platform("test", sorted, links, new TreeMap<>(), Completeness.NONE);
        var input = new Input(LocalDate.of(2026, 11, 20), new TreeMap<>(), new TreeMap<>(), List.of());
        return Snapshot.of(input, platform, Trees.NONE, List.of())
                .with(new ControlFacts(List.of(), findings, List.of(), List.of()));
    }
}
