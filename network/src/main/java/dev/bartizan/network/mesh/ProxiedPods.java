package dev.bartizan.network.mesh;

import dev.bartizan.network.model.PodMatch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pods that have a proxy, by number. */
final class ProxiedPods {
    private final List<Map<String, String>> seen = new ArrayList<>();
    private final List<ProxyPorts> ports = new ArrayList<>();
    private final Map<String, BitSet> byNamespace = new HashMap<>();
    private final BitSet special = new BitSet();

    /**
     * Adds one.
     *
     * @param labels with its attributes
     * @param known what its proxy knows of its ports
     */
    void add(String namespace, Map<String, String> labels, ProxyPorts known) {
        byNamespace.computeIfAbsent(namespace, key -> new BitSet()).set(seen.size());
        special.set(seen.size(), !known.equals(ProxyPorts.UNKNOWN));
        seen.add(Map.copyOf(labels));
        ports.add(known);
    }

    /** Those that are meant. */
    BitSet matching(PodMatch match) {
        var all = new BitSet();
        if (match.namespace().isPresent()) {
            all.or(byNamespace.getOrDefault(match.namespace().get(), new BitSet()));
        } else {
            all.set(0, seen.size());
        }
        return only(all, match);
    }

    /** What proxies know of the ports of those that are meant, where they know anything; each once. */
    List<ProxyPorts> ports(PodMatch match) {
        if (special.isEmpty()) {
            return List.of();
        }
        var some = (BitSet) special.clone();
        match.namespace().ifPresent(namespace -> some.and(byNamespace.getOrDefault(namespace, new BitSet())));
        return only(some, match).stream().mapToObj(ports::get).distinct().toList();
    }

    private BitSet only(BitSet some, PodMatch match) {
        var matching = new BitSet();
        some.stream().filter(number -> match.pods().matches(seen.get(number))).forEach(matching::set);
        return matching;
    }
}
