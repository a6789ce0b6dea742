package dev.bartizan.diagram;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Snapshot;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts each finding that no waiver accepts once for every node and every zone it touches, there with the worst severity it has there. */
final class Tallies {
    private final Platform platform;
    private final MapGraph graph;
    /** Many findings may be about one role, and thousands of accounts may hold it. */
    private final Map<Integer, SortedSet<Integer>> hostsOf = new HashMap<>();

    private final SortedMap<Integer, Tally> byNode = new TreeMap<>();
    private final SortedMap<ZoneKey, Tally> byZone = new TreeMap<>();
    /** The first box that holds something of each namespace: findings about a namespace as such are counted there. */
    private final SortedMap<String, ZoneKey> firstBox = new TreeMap<>();

    Tallies(Snapshot snapshot, MapGraph graph) {
        this.platform = snapshot.platform();
        this.graph = graph;
        graph.nodes().stream()
                .mapToObj(platform::asset)
                .filter(asset -> !MapKinds.isExternal(asset))
                .forEach(asset -> firstBox.merge(
                        asset.namespace(), ZoneKey.of(asset), (one, other) -> one.compareTo(other) <= 0 ? one : other));
        Set<String> waived = snapshot.controls().map(ControlFacts::waivers).orElse(List.of()).stream()
                .map(Waiver::finding)
                .collect(Collectors.toSet());
        snapshot.controls().map(ControlFacts::findings).orElse(List.of()).stream()
                .filter(finding -> !waived.contains(finding.id()))
                .forEach(this::count);
    }

    Tally ofNode(int asset) {
        return byNode.getOrDefault(asset, Tally.NONE);
    }

    Tally ofZone(ZoneKey zone) {
        return byZone.getOrDefault(zone, Tally.NONE);
    }

    private void count(Finding finding) {
        // A roll-up has many members of each asset: what an asset is drawn as is looked up once.
        var assets = new HashMap<String, Severity>();
        finding.members().forEach(member -> worst(assets, member.asset(), member.severity()));
        var nodes = new TreeMap<Integer, Severity>();
        var zones = new TreeMap<ZoneKey, Severity>();
        assets.forEach((asset, severity) -> {
            Optional<Integer> index = platform.index(asset);
            if (index.isEmpty()) {
                return;
            }
            var hosts = hostsOf.computeIfAbsent(index.get(), graph::hosts);
            for (int host : hosts) {
                worst(nodes, host, severity);
                worst(zones, ZoneKey.of(platform.asset(host)), severity);
            }
            if (hosts.isEmpty()) {
                zoneOf(platform.asset(index.get())).ifPresent(zone -> worst(zones, zone, severity));
            }
        });
        boolean confirmed = finding.truth().isConfirmed();
        nodes.forEach((node, severity) -> byNode.merge(node, one(severity, confirmed), Tallies::sum));
        zones.forEach((zone, severity) -> byZone.merge(zone, one(severity, confirmed), Tallies::sum));
    }

    /** A Namespace is cluster-scoped itself, but a finding about it is about what is in it. */
    private Optional<ZoneKey> zoneOf(Asset asset) {
        String namespace = asset.kind().equals("Namespace") ? asset.name() : asset.namespace();
        return Optional.ofNullable(firstBox.get(namespace));
    }

    private static <K> void worst(Map<K, Severity> severities, K key, Severity severity) {
        severities.merge(
                key,
                severity,
                (one, other) -> Comparator.<Severity>naturalOrder().compare(one, other) >= 0 ? one : other);
    }

    private static Tally one(Severity severity, boolean confirmed) {
        return confirmed ? Tally.NONE.plusConfirmed(severity) : Tally.NONE.plusUndecided();
    }

    private static Tally sum(Tally one, Tally other) {
        return new Tally(
                one.critical() + other.critical(),
                one.high() + other.high(),
                one.medium() + other.medium(),
                one.low() + other.low(),
                one.info() + other.info(),
                one.undecided() + other.undecided());
    }
}
