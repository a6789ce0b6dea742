package dev.bartizan.network.engine;

import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Pods that no policy tells apart are one class. */
final class PodClasses {
    private final Map<PodMatch, BitSet> classesOfMatch = new LinkedHashMap<>();
    private final int[] classes;
    private final List<Pod> representatives = new ArrayList<>();

    private record Look(SortedMap<String, List<PortMatch.Range>> ports, boolean isOnHostNetwork) {}

    PodClasses(Cluster cluster, Assumptions assumptions, Set<String> portNames) {
        var matches = new PodMatches(cluster, assumptions);
        var podsOfMatch = new LinkedHashMap<PodMatch, BitSet>();
        cluster.policies().forEach(policy -> {
            podsOfMatch.computeIfAbsent(policy.subject(), matches::matching);
            for (Rule rule : policy.rules()) {
                rule.peers().forEach(peer -> register(peer, podsOfMatch, matches));
            }
        });
        this.classes = refined(byLook(cluster, portNames), podsOfMatch.values());
        for (int i = 0; i < classes.length; i++) {
            if (classes[i] == representatives.size()) {
                representatives.add(cluster.pods().get(i));
            }
        }
        podsOfMatch.forEach((match, pods) -> {
            var set = new BitSet();
            pods.stream().forEach(pod -> set.set(classes[pod]));
            classesOfMatch.put(match, set);
        });
    }

    private static void register(PeerMatch peer, Map<PodMatch, BitSet> podsOfMatch, PodMatches matches) {
        switch (peer) {
            case PeerMatch.Pods(var match) -> podsOfMatch.computeIfAbsent(match, matches::matching);
            case PeerMatch.AllOf(var peers) -> peers.forEach(part -> register(part, podsOfMatch, matches));
            case PeerMatch.Not(var part) -> register(part, podsOfMatch, matches);
            case PeerMatch.Addresses _, PeerMatch.Nodes _, PeerMatch.Named _, PeerMatch.Anybody _ -> {}
        }
    }

    /** By what tells pods apart besides selectors. */
    private static int[] byLook(Cluster cluster, Set<String> portNames) {
        var known = new HashMap<Look, Integer>();
        int[] looks = new int[cluster.pods().size()];
        for (int i = 0; i < looks.length; i++) {
            Pod pod = cluster.pods().get(i);
            var ports = new TreeMap<>(pod.ports());
            ports.keySet().retainAll(portNames);
            looks[i] = known.computeIfAbsent(new Look(ports, pod.isOnHostNetwork()), key -> known.size());
        }
        return looks;
    }

    /** Splits the classes by one match after another, so that the work is what the matches hold; numbered by their first pods. */
    private static int[] refined(int[] classes, Iterable<BitSet> matches) {
        int count = Arrays.stream(classes).max().orElse(-1) + 1;
        int[] sizes = new int[classes.length + 1];
        Arrays.stream(classes).forEach(number -> sizes[number]++);
        int[] hits = new int[classes.length + 1];
        int[] moved = new int[classes.length + 1];
        for (BitSet match : matches) {
            for (int pod = match.nextSetBit(0); pod >= 0; pod = match.nextSetBit(pod + 1)) {
                hits[classes[pod]]++;
            }
            int before = count;
            for (int pod = match.nextSetBit(0); pod >= 0; pod = match.nextSetBit(pod + 1)) {
                int from = classes[pod];
                if (from < before && hits[from] < sizes[from] && moved[from] == 0) {
                    sizes[count] = hits[from];
                    moved[from] = count++;
                }
                classes[pod] = from < before && moved[from] != 0 ? moved[from] : from;
            }
            for (int number = 0; number < before; number++) {
                sizes[number] -= moved[number] == 0 ? 0 : hits[number];
                hits[number] = 0;
                moved[number] = 0;
            }
        }
        return renumbered(classes);
    }

    private static int[] renumbered(int[] classes) {
        var numbers = new HashMap<Integer, Integer>();
        return Arrays.stream(classes)
                .map(number -> numbers.computeIfAbsent(number, key -> numbers.size()))
                .toArray();
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

    /** The classes whose pods are meant; not to be changed. */
    BitSet classes(PodMatch match) {
        return classesOfMatch.getOrDefault(match, new BitSet());
    }
}
