package dev.bartizan.testkit;

import dev.bartizan.testkit.dump.LiveCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What {@code kubectl get ... -A -o json} would print once manifests were applied and everything runs. */
public final class ClusterDump {
    private ClusterDump() {}

    /** Of all YAML files below a folder. */
    public static String ofFolder(Path folder) {
        var texts = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(texts);
    }

    /** Of these manifests. */
    public static String of(List<String> manifests) {
        return LiveCluster.of(manifests).dump();
    }
}
