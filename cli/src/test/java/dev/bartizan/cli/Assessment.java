package dev.bartizan.cli;

import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.snapshot.SnapshotFile;
import java.nio.file.Path;
import java.util.List;

/** What an assessment wrote, read back. */
final class Assessment {
    private Assessment() {}

    static Path file(Path folder) {
        return folder.resolve(SnapshotFile.NAME);
    }

    static Snapshot in(Path folder) {
        return switch (SnapshotFile.read(file(folder))) {
            case SnapshotFile.Ok ok -> ok.snapshot();
            case SnapshotFile.Failed failed ->
                throw new AssertionError(failed.problems().toString());
        };
    }

    static List<Finding> findings(Path folder) {
        return in(folder).controls().orElseThrow().findings();
    }
}
