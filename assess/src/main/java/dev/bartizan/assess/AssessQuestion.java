package dev.bartizan.assess;

import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.source.Progress;
import dev.bartizan.source.ReadOptions;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to assess, and how.
 *
 * @param paths files and folders; {@code -} is standard input; a single {@code assessment.json} stands for the platform it was made from
 * @param asOf the only clock
 * @param config the bartizan.yaml to use; empty: the nearest at or above each path
 * @param catalogues folders of threats, controls and incidents of one's own, besides those that bartizan.yaml names
 * @param assumeComplete whether what is not in the input does not exist
 * @param stored earlier assessments of the platform, for its trend
 * @param reading how to read
 * @param analyses what to ask, in the order in which it is answered; what they need joins by itself
 */
public record AssessQuestion(
        List<Path> paths,
        LocalDate asOf,
        Optional<Path> config,
        List<Path> catalogues,
        boolean assumeComplete,
        List<Snapshot> stored,
        ReadOptions reading,
        Set<Analysis> analyses) {
    public AssessQuestion {
        paths = List.copyOf(paths);
        catalogues = List.copyOf(catalogues);
        stored = List.copyOf(stored);
        analyses = Collections.unmodifiableSet(Analysis.withNeeds(analyses));
    }

    public static AssessQuestion of(List<Path> paths, LocalDate asOf) {
        return new AssessQuestion(
                paths,
                asOf,
                Optional.empty(),
                List.of(),
                false,
                List.of(),
                ReadOptions.defaults(),
                EnumSet.allOf(Analysis.class));
    }

    public AssessQuestion withConfig(Optional<Path> other) {
        return new AssessQuestion(paths, asOf, other, catalogues, assumeComplete, stored, reading, analyses);
    }

    public AssessQuestion withCatalogues(List<Path> other) {
        return new AssessQuestion(paths, asOf, config, other, assumeComplete, stored, reading, analyses);
    }

    public AssessQuestion withAssumeComplete(boolean other) {
        return new AssessQuestion(paths, asOf, config, catalogues, other, stored, reading, analyses);
    }

    public AssessQuestion withStored(List<Snapshot> other) {
        return new AssessQuestion(paths, asOf, config, catalogues, assumeComplete, other, reading, analyses);
    }

    /** Only these analyses and what they need, instead of all. */
    public AssessQuestion withAnalyses(Set<Analysis> other) {
        return new AssessQuestion(paths, asOf, config, catalogues, assumeComplete, stored, reading, other);
    }

    public AssessQuestion withExcludes(List<String> excludes) {
        return withReading(reading.withExcludes(excludes));
    }

    public AssessQuestion withThreads(int threads) {
        return withReading(reading.withThreads(threads));
    }

    public AssessQuestion withProgress(Progress progress) {
        return withReading(reading.withProgress(progress));
    }

    private AssessQuestion withReading(ReadOptions other) {
        return new AssessQuestion(paths, asOf, config, catalogues, assumeComplete, stored, other, analyses);
    }
}
