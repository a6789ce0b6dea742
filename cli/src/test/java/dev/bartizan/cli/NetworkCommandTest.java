package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), """
                apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: shop, labels: {app: web}}
                spec: {containers: [{name: c, image: c}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: db, namespace: shop, labels: {app: db}}
                spec: {containers: [{name: c, image: c}]}
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: db, namespace: shop}
                spec:
                  podSelector: {matchLabels: {app: db}}
                  ingress:
                  - from: [{podSelector: {matchLabels: {app: web}}}]
                    ports: [{port: 5432}]
                """);
    }

    @Test
    void listNamesEveryConnection() {
        var run = Ran.of("network", "list", folder.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out().lines())
                .containsExactly(
                        "0.0.0.0-255.255.255.255[External] => shop/web[Pod] : All Connections",
                        "shop/db[Pod] => 0.0.0.0-255.255.255.255[External] : All Connections",
                        "shop/db[Pod] => shop/web[Pod] : All Connections",
                        "shop/web[Pod] => 0.0.0.0-255.255.255.255[External] : All Connections",
                        "shop/web[Pod] => shop/db[Pod] : TCP 5432");
        assertThat(run.err())
                .contains("Assumes that the network plugin of the cluster enforces its 1 policy")
                .contains("Profile kubernetes.");
    }

    @Test
    void theProfileIsThatOfBartizanYamlUnlessAskedOtherwise() throws IOException {
        Files.writeString(folder.resolve("bartizan.yaml"), "version: 1\nnetwork: {profile: np-guard}\n");

        assertThat(Ran.of("network", "list", folder.toString()).err()).contains("Profile np-guard.");
        assertThat(Ran.of("network", "list", folder.toString(), "--profile", "kubernetes")
                        .err())
                .contains("Profile kubernetes.");
    }

    @Test
    void listCanBeNarrowed() {
        var run = Ran.of("network", "list", folder.toString(), "--from", "web", "--to", "shop/db", "--format", "csv");

        assertThat(run.out().lines()).containsExactly("src,dst,conn", "shop/web[Pod],shop/db[Pod],TCP 5432");
    }

    @Test
    void diffTellsWhatAChangeOpensAndIsAGate() throws IOException {
        Path after = Files.createDirectory(folder.resolve("after"));
        String opened =
                Files.readString(folder.resolve("shop.yaml")).replace("port: 5432", "port: 5432, endPort: 5433");
        Path open = Files.writeString(after.resolve("shop.yaml"), opened);
        String closed = folder.resolve("shop.yaml").toString();

        var run = Ran.of("network", "diff", closed, open.toString(), "--fail-on", "changed");

        assertThat(run.exitCode()).isEqualTo(ExitCode.GATE_FAILED);
        assertThat(run.out().lines())
                .containsExactly(
                        "Connectivity diff:",
                        "diff-type: changed, source: shop/web[Pod], destination: shop/db[Pod], dir1: TCP 5432, dir2: TCP 5432-5433");
        assertThat(Ran.of("network", "diff", closed, open.toString(), "--fail-on", "added,removed")
                        .exitCode())
                .isEqualTo(ExitCode.DONE);
        assertThat(Ran.of("network", "diff", closed, closed, "--fail-on", "any").err())
                .contains("No connection differs.");
        assertThat(Ran.of("network", "diff", closed, closed, "--fail-on", "often")
                        .err())
                .contains("--fail-on takes added, changed, removed or any");
    }

    @Test
    void explainNamesTheLineThatDecides() {
        var allowed = Ran.of("network", "explain", "web", "db", "--port", "5432", "--in", folder.toString());
        var denied = Ran.of("network", "explain", "8.8.8.8", "db", "--in", folder.toString());

        assertThat(allowed.out())
                .contains("ALLOWED TCP 5432")
                .contains("NetworkPolicy shop/db allows it by rule 1  shop.yaml:17:5");
        assertThat(denied.out())
                .contains("DENIED All Connections")
                .contains("NetworkPolicy shop/db isolates the pod, and no rule allows it  shop.yaml:11:1");
    }

    @Test
    void aPairOrAllOfThemAreExplainedInTheWordsOfNpGuard() {
        String in = folder.toString();
        String decided = "NetworkPolicy 'shop/db' allows connections by Ingress rule #1";

        var pair = Ran.of("network", "explain", "web", "db", "--format", "np-guard", "--in", in);
        var all = Ran.of("network", "list", in, "--explain");

        assertThat(pair.out()).contains("Connections between shop/web[Pod] => shop/db[Pod]:", decided);
        assertThat(all.out()).contains(decided, "# All Connections due to the system default (Allow all) #");
        assertThat(Ran.of("network", "explain", "web", "db", "5432", "--in", in).out())
                .contains("ALLOWED TCP 5432");
        assertThat(Ran.of("network", "explain", "web", "db", "1", "--format", "np-guard", "--in", in)
                        .err())
                .contains("--format np-guard tells all ports");
        assertThat(Ran.of("network", "list", in, "--explain", "--format", "csv").err())
                .contains("--explain is told as text only");
    }

    @Test
    void exposureTellsOfPodsThatDoNotExistYet() {
        var run = Ran.of("network", "list", folder.toString(), "--asset", "db", "--exposure");

        assertThat(run.out())
                .contains("Exposure Analysis Result:", "shop/db[Pod] is not protected on Egress")
                .doesNotContain("shop/web[Pod] is not protected");
        assertThat(Ran.of("network", "list", folder.toString(), "--exposure", "--format", "dot")
                        .out())
                .contains(
                        "\"entire-cluster\" [label=\"entire-cluster\" color=\"red2\" fontcolor=\"red2\" shape=diamond]");
        assertThat(Ran.of("network", "list", folder.toString(), "--exposure", "--explain")
                        .out())
                .containsSubsequence(
                        "# Specific connections and their reasons #",
                        "# All Connections due to the system default (Allow all) #",
                        "Exposure Analysis Result:");
    }

    @Test
    void whatIsNotKnownIsAskedBack() {
        assertThat(Ran.of("network", "list", folder.toString(), "--from", "nobody")
                        .err())
                .contains("'nobody' is no workload");
        assertThat(Ran.of("network", "list", folder.toString(), "--profile", "magic")
                        .err())
                .contains("--profile takes kubernetes, cilium, calico, antrea, aws, np-guard, all");
        assertThat(Ran.of("network", "explain", "web", "db", "--port", "0", "--in", folder.toString())
                        .err())
                .contains("a port is a number");
        assertThat(Ran.of("network").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
    }
}
