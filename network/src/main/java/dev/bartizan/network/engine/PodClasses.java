package dev.bartizan.network.engine;

import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Pods that no policy tells apart are one class. */
final class PodClasses {
    private final Map<PodMatch, Integer> matches = new LinkedHashMap<>();
    private final int[] classes;
    private final List<Pod> representatives = new ArrayList<>();
    private final List<BitSet> classesOfMatch = new ArrayList<>();

    private record Signature(BitSet matched, SortedMap<String, List<PortMatch.Range>> ports, boolean isOnHostNetwork) {}

    PodClasses(Cluster cluster, Assumptions assumptions) {
        cluster.policies().forEach(this::register);
        Set<String> names = portNames(cluster);
        BitSet[] matched = matched(cluster, assumptions);
        var known = new HashMap<Signature, Integer>();
        this.classes = new int[cluster.pods().size()];
        for (int i = 0; i < classes.length; i++) {
            Pod pod = cluster.pods().get(i);
            var ports = new TreeMap<>(pod.ports());
            ports.keySet().retainAll(names);
            var signature = new Signature(matched[i], ports, pod.isOnHostNetwork());
            int number = known.computeIfAbsent(signature, key -> known.size());
            if (number == representatives.size()) {
                representatives.add(pod);
            }
            classes[i] = number;
        }
        for (int match = 0; match < matches.size(); match++) {
            var set = new BitSet();
            for (int i = 0; i < classes.length; i++) {
                if (matched[i].get(match)) {
                    set.set(classes[i]);
                }
            }
            classesOfMatch.add(set);
        }
    }

    private void register(Policy policy) {
        matches.putIfAbsent(policy.subject(), matches.size());
        for (Rule rule : policy.rules()) {
            for (PeerMatch peer : rule.peers()) {
                if (peer instanceof PeerMatch.Pods(var match)) {
                    matches.putIfAbsent(match, matches.size());
                }
            }
        }
    }

    private static Set<String> portNames(Cluster cluster) {
        var names = new TreeSet<String>();
        for (Policy policy : cluster.policies()) {
            for (Rule rule : policy.rules()) {
                for (PortMatch port : rule.ports()) {
                    if (port instanceof PortMatch.Named named) {
                        names.add(named.name());
                    }
                }
            }
        }
        return names;
    }

    /** By pod, the numbers of the matches it meets. A match of one namespace is only tried there. */
    private BitSet[] matched(Cluster cluster, Assumptions assumptions) {
        var pods = new HashMap<String, List<Integer>>();
        var matched = new BitSet[cluster.pods().size()];
        for (int i = 0; i < matched.length; i++) {
            matched[i] = new BitSet();
            Pod pod = cluster.pods().get(i);
            if (!pod.isOnHostNetwork() || !assumptions.hostNetworkIsNode()) {
                pods.computeIfAbsent(pod.namespace(), key -> new ArrayList<>()).add(i);
            }
        }
        matches.forEach((match, number) -> cluster.namespaces().forEach((namespace, labels) -> {
            if (match.admits(namespace, labels)) {
                for (int pod : pods.getOrDefault(namespace, List.of())) {
                    if (match.pods().matches(cluster.pods().get(pod).labels())) {
                        matched[pod].set(number);
                    }
                }
            }
        }));
        return matched;
    }

    int count() {
        return representatives.size();
    }

    int of(int pod) {
        return classes[pod];
    }

    /** A pod of a class. */
    Pod pod(int number) {
        return representatives.get(number);
    }

    /** The classes whose pods are meant. */
    BitSet classes(PodMatch match) {
        Integer number = matches.get(match);
        return number == null ? new BitSet() : classesOfMatch.get(number);
    }
}
