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

    @Test
    void aByteOfYamlTakesAtMostSixBytesOfHeap(@TempDir Path folder) throws IOException {
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
        Files.writeString(folder.resolve("a.yaml"), text, StandardCharsets.UTF_8);
        SourceReader reader = SourceReader.of(ReadOptions.defaults());
        long before = used();

        Reading reading = reader.read(List.of(folder), new ByteArrayInputStream(new byte[0]));

        long taken = used() - before;
        assertThat(reading.documents()).hasSize(8_000);
        assertThat(taken / (double) reading.counts().bytes()).isBetween(1.0, (double) MOST_BYTES_PER_BYTE);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
