package dev.bartizan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bartizan.snapshot.SnapshotFile;
import dev.bartizan.source.secrets.Match;
import dev.bartizan.testkit.Canaries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets in every position where manifests hold secrets, sound or broken, come out nowhere: law 7 of the design. */
class CanaryTest {
    @TempDir
    private Path folder;

    private final Canaries canaries = Canaries.of(1);
    private final Canaries decoys = Canaries.of(2);

    @Test
    void noSecretIsInAnyOutputMessageOrInTheHeap() throws IOException {
        var input = folder.resolve("input");
        canaries.writeInto(input);
        decoys.writeInto(folder.resolve("decoys"));
        var output = Files.createDirectories(folder.resolve("output"));

        var ended = JavaProcess.start(
                        folder.resolve("log"),
                        List.of("-Xmx256m"),
                        Map.of(),
                        CanaryRun.class,
                        input.toString(),
                        oneStream(input).toString(),
                        folder.resolve("decoys/secrets.yaml").toString(),
                        output.toString())
                .end();

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        // What is told shows that the secrets were met, and that they were masked.
        assertThat(ended.out()).contains("environment", "rolled up");
        assertThat(ended.err()).contains("--format takes text or json", "not read: ");
        assertThat(output.resolve("files").resolve(SnapshotFile.NAME)).isNotEmptyFile();
        assertThat(output.resolve("stream").resolve(SnapshotFile.NAME)).isNotEmptyFile();
        assertThat(output.resolve("files/report.html")).content().contains("DB_PASSWORD", Match.MASK);

        assertThat(decoys.findIn(output.resolve(CanaryRun.HEAP)))
                .as("what is reachable is in the dump, and the search finds it there")
                .isNotEmpty();
        assertThat(canaries.findIn(output)).isEmpty();
        assertThat(canaries.findIn(ended.out())).isEmpty();
        assertThat(canaries.findIn(ended.err())).isEmpty();
    }

    /** All manifests behind each other, as somebody pipes them. */
    private Path oneStream(Path input) throws IOException {
        var stream = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.list(input)) {
            for (Path file : files.filter(path -> isPiped(path.getFileName().toString()))
                    .sorted()
                    .toList()) {
                stream.write(Files.readAllBytes(file));
                stream.write("\n---\n".getBytes(StandardCharsets.UTF_8));
            }
        }
        return Files.write(folder.resolve("stream"), stream.toByteArray());
    }

    /** Settings are found beside the manifests, never in a stream, and one file in another encoding would make it binary. */
    private static boolean isPiped(String name) {
        return name.endsWith(".yaml") && !name.equals("bartizan.yaml") && !name.contains("latin1");
    }
}
