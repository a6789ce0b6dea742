package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkSuggestCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(folder.resolve("in/shop.yaml"), """
                apiVersion: v1
                kind: Pod
                metadata: {name: web, namespace: shop, labels: {app: web}}
                spec: {containers: [{name: c, image: c, env: [{name: DB_URL, value: "postgresql://db:5432/shop"}]}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: db, namespace: shop, labels: {app: db}}
                spec: {containers: [{name: c, image: c}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: db, namespace: shop}
                spec: {selector: {app: db}, ports: [{port: 5432}]}
                """);
    }

    private Ran suggest(String... options) {
        var line = new ArrayList<>(List.of(
                "network",
                "suggest",
                folder.resolve("in").toString(),
                "--out",
                folder.resolve("out").toString()));
        line.addAll(List.of(options));
        return Ran.of(line.toArray(String[]::new));
    }

    @Test
    void otherKindsOfPoliciesAreWrittenOnDemand() {
        var run = suggest("--kind", "cilium,istio");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(folder.resolve("out/policies/shop.yaml")).content().contains("kind: CiliumNetworkPolicy");
    }

    @Test
    void flowsAndIntentsAreReadFromTheirFiles() throws IOException {
        Files.writeString(folder.resolve("in/intents.yaml"), """
                intents:
                - {id: db, demand: deny, from: [{names: [web]}], to: [{names: [db]}]}
                """);
        Path flows = Files.writeString(folder.resolve("seen.csv"), "src,dst,port\nshop/db,shop/web,80\n");

        var run = Ran.of(
                "network",
                "suggest",
                folder.resolve("in/shop.yaml").toString(),
                folder.resolve("in/intents.yaml").toString(),
                "--flows",
                flows.toString(),
                "--out",
                folder.resolve("out").toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("Cut, because an intent forbids it: 1 connection")
                .contains("Of 1 intents with these policies: 1 proven.");
        assertThat(folder.resolve("out/pairs.csv")).content().contains("shop/db[Pod],shop/web[Pod],TCP 80,intended,");
        assertThat(folder.resolve("out/README.md"))
                .content()
                .contains("(seen.csv:2)")
                .doesNotContain(folder.toString());
    }

    @Test
    void intentsOfBartizanYamlAreKeptToo() throws IOException {
        Files.writeString(folder.resolve("in/bartizan.yaml"), """
                version: 1
                network:
                  intents:
                  - {id: db, demand: deny, from: [{names: [web]}], to: [{names: [db]}]}
                """);

        var run = suggest();

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("Cut, because an intent forbids it: 1 connection")
                .contains("Of 1 intents with these policies: 1 proven.");
    }

    @Test
    void mistakesInFlowsAreToldWithTheirPlaces() throws IOException {
        Path flows = Files.writeString(folder.resolve("seen.csv"), "src,dst,port\na/a,b/b,0\na/a,b/b\n");

        var run = suggest("--flows", flows.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains("seen.csv:2:9").contains("seen.csv:3:1");
        assertThat(suggest("--flows", folder.toString()).err()).contains("is no file");
        assertThat(suggest("--from", "flows").err()).contains("--from flows needs a file of them");
        assertThat(suggest("--from", "intents").err()).contains("--from intents needs some");
        assertThat(suggest("--from", "rumours").err()).contains("--from takes links, intents and flows, not 'rumours'");
    }

    @Test
    void kindsThatAreNoneOrNotTogetherAreRefused() {
        assertThat(suggest("--kind", "iptables").err())
                .contains("--kind takes network-policy, cluster, cilium and istio, not 'iptables'");
        assertThat(suggest("--kind", "cilium,cluster").err()).contains("the network plugin enforces one");
    }

    @Test
    void thePoliciesAndTheirProofAreWritten() {
        var run = suggest();

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("allow 1 intended pairs and no other: exactly the intended set.");
        assertThat(folder.resolve("out/policies/shop.yaml")).content().contains("name: default-deny");
        assertThat(folder.resolve("out/README.md")).content().contains("## What would stop if applied now");
        assertThat(folder.resolve("out/rollback.sh"))
                .content()
                .contains("kubectl delete --ignore-not-found -n shop networkpolicy.networking.k8s.io/default-deny");
        assertThat(folder.resolve("out/pairs.csv")).content().contains("shop/web[Pod],shop/db[Pod],TCP 5432,intended,");
    }

    @Test
    void aSecondRunReplacesItsFiles() {
        suggest();

        assertThat(suggest().exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void policiesOfAnotherSuggestionAreNotMixedIn() throws IOException {
        Files.createDirectories(folder.resolve("out/policies"));
        Files.writeString(folder.resolve("out/policies/other.yaml"), "");

        var run = suggest();

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains("other.yaml is no policy of this suggestion");
        assertThat(folder.resolve("out/README.md")).doesNotExist();
    }
}
