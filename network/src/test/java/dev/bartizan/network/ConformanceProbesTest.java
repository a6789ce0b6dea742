package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.network.model.Protocol;
import dev.bartizan.source.Node;
import dev.bartizan.source.SourceReader;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The probes of the conformance tests of ClusterNetworkPolicy whose policies stand in files as they are applied. */
class ConformanceProbesTest {
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
