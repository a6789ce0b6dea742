package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.network.model.Protocol;
import dev.bartizan.source.Node;
import dev.bartizan.source.SourceReader;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The probes of the conformance tests of ClusterNetworkPolicy whose policies stand in files as they are applied. */
class ConformanceProbesTest {
    private static final Pattern SWAPPING =
            Pattern.compile("(baseline-)?admin-network-policy-standard-(e|in)?gress(-(tcp|udp|sctp))?-rules\\.go");

    private static final Path FOLDER = Repository.path("../shared/exams/segmentation/clusternetworkpolicy");

    @Test
    void everyStaticProbeGetsItsAnswer() throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(FOLDER),
                "the conformance tests of ClusterNetworkPolicy are not beside this repository");
        Map<String, Connectivity> clusters = new HashMap<>();
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (Node probe : probes()) {
            if (probe.get("afterPolicyMutation").isFalse()) {
                Connectivity cluster = clusters.computeIfAbsent(
                        probe.get("manifests").get(0).text(""), ConformanceProbesTest::cluster);
                asked++;
                if (isAllowed(cluster, probe) != probe.get("expectAllowed").isTrue()) {
                    wrong.add(probe.location() + " " + probe.get("case").text(""));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isEqualTo(110);
    }

    /** Probes behind rules that were swapped; what is swapped before which case stands in conformance/tests of kubernetes-sigs/network-policy-api. */
    @Test
    void soDoesEveryProbeBehindSwappedRules() throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(FOLDER),
                "the conformance tests of ClusterNetworkPolicy are not beside this repository");
        Map<List<Object>, Connectivity> clusters = new HashMap<>();
        var wrong = new ArrayList<String>();
        int asked = 0;
        List<Node> probes = probes();
        for (Node probe : probes) {
            String file = probe.get("file").text("");
            if (probe.get("afterPolicyMutation").isTrue() && SWAPPING.matcher(file).matches()) {
                List<Swap> swaps = probes.stream()
                        .filter(each -> each.get("file").text("").equals(file) && index(each) <= index(probe))
                        .sorted(Comparator.comparingInt(ConformanceProbesTest::index))
                        .map(each -> each.get("case").text(""))
                        .distinct()
                        .flatMap(each -> swap(each).stream())
                        .toList();
                Connectivity cluster = clusters.computeIfAbsent(
                        List.of(file, swaps), key -> cluster(probe.get("manifests").get(0).text(""), swaps));
                asked++;
                if (isAllowed(cluster, probe) != probe.get("expectAllowed").isTrue()) {
                    wrong.add(probe.location() + " " + probe.get("case").text(""));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isEqualTo(126);
    }

    /** Two rules of each direction change places. */
    private record Swap(int one, int other) {}

    private static int index(Node probe) {
        return Integer.parseInt(probe.get("caseIndex").text(""));
    }

    /** What a case begins with. */
    private static Optional<Swap> swap(String ofCase) {
        boolean isAboutPorts = ofCase.contains("at the specified port");
        if (ofCase.contains("'deny-") && !isAboutPorts) {
            return Optional.of(new Swap(0, 1));
        }
        return ofCase.contains("'pass-") ? Optional.of(isAboutPorts ? new Swap(3, 4) : new Swap(0, 2)) : Optional.empty();
    }

    private static Connectivity cluster(String manifest, List<Swap> swaps) {
        try {
            String policy = Files.readString(FOLDER.resolve(manifest));
            for (Swap swap : swaps) {
                policy = swapped(policy, swap);
            }
            String base = Files.readString(FOLDER.resolve("base/manifests.yaml"));
            return Connectivity.of(Clusters.of(base + "\n---\n" + policy), CniProfile.KUBERNETES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String swapped(String policy, Swap swap) {
        var lists = new ArrayList<String>();
        for (String list : policy.split("(?m)^(?=  (?:in|e)gress:)", -1)) {
            var rules = new ArrayList<>(List.of(list.split("(?m)^(?=  - name:)", -1)));
            if (rules.size() > swap.other() + 1) {
                Collections.swap(rules, swap.one() + 1, swap.other() + 1);
            }
            lists.add(String.join("", rules));
        }
        return String.join("", lists);
    }

    private static List<Node> probes() throws IOException {
        String text = Files.readString(FOLDER.resolve("probes.json"));
        return SourceReader.parse("probes.json", text)
                .documents()
                .getFirst()
                .root()
                .orElseThrow()
                .items();
    }

    private static Connectivity cluster(String manifest) {
        return Connectivity.of(
                Clusters.read(List.of(FOLDER.resolve("base/manifests.yaml"), FOLDER.resolve(manifest))),
                CniProfile.KUBERNETES);
    }

    private static boolean isAllowed(Connectivity cluster, Node probe) {
        String client = workload(probe.get("client").text(""));
        String server = workload(probe.get("server").text(""));
        Protocol protocol = Protocol.of(probe.get("protocol").text("")).orElseThrow();
        int port = Integer.parseInt(probe.get("port").text(""));
        return cluster.connections().stream()
                .filter(connection -> connection.from().label().equals(client)
                        && connection.to().label().equals(server))
                .anyMatch(connection -> connection.allowed().contains(protocol, port));
    }

    /** Pods are probed, of which a StatefulSet numbers its own. */
    private static String workload(String pod) {
        return pod.replaceFirst("-[0-9]+$", "") + "[StatefulSet]";
    }
}
