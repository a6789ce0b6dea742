package dev.bartizan.assess;

import dev.bartizan.baseline.BaselineAnalysis;
import dev.bartizan.baseline.BaselineQuestion;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.ingest.Ingest;
import dev.bartizan.ingest.IngestQuestion;
import dev.bartizan.ingest.Ingested;
import dev.bartizan.knowledge.Check;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.RiskDefaults;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.network.CniProfile;
import dev.bartizan.network.NetworkAnalysis;
import dev.bartizan.risk.ReadinessAnalysis;
import dev.bartizan.risk.ReadinessAnswer;
import dev.bartizan.risk.RiskAnalysis;
import dev.bartizan.risk.RiskAnswer;
import dev.bartizan.risk.RiskQuestion;
import dev.bartizan.snapshot.SnapshotFile;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Reading;
import dev.bartizan.source.SourceReader;
import dev.bartizan.threats.ThreatAnalysis;
import dev.bartizan.threats.ThreatAnswer;
import dev.bartizan.threats.ThreatQuestion;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;

/** The main job: reads the input, builds the platform, evaluates its network policies and the baseline. */
public final class AssessAnalysis {
    private AssessAnalysis() {}

    /**
     * Runs every analysis there is.
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

    private static Ingested ingest(AssessQuestion question, Reading reading) {
        return Ingest.run(
                new IngestQuestion(reading, question.paths(), question.config(), Optional.empty(), question.asOf()));
    }

    private static AssessAnswer fromManifests(AssessQuestion question, InputStream standardInput) {
        WithBaseline before = withBaseline(question, standardInput);
        ThreatAnswer threats = ThreatAnalysis.run(before.snapshot(), before.threats());
        var problems = new ArrayList<>(before.problems());
        var told = new ArrayList<>(before.told());
        told.addAll(threats.problems());
        Snapshot threatened = before.snapshot()
                .with(threats.threats().decided(before.ingested().declarations().decisions()))
                .with(threats.incidents())
                .with(threats.attackPaths())
                .with(threats.safeguards());
        RiskQuestion riskQuestion = new RiskQuestion(
                before.ingested().declarations().risk(),
                RiskDefaults.load(),
                before.threats().catalogue(),
                before.threats().vocabulary(),
                question.asOf(),
                Set.of());
        RiskAnswer risks = RiskAnalysis.run(threatened, riskQuestion);
        told.addAll(risks.problems());
        told.stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
        Snapshot after = threatened.withProblems(problems).with(risks.facts());
        ReadinessAnswer readiness = ReadinessAnalysis.run(
                after,
                DeclaredReadiness.question(
                        before.threats().catalogue(), before.checks(), before.ingested(), question, after));
        problems.addAll(readiness.problems());
        return new AssessAnswer(
                after.withProblems(problems).with(readiness.facts()),
                before.ingested().objects(),
                Optional.of(before.reading()),
                reasons(before.checks()),
                told.stream()
                        .filter(problem -> problem.level() == Problem.Level.ERROR)
                        .sorted()
                        .toList(),
                Optional.of(riskQuestion));
    }

    /**
     * What is known before threats are asked about.
     *
     * @param threats the question about them
     * @param problems of all analyses so far
     * @param told mistakes in what it was told besides the input
     * @param ingested what was read, for what its declarations say
     * @param reading without its documents
     */
    record WithBaseline(
            Snapshot snapshot,
            ThreatQuestion threats,
            Checks checks,
            List<Problem> problems,
            List<Problem> told,
            Ingested ingested,
            Reading reading) {}

    /** Reads the input, builds the platform, evaluates its network policies and the baseline. */
    static WithBaseline withBaseline(AssessQuestion question, InputStream standardInput) {
        Reading reading = SourceReader.of(question.reading()).read(question.paths(), standardInput);
        // Linking keeps one thread busy: the checks are read by another one.
        ForkJoinTask<Checks> loading = ForkJoinPool.commonPool().submit(Checks::load);
        ForkJoinTask<DeclaredThreats.Knowledge> knowledge =
                ForkJoinPool.commonPool().submit(DeclaredThreats.Knowledge::load);
        Ingested ingested = ingest(question, reading);
        Platform platform = question.assumeComplete() ? complete(ingested.platform()) : ingested.platform();
        var checks = loading.join();
        var read = Snapshot.of(ingested.input(), platform, ingested.trees(), ingested.problems());
        var network = NetworkAnalysis.run(
                read,
                new NetworkAnalysis.Question(
                        ingested.declarations().networkProfile().flatMap(CniProfile::of),
                        ingested.declarations().intents()));
        var before = read.with(network.facts());
        var baseline = BaselineAnalysis.run(
                before,
                new BaselineQuestion(
                        checks,
                        DeclaredBaseline.settings(ingested.declarations()),
                        question.reading().threads()));
        var problems = new ArrayList<>(ingested.problems());
        problems.addAll(network.problems());
        problems.addAll(baseline.problems());
        var told = new ArrayList<>(ingested.declarations().faults());
        ThreatCatalogue catalogue = catalogue(question, ingested, knowledge.join(), told);
        return new WithBaseline(
                before.with(baseline.facts()),
                DeclaredThreats.question(knowledge.join(), catalogue, checks, ingested),
                checks,
                problems,
                told,
                ingested,
                reading.withoutDocuments());
    }

    private static ThreatCatalogue catalogue(
            AssessQuestion question, Ingested ingested, DeclaredThreats.Knowledge knowledge, List<Problem> problems) {
        List<Path> folders = Stream.concat(
                        ingested.declarations().catalogues().stream(), question.catalogues().stream())
                .toList();
        return DeclaredThreats.catalogue(knowledge, folders, problems);
    }

    private static Platform complete(Platform platform) {
        return new Platform(
                platform.name(),
                platform.assets(),
                platform.links(),
                platform.properties(),
                new Completeness(true, new TreeSet<>(List.of())));
    }

    private static SortedMap<String, String> reasons(Checks checks) {
        var reasons = new TreeMap<String, String>();
        for (Check check : checks.all()) {
            reasons.put(check.id(), check.why());
        }
        return reasons;
    }
}
