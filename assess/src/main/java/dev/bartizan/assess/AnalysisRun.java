package dev.bartizan.assess;

import dev.bartizan.baseline.BaselineAnalysis;
import dev.bartizan.baseline.BaselineQuestion;
import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.ingest.Ingest;
import dev.bartizan.ingest.Ingested;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.knowledge.RiskDefaults;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.network.CniProfile;
import dev.bartizan.network.NetworkAnalysis;
import dev.bartizan.network.NetworkAnswer;
import dev.bartizan.risk.ReadinessAnalysis;
import dev.bartizan.risk.RiskAnalysis;
import dev.bartizan.risk.RiskQuestion;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Reading;
import dev.bartizan.source.SourceReader;
import dev.bartizan.threats.ThreatAnalysis;
import dev.bartizan.threats.ThreatQuestion;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;

/** The analyses of one platform, one after another: each adds its facts to what is known, and its problems to those so far. */
final class AnalysisRun {
    private final AssessQuestion question;
    private final Ingested ingested;
    private final Reading reading;
    private final Checks checks;
    private final ForkJoinTask<DeclaredThreats.Knowledge> knowledge;
    private final List<Problem> problems;
    /** Mistakes in what it was told besides the input. */
    private final List<Problem> told;

    private Optional<CompletableFuture<NetworkAnswer>> network = Optional.empty();
    private Optional<ThreatQuestion> threats = Optional.empty();
    private Optional<RiskQuestion> risks = Optional.empty();
    private Snapshot snapshot;

    private AnalysisRun(
            AssessQuestion question,
            Ingested ingested,
            Reading reading,
            Checks checks,
            ForkJoinTask<DeclaredThreats.Knowledge> knowledge) {
        this.question = question;
        this.ingested = ingested;
        this.reading = reading;
        this.checks = checks;
        this.knowledge = knowledge;
        this.problems = new ArrayList<>(ingested.problems());
        this.told = new ArrayList<>(ingested.declarations().faults());
        Platform platform = question.assumeComplete() ? complete(ingested.platform()) : ingested.platform();
        this.snapshot = Snapshot.of(ingested.input(), platform, ingested.trees(), ingested.problems());
    }

    /** Reads the input and builds the platform. */
    static AnalysisRun start(AssessQuestion question, InputStream standardInput) {
        // Reading and linking leave a thread idle now and then: what is known is read by another one.
        ForkJoinPool.commonPool().execute(Ingest::prepare);
        Reading reading = SourceReader.of(question.reading()).read(question.paths(), standardInput);
        ForkJoinTask<Checks> checks = ForkJoinPool.commonPool().submit(Checks::load);
        ForkJoinTask<DeclaredThreats.Knowledge> knowledge = ForkJoinTask.adapt(DeclaredThreats.Knowledge::load);
        if (question.analyses().contains(Analysis.THREATS)) {
            ForkJoinPool.commonPool().execute(knowledge);
        }
        Ingested ingested = AssessAnalysis.ingest(question, reading);
        return new AnalysisRun(question, ingested, reading.withoutDocuments(), checks.join(), knowledge);
    }

    /** What it needs was answered before. */
    void answer(Analysis analysis) {
        switch (analysis) {
            case NETWORK -> network();
            case BASELINE -> baseline();
            case THREATS -> threats();
            case RISK -> risk();
            case READINESS -> readiness();
        }
    }

    /** On another thread, if one may be used: few of the checks that come next wait for it. */
    private void network() {
        Snapshot read = snapshot;
        var asked = new NetworkAnalysis.Question(
                ingested.declarations().networkProfile().flatMap(CniProfile::of),
                ingested.declarations().intents());
        var answer = CompletableFuture.supplyAsync(
                () -> NetworkAnalysis.run(read, asked),
                question.reading().threads() > 1 ? ForkJoinPool.commonPool() : Runnable::run);
        network = Optional.of(answer);
        if (!question.analyses().contains(Analysis.BASELINE)) {
            add(answer.join());
        }
    }

    private void add(NetworkAnswer answer) {
        problems.addAll(answer.problems());
        snapshot = snapshot.with(answer.facts());
    }

    private void baseline() {
        var running = network.orElseThrow();
        var answer = BaselineAnalysis.run(
                snapshot,
                () -> Optional.of(running.join().facts()),
                new BaselineQuestion(
                        checks,
                        DeclaredBaseline.settings(ingested.declarations()),
                        question.reading().threads()));
        add(running.join());
        problems.addAll(answer.problems());
        snapshot = snapshot.with(answer.facts());
    }

    private void threats() {
        ThreatQuestion asked = threatQuestion();
        var answer = ThreatAnalysis.run(snapshot, asked);
        told.addAll(answer.problems());
        threats = Optional.of(asked);
        snapshot = snapshot.with(
                        answer.threats().decided(ingested.declarations().decisions()))
                .with(answer.incidents())
                .with(answer.attackPaths())
                .with(answer.safeguards());
    }

    private void risk() {
        var asked = new RiskQuestion(
                ingested.declarations().risk(),
                RiskDefaults.load(),
                threats.orElseThrow().catalogue(),
                threats.orElseThrow().vocabulary(),
                question.asOf(),
                Set.of());
        var answer = RiskAnalysis.run(snapshot, asked);
        told.addAll(answer.problems());
        risks = Optional.of(asked);
        snapshot = snapshot.with(answer.facts());
    }

    private void readiness() {
        Snapshot sofar = snapshot.withProblems(allProblems());
        var answer = ReadinessAnalysis.run(
                sofar,
                DeclaredReadiness.question(threats.orElseThrow().catalogue(), checks, ingested, question, sofar));
        problems.addAll(answer.problems());
        snapshot = snapshot.with(answer.facts());
    }

    AssessAnswer done() {
        return new AssessAnswer(
                snapshot.withProblems(allProblems()),
                ingested.objects(),
                Optional.of(reading),
                AssessAnalysis.reasons(checks),
                told.stream()
                        .filter(problem -> problem.level() == Problem.Level.ERROR)
                        .sorted()
                        .toList(),
                risks);
    }

    /** What is known so far. */
    Snapshot snapshot() {
        return snapshot;
    }

    /** What the analysis of threats is asked; mistakes in catalogues of one's own are told. */
    ThreatQuestion threatQuestion() {
        List<Path> folders = Stream.concat(
                        ingested.declarations().catalogues().stream(), question.catalogues().stream())
                .toList();
        ThreatCatalogue catalogue = DeclaredThreats.catalogue(knowledge.join(), folders, told);
        return DeclaredThreats.question(knowledge.join(), catalogue, checks, ingested);
    }

    private List<Problem> allProblems() {
        var all = new ArrayList<>(problems);
        told.stream().filter(problem -> !problems.contains(problem)).forEach(all::add);
        return all;
    }

    private static Platform complete(Platform platform) {
        return new Platform(
                platform.name(),
                platform.assets(),
                platform.links(),
                platform.properties(),
                new Completeness(true, new TreeSet<>(List.of())));
    }
}
