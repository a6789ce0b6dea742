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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The probes of the conformance tests of ClusterNetworkPolicy whose policies stand in files as they are applied. */
class ConformanceProbesTest {
    /** Of the rule that accepts a port, its port. */
    private static final String ACCEPTED_PORT =
            "(?s)(\"Accept\"(?:(?!  - name:).)*?protocols:\\s*)- \\w+:\\s*destinationPort:\\s*number: \\d+";

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

    /** Probes behind changes of policies; what is changed before which case stands in conformance/tests of kubernetes-sigs/network-policy-api. */
    @Test
    void soDoesEveryProbeBehindAChangeThatNeedsNoAddresses() throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(FOLDER),
                "the conformance tests of ClusterNetworkPolicy are not beside this repository");
        Map<List<Object>, Connectivity> clusters = new HashMap<>();
        var wrong = new ArrayList<String>();
        int asked = 0;
        List<Node> probes = probes();
        for (Node probe : probes) {
            String file = probe.get("file").text("");
            if (probe.get("afterPolicyMutation").isTrue() && !file.contains("inline-cidr")) {
                List<String> cases = probes.stream()
                        .filter(each -> each.get("file").text("").equals(file) && index(each) <= index(probe))
                        .sorted(Comparator.comparingInt(ConformanceProbesTest::index))
                        .map(each -> each.get("case").text(""))
                        .distinct()
                        .toList();
                Connectivity cluster = clusters.computeIfAbsent(
                        List.of(file, cases),
                        key -> cluster(probe.get("manifests").get(0).text(""), cases));
                asked++;
                if (isAllowed(cluster, probe) != probe.get("expectAllowed").isTrue()) {
                    wrong.add(probe.location() + " " + file + " "
                            + probe.get("case").text(""));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isEqualTo(146);
    }

    private static int index(Node probe) {
        return Integer.parseInt(probe.get("caseIndex").text(""));
    }

    private static Connectivity cluster(String manifest, List<String> cases) {
        try {
            String policy = Files.readString(FOLDER.resolve(manifest));
            for (String each : cases) {
                policy = changed(policy, each);
            }
            String base = Files.readString(FOLDER.resolve("base/manifests.yaml"));
            return Connectivity.of(Clusters.of(base + "\n---\n" + policy), CniProfile.KUBERNETES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a case begins with. */
    private static String changed(String policy, String ofCase) {
        boolean isAboutPorts = ofCase.contains("at the specified port");
        if (ofCase.contains("respect the match for network policy")) {
            return policy.replaceFirst("\"Deny\" # test will update", "\"Pass\" # test did update");
        }
        if (ofCase.contains("respect the match for baseline")) {
            return policy.replaceFirst("(?s)---\\napiVersion: networking.*?(?=---)", "");
        }
        if (ofCase.contains("respect admin CNP priority field")) {
            return policy.replace("priority: 60", "priority: 40");
        }
        if (ofCase.contains("for named port")) {
            return policy.replaceFirst(
                    ACCEPTED_PORT, "$1- destinationNamedPort: " + (policy.contains("- udp:") ? "dns" : "web"));
        }
        if (ofCase.contains("'deny-") && !isAboutPorts) {
            return swapped(policy, 0, 1);
        }
        return !ofCase.contains("'pass-") ? policy : isAboutPorts ? swapped(policy, 3, 4) : swapped(policy, 0, 2);
    }

    /** Two rules of each direction change places. */
    private static String swapped(String policy, int one, int other) {
        var lists = new ArrayList<String>();
        for (String list : policy.split("(?m)^(?=  (?:in|e)gress:)", -1)) {
            var rules = new ArrayList<>(List.of(list.split("(?m)^(?=  - name:)", -1)));
            if (rules.size() > other + 1) {
                Collections.swap(rules, one + 1, other + 1);
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
