package dev.bartizan.network;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.ingest.Ingest;
import dev.bartizan.ingest.IngestQuestion;
import dev.bartizan.source.Reading;
import dev.bartizan.source.SourceReader;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Platforms for tests, read as the main job reads them. */
final class Clusters {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private Clusters() {}

    static Snapshot of(String yaml) {
        return of(SourceReader.parse("cluster.yaml", yaml), List.of());
    }

    static Snapshot read(List<Path> paths) {
        return of(
                SourceReader.of(dev.bartizan.source.ReadOptions.defaults()).read(paths, InputStream.nullInputStream()),
                paths);
    }

    private static Snapshot of(Reading reading, List<Path> paths) {
        var ingested = Ingest.run(new IngestQuestion(reading, paths, Optional.empty(), Optional.empty(), DAY));
        return Snapshot.of(ingested.input(), ingested.platform(), ingested.trees(), ingested.problems());
    }

    /** {@code a/web[Pod] => b/api[Pod] : TCP 80}, a line each. */
    static List<String> lines(Connectivity connectivity) {
        return connectivity.connections().stream()
                .map(connection -> connection.from().label() + " => "
                        + connection.to().label() + " : "
                        + connection.allowed()
                        + (connection.depends().isEmpty() ? "" : " depends " + connection.depends()))
                .toList();
    }
}
