package dev.bartizan.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trees of 41 MB of YAML must fit into a quarter of a gigabyte. */
class HeapTest {
    private static final int MOST_BYTES_PER_BYTE = 6;
    private static final int CALM = 5;
    private static final int PAUSE_MILLIS = 40;
    private static final int NOISE_BYTES = 50_000;

    @Test
    void aByteOfYamlTakesAtMostSixBytesOfHeap(@TempDir Path folder) throws IOException, InterruptedException {
        write(folder.resolve("a.yaml"));
        SourceReader reader = SourceReader.of(ReadOptions.defaults());
        // The first reading loads what stays, and is kept: threads that end late may hold on to it or not.
        Reading first = read(reader, folder);
        long before = used();

        Reading reading = read(reader, folder);

        long taken = used() - before;
        assertThat(taken / (double) reading.counts().bytes()).isBetween(1.0, (double) MOST_BYTES_PER_BYTE);
        assertThat(List.of(first, reading))
                .as("still there when they were measured")
                .allSatisfy(each -> assertThat(each.documents()).hasSize(8_000));
    }

    private static Reading read(SourceReader reader, Path folder) {
        return reader.read(List.of(folder), new ByteArrayInputStream(new byte[0]));
    }

    private static void write(Path file) throws IOException {
        var text = new StringBuilder();
        for (int i = 0; i < 8_000; i++) {
            text.append("""
                    ---
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata:
                      name: app-NUMBER
                      namespace: team-SMALL
                      labels: {app: app-NUMBER, tier: web}
                    spec:
                      replicas: SMALL
                      template:
                        spec:
                          containers:
                          - name: main
                            image: registry.example.org/app-NUMBER:1.SMALL
                            args: ["--port=8080", "--id=NUMBER"]
                            env:
                            - name: LEVEL
                              value: info
                            resources:
                              limits: {cpu: 500m, memory: 1Gi}
                    """.replace("NUMBER", Integer.toString(i)).replace("SMALL", Integer.toString(i % 17)));
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /** Once nothing more is given back: the threads of a reading end a little after it, and hold on to its buffers until then. */
    private static long used() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int unchanged = 0; unchanged < CALM; unchanged++) {
            System.gc();
            Thread.sleep(PAUSE_MILLIS);
            long now = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            if (now < least - NOISE_BYTES) {
                unchanged = 0;
            }
            least = Math.min(least, now);
        }
        return least;
    }
}
