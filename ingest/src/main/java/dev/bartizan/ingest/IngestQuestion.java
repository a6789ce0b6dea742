package dev.bartizan.ingest;

import dev.bartizan.source.Reading;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What to build a platform from.
 *
 * @param reading everything that was read
 * @param paths the arguments it was read from, as the user gave them: {@code bartizan.yaml} is looked for at and above them
 * @param config the {@code bartizan.yaml} to take instead
 * @param cluster the name of the cluster, before what {@code bartizan.yaml} says
 * @param asOf the only clock an analysis sees
 */
public record IngestQuestion(
        Reading reading, List<Path> paths, Optional<Path> config, Optional<String> cluster, LocalDate asOf) {
    public IngestQuestion {
        paths = List.copyOf(paths);
    }

    /** A reading on its own, with no {@code bartizan.yaml}. */
    public static IngestQuestion of(Reading reading, LocalDate asOf) {
        return new IngestQuestion(reading, List.of(), Optional.empty(), Optional.empty(), asOf);
    }
}
