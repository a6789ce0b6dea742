package dev.bartizan.cli.review;

import dev.bartizan.assess.AssessAnalysis;
import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.assess.AssessQuestion;
import dev.bartizan.assess.MaterialFacts;
import dev.bartizan.cli.files.IntentFiles;
import dev.bartizan.graph.Intent;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Intents;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.network.CniProfile;
import dev.bartizan.network.Connectivity;
import dev.bartizan.network.IntentAnalysis;
import dev.bartizan.report.DesignTable;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ParameterException;

/**
 * What people plan, review and sign of a platform's network.
 *
 * @param intents of bartizan.yaml, of the files named and of the library, with what became of them; of an assessment those that it holds
 */
record NetworkPlan(Snapshot snapshot, List<IntentResult> intents) {
    NetworkPlan {
        intents = List.copyOf(intents);
    }

    /**
     * Reads a platform and holds the intents against it.
     *
     * @param question about the paths that are no files of intents
     */
    static NetworkPlan of(
            List<Path> paths,
            Function<List<Path>, AssessQuestion> question,
            InputStream standardInput,
            Function<String, ParameterException> misuse) {
        var vocabulary = Vocabulary.load();
        var signatures = Signatures.load();
        var files = IntentFiles.among(paths, vocabulary, signatures);
        if (!files.problems().isEmpty()) {
            throw misuse.apply(files.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
        AssessAnswer answer = AssessAnalysis.run(question.apply(files.others()), standardInput);
        if (answer.nothingRead()) {
            throw misuse.apply("nothing could be read: there is nothing to plan or to review.");
        }
        Snapshot snapshot = answer.snapshot();
        Optional<CniProfile> profile = snapshot.connectivity()
                .flatMap(facts -> CniProfile.of(facts.basis().profile()));
        boolean hasPods = !snapshot.trees().pods().isEmpty();
        var results = new ArrayList<IntentResult>(
                snapshot.connectivity().flatMap(ReachabilityFacts::intents).orElse(List.of()));
        Set<String> answered = results.stream().map(IntentResult::id).collect(Collectors.toSet());
        List<Intent> wanted = Intents.withLibrary(files.intents(), vocabulary, signatures).stream()
                .filter(intent -> !answered.contains(intent.id()))
                .toList();
        profile.filter(known -> hasPods)
                .ifPresent(known -> results.addAll(
                        IntentAnalysis.run(snapshot, Connectivity.of(snapshot, known), wanted, signatures)));
        return new NetworkPlan(snapshot, results);
    }

    /** What is to be recorded of a workload, by its role. */
    static SortedMap<String, String> telemetry() {
        return Vocabulary.load().telemetry();
    }

    /** What the catalogue calls its controls, by id. */
    static SortedMap<String, String> controls() {
        return ThreatCatalogue.load(Vocabulary.load(), Signatures.load()).controlTitles();
    }

    /** What approvals are bound to. */
    MaterialFacts facts() {
        var verdicts = new TreeSet<String>();
        intents.forEach(intent -> verdicts.add(intent.verdict().word() + " " + intent.id()));
        return MaterialFacts.of(snapshot, verdicts);
    }

    /** The chapters that are not in the graph. */
    List<DesignTable> tables() {
        return List.of(new DesignTable(
                "Intents",
                intents.isEmpty()
                        ? "No intent was held against this platform."
                        : "What the design wants of connections, held against every pair that policies allow.",
                List.of("Intent", "Verdict", "Pairs", "Against it", "Open", "Shortest example"),
                intents.stream().map(NetworkPlan::row).toList()));
    }

    private static List<String> row(IntentResult intent) {
        return List.of(
                intent.title(),
                intent.verdict().word(),
                Long.toString(intent.pairs()),
                Long.toString(intent.against()),
                Long.toString(intent.open()),
                intent.examples().stream().findFirst().map(NetworkPlan::example).orElse(""));
    }

    private static String example(IntentResult.Example example) {
        return example.from() + " to " + example.to() + " " + example.port()
                + example.deciding()
                        .map(location -> ", decided at " + location.file() + ":" + location.line())
                        .orElse("");
    }
}
