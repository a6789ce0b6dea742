package dev.bartizan.cli;

import dev.bartizan.assess.AssessAnalysis;
import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.assess.AssessOutputs;
import dev.bartizan.assess.AssessQuestion;
import dev.bartizan.assess.Gate;
import dev.bartizan.assess.NotRead;
import dev.bartizan.cli.console.AsOf;
import dev.bartizan.cli.console.CatalogueOption;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.InputOptions;
import dev.bartizan.cli.console.ProgressLine;
import dev.bartizan.cli.console.Version;
import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.Reports;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.snapshot.SnapshotFile;
import dev.bartizan.source.Problem;
import dev.bartizan.source.Spelling;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bartizan assess}: from manifests to a located report. */
@Command(
        name = "assess",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan assess examples/reference-platform",
            "  kubectl get ns,all,cm,sa,netpol,ingress,role,rolebinding -A -o yaml | bartizan assess -",
            "  bartizan assess deploy/ --against main.json --fail-on new,critical",
            "  bartizan assess deploy/ --analyses baseline --fail-on high",
            "  bartizan assess deploy/ --format json | jq .summary"
        })
final class AssessCommand implements Callable<ExitCode> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Manifests: files, folders, - for standard input; or an assessment.json.")
    private List<Path> paths = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where report.html, assessment.json and findings.sarif go (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("bartizan-out");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, or json: the assessment as one JSON document on standard output, and no files.")
    private String format = "text";

    @Option(
            names = "--analyses",
            split = ",",
            paramLabel = "WHAT",
            description =
                    "Only some of: network, baseline, threats, risk, readiness, and what they need (default: all).")
    private List<String> analyses = List.of();

    @Option(names = "--against", paramLabel = "OLD.json", description = "Compare with an older assessment.json.")
    private Optional<Path> against = Optional.empty();

    @Option(
            names = "--fail-on",
            split = ",",
            paramLabel = "WHAT",
            description =
                    "Exit with 1 on any of: new, low, medium, high, critical, undecided, problems, path, intent, control, structure, "
                            + "appetite (default: new and structure with --against, else nothing).")
    private List<String> failOn = List.of();

    @Option(names = "--new-only", description = "With --against: severities count only new findings.")
    private boolean newOnly;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "The day to assess for, for example 2026-11-01 (default: SOURCE_DATE_EPOCH, else today in UTC).")
    private Optional<String> asOf = Optional.empty();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private CatalogueOption catalogue = new CatalogueOption();

    @Option(
            names = "--assume",
            paramLabel = "complete",
            description = "complete: what is not in the input does not exist.")
    private Optional<String> assume = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "How many threads to use (default: all processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    AssessCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        long began = System.nanoTime();
        var gate = gate();
        var question = question();
        require(gate, question.analyses(), "--analyses leaves out");
        var old = against.map(this::older);
        old.ifPresent(snapshot -> require(gate.comparing(), snapshot.analyses(), "the older assessment does not hold"));
        tellJoining(question.analyses());
        AssessAnswer answer;
        try (var progress = ProgressLine.on(console)) {
            answer = AssessAnalysis.run(
                    question.withStored(old.stream().toList()).withProgress(progress), console.in());
        }
        if (answer.nothingRead()) {
            return nothingRead(answer);
        }
        require(gate, answer.snapshot().analyses(), "this assessment does not hold");
        Optional<Comparison> comparison = old.map(snapshot -> Comparison.of(snapshot, answer.snapshot()));
        if (format.equals("json")) {
            SnapshotFile.write(answer.snapshot(), console.bytes());
        } else {
            write(answer, comparison);
            new Reports(answer.snapshot(), comparison, answer.reading(), Version.text(), answer.reasons())
                    .summary(console.isColoured())
                    .forEach(console.out()::println);
            console.out().println();
            console.out()
                    .println("Wrote " + out.resolve("report.html") + ", assessment.json, findings.sarif in "
                            + seconds(Duration.ofNanos(System.nanoTime() - began)));
        }
        var verdict = gate.judge(answer.snapshot(), comparison);
        verdict.reasons().forEach(reason -> console.err().println("gate failed: " + Reports.printable(reason)));
        verdict.warnings().forEach(warning -> console.err().println("gate warns: " + Reports.printable(warning)));
        console.err().println(NotRead.line(answer.snapshot()));
        return verdict.passed() ? ExitCode.DONE : ExitCode.GATE_FAILED;
    }

    private void write(AssessAnswer answer, Optional<Comparison> comparison) {
        try {
            AssessOutputs.write(out, answer, comparison, Version.text());
        } catch (UncheckedIOException failure) {
            // The reason of the operating system is a path or a word such as AccessDenied, and what the user needs.
            throw misuse("--out: cannot write into " + Reports.printable(out.toString()) + " ("
                    + Reports.printable(String.valueOf(failure.getCause())) + ").");
        }
    }

    private AssessQuestion question() {
        if (!format.equals("text") && !format.equals("json")) {
            throw misuse("--format takes text or json, not '" + Reports.printable(format) + "'.");
        }
        if (threads < 1) {
            throw misuse("--threads takes a number from 1.");
        }
        assume.filter(word -> !word.equals("complete")).ifPresent(word -> {
            throw misuse("--assume takes complete, not '" + Reports.printable(word) + "'.");
        });
        return catalogue
                .of(input.of(paths, AsOf.of(asOf, System.getenv("SOURCE_DATE_EPOCH"), this::misuse)))
                .withThreads(threads)
                .withAssumeComplete(assume.isPresent())
                .withAnalyses(asked());
    }

    private Set<Analysis> asked() {
        if (analyses.isEmpty()) {
            return EnumSet.allOf(Analysis.class);
        }
        if (paths.stream().anyMatch(SnapshotFile::isSnapshot)) {
            throw misuse("--analyses is for manifests: an assessment.json was analysed when it was made.");
        }
        var asked = EnumSet.noneOf(Analysis.class);
        for (String word : analyses) {
            asked.add(Analysis.of(word.strip().toLowerCase(Locale.ROOT)).orElseThrow(() -> unknown(word)));
        }
        return asked;
    }

    private void tellJoining(Set<Analysis> all) {
        var joining = all.stream()
                .map(Analysis::word)
                .filter(word ->
                        analyses.stream().noneMatch(asked -> asked.strip().equalsIgnoreCase(word)))
                .toList();
        if (!analyses.isEmpty() && !joining.isEmpty()) {
            console.err().println("analysed too, since it is needed: " + String.join(", ", joining));
        }
    }

    private ParameterException unknown(String word) {
        return misuse("--analyses takes " + String.join(", ", Analysis.words()) + "; '" + Reports.printable(word)
                + "' is none of them"
                + Spelling.nearest(word, Analysis.words())
                        .map(near -> ", did you mean '" + near + "'?")
                        .orElse("."));
    }

    /** A gate that the user asked for and that nothing could make fail is a mistake. */
    private void require(Gate gate, Set<Analysis> available, String missing) {
        gate.without(available).filter(sentence -> !failOn.isEmpty()).ifPresent(sentence -> {
            throw misuse("--fail-on " + sentence + ", which " + missing + ".");
        });
    }

    private Gate gate() {
        if (newOnly && against.isEmpty()) {
            throw misuse("what is new is known only with --against OLD.json.");
        }
        if (failOn.isEmpty()) {
            return Gate.standard(against.isPresent());
        }
        var triggers = EnumSet.noneOf(Gate.Trigger.class);
        for (String word : failOn) {
            triggers.add(Gate.Trigger.of(word.strip().toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> misuse("--fail-on takes " + Gate.words() + "; '" + Reports.printable(word)
                            + "' is none of them.")));
        }
        if (triggers.contains(Gate.Trigger.NEW) && against.isEmpty()) {
            throw misuse("what is new is known only with --against OLD.json.");
        }
        if (triggers.stream().anyMatch(Gate.Trigger::needsComparison) && against.isEmpty()) {
            throw misuse("what a change takes away is known only with --against OLD.json.");
        }
        return new Gate(triggers, newOnly);
    }

    private Snapshot older(Path file) {
        return switch (SnapshotFile.read(file)) {
            case SnapshotFile.Ok ok -> ok.snapshot();
            case SnapshotFile.Failed failed ->
                throw misuse("--against: " + failed.problems().getFirst());
        };
    }

    private ExitCode nothingRead(AssessAnswer answer) {
        answer.snapshot().problems().stream()
                .map(Problem::toString)
                .forEach(problem -> console.err().println(Reports.printable(problem)));
        console.err().println("bartizan: nothing to assess: no Kubernetes object was read.");
        console.err().println(NotRead.line(answer.snapshot()));
        return ExitCode.WRONG_USAGE;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
