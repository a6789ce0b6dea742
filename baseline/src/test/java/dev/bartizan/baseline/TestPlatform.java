package dev.bartizan.baseline;

import dev.bartizan.graph.Completeness;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.ingest.Ingest;
import dev.bartizan.ingest.IngestQuestion;
import dev.bartizan.ingest.Ingested;
import dev.bartizan.knowledge.Checks;
import dev.bartizan.network.NetworkAnalysis;
import dev.bartizan.source.Reading;
import dev.bartizan.source.SourceReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A platform made of a text, read as the main job reads files, with what the checks say about it. */
record TestPlatform(Snapshot snapshot, BaselineSettings settings) {
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    private static final Checks CHECKS = Checks.load();

    static TestPlatform of(String yaml) {
        return named("platform.yaml", yaml);
    }

    static TestPlatform named(String file, String yaml) {
        return read(SourceReader.parse(file, yaml));
    }

    static TestPlatform read(Reading reading) {
        Ingested ingested = Ingest.run(IngestQuestion.of(reading, AS_OF));
        var snapshot = Snapshot.of(ingested.input(), ingested.platform(), ingested.trees(), ingested.problems());
        var network = NetworkAnalysis.run(snapshot, new NetworkAnalysis.Question(Optional.empty(), List.of()));
        return new TestPlatform(snapshot.with(network.facts()), BaselineSettings.NONE);
    }

    TestPlatform with(BaselineSettings other) {
        return new TestPlatform(snapshot, other);
    }

    /** The same, whole for these namespaces. */
    TestPlatform completeFor(String... namespaces) {
        return with(new Completeness(false, new TreeSet<>(List.of(namespaces))));
    }

    /** The same, whole. */
    TestPlatform complete() {
        return with(new Completeness(true, new TreeSet<>()));
    }

    private TestPlatform with(Completeness completeness) {
        Platform old = snapshot.platform();
        var platform = new Platform(old.name(), old.assets(), old.links(), old.properties(), completeness);
        return new TestPlatform(
                Snapshot.of(snapshot.input(), platform, snapshot.trees(), snapshot.problems())
                        .with(snapshot.connectivity().orElseThrow()),
                settings);
    }

    BaselineAnswer answer() {
        return answer(1);
    }

    BaselineAnswer answer(int threads) {
        return BaselineAnalysis.run(snapshot, new BaselineQuestion(CHECKS, settings, threads));
    }

    ControlFacts facts() {
        return answer().facts();
    }

    List<Finding> findings() {
        return facts().findings();
    }

    CheckResult result(String rule) {
        return facts().checks().stream()
                .filter(check -> check.check().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    /** What a check answers for the platform as a whole. */
    Verdict verdict(String rule) {
        return verdict(result(rule));
    }

    /** What each check answers for the platform as a whole. */
    Map<String, Verdict> verdicts() {
        return facts().checks().stream().collect(Collectors.toMap(CheckResult::check, TestPlatform::verdict));
    }

    private static Verdict verdict(CheckResult result) {
        if (!result.failed().isEmpty()) {
            return Verdict.FAIL;
        }
        if (!result.undecided().isEmpty()) {
            return Verdict.UNDECIDED;
        }
        return result.passed().isEmpty() ? Verdict.NOT_APPLICABLE : Verdict.PASS;
    }

    /** The members of all findings of a check. */
    List<Finding.Member> members(String rule) {
        return findings().stream()
                .flatMap(finding -> finding.members().stream())
                .filter(member -> member.rule().equals(rule))
                .toList();
    }

    /** The fingerprints of everything that was found. */
    Set<String> fingerprints() {
        return findings().stream()
                .flatMap(finding -> finding.members().stream())
                .map(Finding.Member::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    CheckExplanation explain(String rule, String assetId) {
        int index = snapshot.platform().index(assetId).orElseThrow();
        return BaselineAnalysis.explain(snapshot, new BaselineQuestion(CHECKS, settings, 1), rule, index)
                .orElseThrow();
    }

    static Checks checks() {
        return CHECKS;
    }
}
