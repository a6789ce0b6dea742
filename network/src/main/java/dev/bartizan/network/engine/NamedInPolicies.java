package dev.bartizan.network.engine;

import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Outsider;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Rule;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the rules of a cluster tell apart: ports, blocks of addresses and those whom they name. */
final class NamedInPolicies {
    private final Set<PortMatch.Range> ranges = new LinkedHashSet<>();
    private final Map<Direction, Set<PeerMatch.Addresses>> blocks = new EnumMap<>(Direction.class);
    private final SortedSet<Outsider> outsiders = new TreeSet<>();
    private final SortedSet<String> portNames = new TreeSet<>();

    NamedInPolicies(Cluster cluster) {
        for (Policy policy : cluster.policies()) {
            for (Rule rule : policy.rules()) {
                rule.peers().forEach(peer -> collect(peer, rule.direction()));
                rule.ports().forEach(this::collect);
            }
        }
        if (!portNames.isEmpty()) {
            for (Pod pod : cluster.pods()) {
                pod.ports().forEach((name, numbers) -> ranges.addAll(portNames.contains(name) ? numbers : List.of()));
            }
        }
    }

    private void collect(PeerMatch peer, Direction direction) {
        switch (peer) {
            case PeerMatch.Addresses block ->
                blocks.computeIfAbsent(direction, key -> new LinkedHashSet<>()).add(block);
            case PeerMatch.Named(var outsider) -> outsiders.add(outsider);
            case PeerMatch.AllOf(var parts) -> parts.forEach(each -> collect(each, direction));
            case PeerMatch.Not(var part) -> collect(part, direction);
            case PeerMatch.Pods _, PeerMatch.Nodes _, PeerMatch.OwnNode _, PeerMatch.Anybody _ -> {}
        }
    }

    private void collect(PortMatch port) {
        switch (port) {
            case PortMatch.Range range -> ranges.add(range);
            case PortMatch.Named named -> portNames.add(named.name());
        }
    }

    Set<PortMatch.Range> ranges() {
        return ranges;
    }

    Set<PeerMatch.Addresses> blocks() {
        var all = new LinkedHashSet<PeerMatch.Addresses>();
        blocks.values().forEach(all::addAll);
        return all;
    }

    /** Those that rules of one direction name. */
    Set<PeerMatch.Addresses> blocks(Direction direction) {
        return blocks.getOrDefault(direction, Set.of());
    }

    SortedSet<Outsider> outsiders() {
        return outsiders;
    }

    Set<String> portNames() {
        return portNames;
    }
}
