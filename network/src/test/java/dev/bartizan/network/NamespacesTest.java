package dev.bartizan.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One namespace that several files declare. */
class NamespacesTest {
    private static final String PODS = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db, namespace: data}
            spec: {containers: [{name: c, image: c}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: p, namespace: data}
            spec: {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: shop, tier: web}}}]}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void theirLabelsAreTakenTogether() throws IOException {
        Connectivity connectivity = of("{team: shop}", "{tier: web}");

        assertThat(Clusters.lines(connectivity)).contains("shop/web[Pod] => data/db[Pod] : All Connections");
        assertThat(connectivity.problems()).isEmpty();
    }

    @Test
    void whereTheyContradictEachOtherTheFirstCountsAndItIsSaid() throws IOException {
        Connectivity connectivity = of("{team: shop, tier: web}", "{tier: batch}");

        assertThat(Clusters.lines(connectivity)).contains("shop/web[Pod] => data/db[Pod] : All Connections");
        assertThat(connectivity.problems()).extracting(Problem::code).containsExactly("namespace-labels-differ");
        assertThat(connectivity.problems().getFirst().location().orElseThrow()).hasToString("b.yaml:3:39");
    }

    private Connectivity of(String first, String second) throws IOException {
        namespace("a.yaml", first);
        namespace("b.yaml", second);
        Files.writeString(folder.resolve("pods.yaml"), PODS);
        return Connectivity.of(Clusters.read(List.of(folder)), CniProfile.KUBERNETES);
    }

    private void namespace(String file, String labels) throws IOException {
        Files.writeString(folder.resolve(file), """
                apiVersion: v1
                kind: Namespace
                metadata: {name: shop, labels: %s}
                """.formatted(labels));
    }
}
