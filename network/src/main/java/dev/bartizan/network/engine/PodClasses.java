package dev.bartizan.network.engine;

import dev.bartizan.network.engine.PodGroups.Group;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** Pods that no policy tells apart are one class. */
final class PodClasses {
    private final Map<PodMatch, BitSet> classesOfMatch = new HashMap<>();
    private final PodGroups groups;
    private final int[] classes;
    private final List<Pod> representatives = new ArrayList<>();

    private record Look(SortedMap<String, List<PortMatch.Range>> ports, boolean isOnHostNetwork) {}

    PodClasses(Cluster cluster, Assumptions assumptions, Set<String> portNames) {
        Set<PodMatch> written = written(cluster);
        this.groups = new PodGroups(cluster, written, portNames);
        var matches = new PodMatches(cluster, groups.all(), assumptions);
        var groupsOfMatch = new LinkedHashMap<PodMatch, int[]>();
        written.forEach(match -> groupsOfMatch.put(match, matches.matching(match)));
        this.classes = refined(byLook(groups.all()), groupsOfMatch.values());
        for (int i = 0; i < groups.pods(); i++) {
            if (of(i) == representatives.size()) {
                representatives.add(cluster.pods().get(i));
            }
        }
        groupsOfMatch.forEach((match, members) -> {
            var set = new BitSet();
            for (int group : members) {
                set.set(classes[group]);
            }
            classesOfMatch.put(match, set);
        });
    }

    private static Set<PodMatch> written(Cluster cluster) {
        var matches = new LinkedHashSet<PodMatch>();
        cluster.policies().forEach(policy -> {
            matches.add(policy.subject());
            for (Rule rule : policy.rules()) {
                rule.peers().forEach(peer -> collect(peer, matches));
            }
        });
        return matches;
    }

    private static void collect(PeerMatch peer, Set<PodMatch> matches) {
        switch (peer) {
            case PeerMatch.Pods(var match) -> matches.add(match);
            case PeerMatch.AllOf(var peers) -> peers.forEach(part -> collect(part, matches));
            case PeerMatch.Not(var part) -> collect(part, matches);
            case PeerMatch.Addresses _,
                    PeerMatch.Nodes _,
                    PeerMatch.OwnNode _,
                    PeerMatch.Named _,
                    PeerMatch.Anybody _ -> {}
        }
    }

    /** By what tells pods apart besides selectors. */
    private static int[] byLook(List<Group> groups) {
        var known = new HashMap<Look, Integer>();
        return groups.stream()
                .mapToInt(group ->
                        known.computeIfAbsent(new Look(group.ports(), group.isOnHostNetwork()), key -> known.size()))
                .toArray();
    }

    /** Splits the classes by one match after another, so that the work is what the matches hold; numbered by their first members. */
    private static int[] refined(int[] classes, Iterable<int[]> matches) {
        int count = Arrays.stream(classes).max().orElse(-1) + 1;
        int[] sizes = new int[classes.length + 1];
        Arrays.stream(classes).forEach(number -> sizes[number]++);
        int[] hits = new int[classes.length + 1];
        int[] moved = new int[classes.length + 1];
        for (int[] match : matches) {
            for (int member : match) {
                hits[classes[member]]++;
            }
            int[] left = new int[match.length];
            for (int i = 0; i < match.length; i++) {
                int from = classes[match[i]];
                left[i] = from;
                if (hits[from] < sizes[from] && moved[from] == 0) {
                    sizes[count] = hits[from];
                    moved[from] = count++;
                }
                classes[match[i]] = moved[from] == 0 ? from : moved[from];
            }
            for (int from : left) {
                sizes[from] -= moved[from] == 0 ? 0 : hits[from];
                hits[from] = 0;
                moved[from] = 0;
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
        return classes[groups.of(pod)];
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
