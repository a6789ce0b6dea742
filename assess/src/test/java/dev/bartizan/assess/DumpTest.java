package dev.bartizan.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.testkit.ClusterDump;
import dev.bartizan.testkit.PlatformGenerator;
import dev.bartizan.testkit.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform and the dump of the cluster it runs in say the same. */
class DumpTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);
    private static final String REFERENCE = "examples/reference-platform";

    @TempDir
    private Path folder;

    private static Snapshot assessed(Path path) {
        return AssessAnalysis.run(AssessQuestion.of(List.of(path), AS_OF), InputStream.nullInputStream())
                .snapshot();
    }

    /** A Secret in a file is where it must not be; the same in a dump is where it belongs. */
    private static final String SECRET_IN_A_FILE = "BL-SE-005";

    /** {@code BL-WL-001 k8s:ml-prod/apps/Deployment/a/b container/c CONFIRMED 0123...} */
    private static SortedSet<String> found(Snapshot snapshot) {
        var found = new TreeSet<String>();
        for (Finding finding : snapshot.controls().orElseThrow().findings()) {
            for (Finding.Member member : finding.members()) {
                if (member.rule().equals(SECRET_IN_A_FILE)) {
                    continue;
                }
                found.add(String.join(
                        " ",
                        member.rule(),
                        member.asset(),
                        member.part(),
                        member.severity().word(),
                        finding.truth().toString(),
                        member.id()));
            }
        }
        return found;
    }

    private static SortedSet<String> assets(Snapshot snapshot) {
        var ids = new TreeSet<String>();
        for (int i = 0; i < snapshot.platform().assets().size(); i++) {
            if (snapshot.platform().property(i, "derived").isEmpty()) {
                ids.add(snapshot.platform().asset(i).id());
            }
        }
        return ids;
    }

    private static List<String> difference(SortedSet<String> running, SortedSet<String> declared) {
        return Stream.concat(
                        running.stream().filter(one -> !declared.contains(one)).map("only running: "::concat),
                        declared.stream().filter(one -> !running.contains(one)).map("only declared: "::concat))
                .toList();
    }

    @Test
    void theReferencePlatformIsTheSameAsADump() throws IOException {
        Path dump = folder.resolve("as-found/cluster.json");
        Files.createDirectories(dump.getParent());
        Files.writeString(dump, ClusterDump.ofFolder(Repository.path(REFERENCE + "/as-found")));
        Files.copy(Repository.path(REFERENCE + "/bartizan.yaml"), folder.resolve("bartizan.yaml"));

        var declared = assessed(Repository.path(REFERENCE + "/as-found"));
        var running = assessed(folder);

        assertThat(found(declared)).isNotEmpty();
        assertThat(difference(found(running), found(declared))).isEmpty();
        assertThat(running.controls().orElseThrow().findings())
                .extracting(Finding::rule)
                .doesNotContain(SECRET_IN_A_FILE);
        assertThat(difference(assets(running), assets(declared))).isEmpty();
        assertThat(running.trees().pods()).hasSameSizeAs(declared.trees().pods());
        assertThat(running.platform().assets())
                .extracting(Asset::kind)
                .doesNotContain("ReplicaSet", "EndpointSlice", "Endpoints", "ControllerRevision", "Event");
        assertThat(running.platform().properties().get("injected")).isNotEmpty();
    }

    @Test
    void anInventedPlatformIsTheSameAsADump() throws IOException {
        Path manifests = folder.resolve("manifests");
        PlatformGenerator.ofWorkloads(7, 150).writeFiles(manifests, 12);
        Path dump = folder.resolve("cluster.json");
        Files.writeString(dump, ClusterDump.ofFolder(manifests));

        var declared = assessed(manifests);
        var running = assessed(dump);

        assertThat(found(declared)).hasSizeGreaterThan(100);
        assertThat(difference(found(running), found(declared))).isEmpty();
        assertThat(difference(assets(running), assets(declared))).isEmpty();
    }
}
