package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.intended.End;
import dev.bartizan.network.intended.Importance;
import dev.bartizan.network.intended.IntendedTraffic;
import dev.bartizan.network.intended.KnownAddresses;
import dev.bartizan.network.intended.Traffic;
import dev.bartizan.network.mesh.Mesh;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.network.policies.ClusterReader;
import dev.bartizan.network.suggest.PolicyKind;
import dev.bartizan.network.suggest.SuggestedSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Of random clusters and random intended sets: the policies as files, read again with the cluster as any manifests are, allow each pair what is meant for it or
 * for a pair that has the same labels, and nothing else.
 */
class RandomSuggestionTest {
    private static final int CLUSTERS = 40;
    private static final List<String> KEYS =
            List.of("app", "tier", "app.kubernetes.io/name", "true", "odd \"key\": [x]\\n# y", "pod-template-hash");
    private static final List<String> VALUES =
            List.of("a", "b", "1", "no", "", "0x1F", "a: {b}", "x\"\\\\\u00e9\u2028");

    private record Pair(int from, int to) {}

    @ParameterizedTest
    @CsvSource({
        "NETWORK_POLICY, KUBERNETES, 1",
        "NETWORK_POLICY, CALICO, 2",
        "CLUSTER, KUBERNETES, 3",
        "CLUSTER, KUBERNETES, 4",
        "CILIUM, CILIUM, 5",
        "CILIUM, CILIUM, 6"
    })
    void thePoliciesAllowWhatIsMeantAndWhatLabelsForce(PolicyKind kind, CniProfile profile, long seed) {
        for (int i = 0; i < CLUSTERS; i++) {
            check(new Random(seed * CLUSTERS + i), seed * CLUSTERS + i, kind, profile);
        }
    }

    private static void check(Random random, long seed, PolicyKind kind, CniProfile profile) {
        String yaml = cluster(random);
        Snapshot snapshot = Clusters.of(yaml);
        Cluster cluster = ClusterReader.read(snapshot, Mesh.Presence.AS_WRITTEN).cluster();
        Map<Pair, PortSet> meant = meant(random, cluster.pods().size());

        var task = new SuggestedSet.Task(
                snapshot,
                Mesh.Presence.AS_WRITTEN,
                cluster,
                Engine.of(cluster, profile.assumptions()),
                profile.assumptions(),
                KnownAddresses.NONE,
                List.of(kind),
                false);
        SuggestedSet suggested = SuggestedSet.of(
                task, new IntendedTraffic(traffic(meant), false, List.of()), (after, engine) -> List.of());

        assertThat(suggested.isProven())
                .as("cluster %d%n%s", seed, suggested.summary())
                .isTrue();
        String policies = suggested.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith("policies/"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
        var connectivity = Connectivity.of(Clusters.of(yaml + policies), profile);
        for (int from = 0; from < cluster.pods().size(); from++) {
            for (int to = 0; to < cluster.pods().size(); to++) {
                if (from != to) {
                    PortSet forced = forced(meant, cluster, from, to);
                    assertThat(allowed(connectivity, cluster, from, to))
                            .as("cluster %d, %d to %d%n%s%n%s", seed, from, to, yaml, policies)
                            .isEqualTo(new Ports(forced.ranges()));
                }
            }
        }
    }

    private static Ports allowed(Connectivity connectivity, Cluster cluster, int from, int to) {
        Connection connection = connectivity.connection(
                connectivity.peer(name(cluster.pods().get(from))).orElseThrow(),
                connectivity.peer(name(cluster.pods().get(to))).orElseThrow());
        assertThat(connection.depends().isEmpty()).isTrue();
        return connection.allowed();
    }

    private static String name(Pod pod) {
        return pod.namespace() + "/" + pod.name();
    }

    /** What is meant for any pair that stable labels cannot tell from this one. */
    private static PortSet forced(Map<Pair, PortSet> meant, Cluster cluster, int from, int to) {
        return meant.entrySet().stream()
                .filter(pair -> isTwin(cluster, pair.getKey().from(), from)
                        && isTwin(cluster, pair.getKey().to(), to))
                .map(Map.Entry::getValue)
                .reduce(PortSet.NONE, PortSet::union);
    }

    private static boolean isTwin(Cluster cluster, int one, int other) {
        return look(cluster.pods().get(one)).equals(look(cluster.pods().get(other)));
    }

    private static Map<String, String> look(Pod pod) {
        var look = new HashMap<>(pod.labels());
        look.remove("pod-template-hash");
        look.keySet().removeIf(key -> key.startsWith("odd"));
        look.put(" namespace", pod.namespace());
        return look;
    }

    private static List<Traffic> traffic(Map<Pair, PortSet> meant) {
        var traffic = new ArrayList<Traffic>();
        meant.forEach((pair, ports) -> traffic.add(new Traffic(
                new End.Workload(pair.from()),
                new End.Workload(pair.to()),
                ports,
                new Traffic.Reason("it is meant\n- {}: \u2028", Optional.empty()),
                Importance.HIGH)));
        return traffic;
    }

    private static Map<Pair, PortSet> meant(Random random, int pods) {
        var meant = new HashMap<Pair, PortSet>();
        for (int i = random.nextInt(2 * pods); i > 0; i--) {
            var pair = new Pair(random.nextInt(pods), random.nextInt(pods));
            if (pair.from() != pair.to()) {
                meant.merge(pair, ports(random), PortSet::union);
            }
        }
        return meant;
    }

    private static PortSet ports(Random random) {
        int first = 1 + random.nextInt(20);
        var protocol = Protocol.values()[random.nextInt(3)];
        return switch (random.nextInt(4)) {
            case 0 -> PortSet.ALL;
            case 1 -> PortSet.of(List.of(new PortMatch.Range(protocol, first, first + random.nextInt(20))));
            case 2 -> PortSet.of(List.of(new PortMatch.Range(protocol, 1, 65_535)));
            default -> PortSet.of(protocol, first);
        };
    }

    private static String cluster(Random random) {
        var yaml = new StringBuilder();
        for (int i = 2 + random.nextInt(7); i > 0; i--) {
            var labels = new ArrayList<String>();
            for (String key : KEYS) {
                if (random.nextInt(3) == 0) {
                    labels.add("\"" + key.replace("\"", "\\\"") + "\": \""
                            + VALUES.get(random.nextInt(VALUES.size())).replace("\"", "\\\"") + "\"");
                }
            }
            yaml.append("""
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: p%s, namespace: n%s, labels: {%s}}
                    spec: {containers: [{name: c, image: example.org/c}]}
                    ---
                    """.formatted(i, random.nextInt(3), String.join(", ", labels)));
        }
        return yaml.toString();
    }
}
