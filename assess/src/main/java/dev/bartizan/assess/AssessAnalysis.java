package dev.bartizan.assess;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.ingest.Ingest;
import dev.bartizan.ingest.IngestQuestion;
import dev.bartizan.ingest.Ingested;
import dev.bartizan.knowledge.Check;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.network.CniProfile;
import dev.bartizan.snapshot.SnapshotFile;
import dev.bartizan.source.Reading;
import dev.bartizan.source.SourceReader;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The main job: reads the input, builds the platform, and answers what is asked of it. */
public final class AssessAnalysis {
    private AssessAnalysis() {}

    /**
     * Runs the analyses that are asked for.
     *
     * @param standardInput read only when a path is {@code -}
     */
    public static AssessAnswer run(AssessQuestion question, InputStream standardInput) {
        if (question.paths().size() == 1
                && SnapshotFile.isSnapshot(question.paths().getFirst())) {
            return fromSnapshot(question.paths().getFirst(), question);
        }
        return fromManifests(question, standardInput);
    }

    /** An assessment that was made before stands for its platform; it has no trees, so nothing is evaluated again. */
    private static AssessAnswer fromSnapshot(Path file, AssessQuestion question) {
        return switch (SnapshotFile.read(file)) {
            case SnapshotFile.Ok ok ->
                new AssessAnswer(
                        ok.snapshot(),
                        ok.snapshot().platform().assets().size(),
                        Optional.empty(),
                        reasons(Checks.load()));
            case SnapshotFile.Failed failed ->
                new AssessAnswer(
                        Nothing.read(question.asOf(), failed.problems()), 0, Optional.empty(), new TreeMap<>());
        };
    }

    /**
     * The platform alone, before any analysis: for commands that ask one of them.
     *
     * @param standardInput read only when a path is {@code -}
     */
    public static PlatformAnswer platform(AssessQuestion question, InputStream standardInput) {
        Ingested ingested = ingest(question, SourceReader.of(question.reading()).read(question.paths(), standardInput));
        return new PlatformAnswer(
                Snapshot.of(ingested.input(), ingested.platform(), ingested.trees(), ingested.problems()),
                ingested.declarations().networkProfile().flatMap(CniProfile::of),
                ingested.declarations().intents(),
                ingested.declarations().faults());
    }

    static Ingested ingest(AssessQuestion question, Reading reading) {
        return Ingest.run(
                new IngestQuestion(reading, question.paths(), question.config(), Optional.empty(), question.asOf()));
    }

    private static AssessAnswer fromManifests(AssessQuestion question, InputStream standardInput) {
        var run = AnalysisRun.start(question, standardInput);
        question.analyses().forEach(run::answer);
        return run.done();
    }

    static SortedMap<String, String> reasons(Checks checks) {
        var reasons = new TreeMap<String, String>();
        for (Check check : checks.all()) {
            reasons.put(check.id(), check.why());
        }
        return reasons;
    }
}
