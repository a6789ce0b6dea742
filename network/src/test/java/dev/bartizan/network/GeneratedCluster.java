package dev.bartizan.network;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.LabelSelector;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.network.model.Rank;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.model.Tier;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A cluster of any size whose policies cut across namespaces, so that nearly every pattern of labels is a class of its own: each policy isolates one of 500
 * roles and lets two groups of a fiftieth of all pods in at each of two ports, and out likewise.
 *
 * @param pods that share the classes evenly
 * @param classes patterns of labels
 * @param ports different numbers that rules name
 */
record GeneratedCluster(int pods, int classes, int policies, int ports) {
    private static final int NAMESPACES = 100;
    private static final int ROLES = 500;
    private static final int GROUPS = 50;
    private static final int FIRST_PORT = 8_000;
    private static final List<String> KEYS = List.of("team", "zone", "stage", "tier");
    private static final long SEED = 7;

    Cluster cluster() {
        var random = new Random(SEED);
        List<Map<String, String>> patterns = IntStream.range(0, classes)
                .mapToObj(number -> labels(number, random))
                .toList();
        List<Pod> all = IntStream.range(0, pods)
                .mapToObj(i -> new Pod(
                        i,
                        "ns" + i % classes % NAMESPACES,
                        "pod" + i,
                        "Pod",
                        patterns.get(i % classes),
                        Map.of(),
                        new TreeMap<>(),
                        false))
                .toList();
        var namespaces = new TreeMap<String, Map<String, String>>();
        IntStream.range(0, NAMESPACES).forEach(i -> namespaces.put("ns" + i, Map.of("name", "ns" + i)));
        return new Cluster(
                all,
                namespaces,
                IntStream.range(0, policies)
                        .mapToObj(number -> policy(number, random))
                        .toList());
    }

    private static Map<String, String> labels(int number, Random random) {
        var labels = new TreeMap<String, String>();
        labels.put("role", "" + number % ROLES);
        KEYS.forEach(key -> labels.put(key, "" + random.nextInt(GROUPS)));
        return labels;
    }

    /** The policy of this number with other rules. */
    Policy policy(int number, Random random) {
        var rules = new ArrayList<Rule>();
        for (Direction direction : Direction.values()) {
            for (int index = 0; index < 2; index++) {
                rules.add(new Rule(
                        direction,
                        index,
                        "rule " + index,
                        Action.ALLOW,
                        List.of(group(random), group(random)),
                        List.of(port(random)),
                        Location.ofFile("p" + number)));
            }
        }
        return new Policy(
                "p" + number,
                "NetworkPolicy",
                "p" + number,
                Tier.NAMESPACE,
                Rank.NETWORK_POLICY,
                across("role", random.nextInt(ROLES)),
                EnumSet.allOf(Direction.class),
                rules,
                Location.ofFile("p" + number));
    }

    private static PeerMatch group(Random random) {
        return new PeerMatch.Pods(across(KEYS.get(random.nextInt(KEYS.size())), random.nextInt(GROUPS)));
    }

    private static PodMatch across(String key, int value) {
        var requirement =
                new LabelSelector.Requirement(key, LabelSelector.Operator.IN, new TreeSet<>(List.of("" + value)));
        return PodMatch.across(LabelSelector.EVERYTHING, new LabelSelector(List.of(requirement)));
    }

    private PortMatch port(Random random) {
        int port = FIRST_PORT + random.nextInt(ports);
        return new PortMatch.Range(Protocol.TCP, port, port);
    }
}
