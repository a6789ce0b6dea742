package dev.bartizan.cli.risk;

import dev.bartizan.assess.AssessAnalysis;
import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.assess.NotRead;
import dev.bartizan.assess.StoredReadiness;
import dev.bartizan.cli.console.AsOf;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.InputOptions;
import dev.bartizan.graph.ReadinessFacts;
import dev.bartizan.graph.ReadinessFacts.Answer;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.ReadinessView;
import dev.bartizan.report.Reports;
import dev.bartizan.snapshot.SnapshotFile;
import dev.bartizan.source.Problem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bartizan readiness}: how ready the platform and its teams are, on what evidence, and what lifts them. */
@Command(
        name = "readiness",
        sortOptions = false,
        description =
                "Score how ready the platform and its teams are: eight domains, questions with levels from 0 to 4, each with what answered it, what lifts it and when to look again.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan readiness deploy/",
            "  bartizan readiness deploy/ --question NET-1",
            "  bartizan readiness deploy/ --history 2026-09.json --history 2026-10.json --format md",
            "  bartizan readiness bartizan-out/assessment.json --as-of 2027-01-31"
        })
public final class ReadinessCommand implements Callable<ExitCode> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Manifests: files, folders, - for standard input; or an assessment.json.")
    private List<Path> paths = List.of();

    @Option(
            names = "--history",
            paramLabel = "FILE.json",
            description = "A stored assessment.json of the platform, for the trend; may be given several times.")
    private List<Path> history = List.of();

    @Option(
            names = "--question",
            paramLabel = "ID",
            description = "Only this question, with everything that was measured for it.")
    private Optional<String> question = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "txt, json, md or csv (default: ${DEFAULT-VALUE}).")
    private String format = "txt";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day of the scorecard (default: SOURCE_DATE_EPOCH, else today in UTC).")
    private Optional<String> asOf = Optional.empty();

    @Mixin
    private InputOptions input = new InputOptions();

    public ReadinessCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        if (!List.of("txt", "json", "md", "csv").contains(format)) {
            throw misuse("--format takes txt, json, md or csv, not '" + Reports.printable(format) + "'.");
        }
        if (question.isPresent() && !format.equals("txt")) {
            throw misuse("--question tells one question as txt: leave out --format.");
        }
        LocalDate day = AsOf.of(asOf, System.getenv("SOURCE_DATE_EPOCH"), this::misuse);
        List<Snapshot> stored = stored();
        AssessAnswer answer = AssessAnalysis.run(input.of(paths, day).withStored(stored), console.in());
        if (answer.nothingRead()) {
            answer.snapshot().problems().stream()
                    .map(Problem::toString)
                    .forEach(problem -> console.err().println(Reports.printable(problem)));
            throw misuse("nothing to analyse: no object was read.");
        }
        answer.faults().forEach(fault -> console.err().println(Reports.printable(fault.toString())));
        lines(facts(answer, day, stored)).forEach(console.out()::println);
        console.out().flush();
        console.err().println(NotRead.line(answer.snapshot()));
        return ExitCode.DONE;
    }

    /** Of a stored assessment what was answered then, on the day that is asked about. */
    private ReadinessFacts facts(AssessAnswer answer, LocalDate day, List<Snapshot> stored) {
        Optional<ReadinessFacts> facts = answer.reading().isPresent()
                ? answer.snapshot().readiness()
                : StoredReadiness.of(answer.snapshot(), day, stored);
        return facts.orElseThrow(() -> misuse("this assessment holds no readiness; assess the manifests again."));
    }

    private List<String> lines(ReadinessFacts facts) {
        var view = new ReadinessView(facts);
        if (question.isPresent()) {
            return view.lines(question(facts, question.get()), console.isColoured());
        }
        return switch (format) {
            case "json" -> List.of(view.json().stripTrailing());
            case "csv" -> List.of(view.csv().stripTrailing());
            case "md" -> List.of(view.markdown().stripTrailing());
            default -> view.lines(console.isColoured());
        };
    }

    private Answer question(ReadinessFacts facts, String id) {
        return facts.answers().stream()
                .filter(answer -> answer.question().equals(id))
                .findFirst()
                .orElseThrow(() -> misuse("--question takes "
                        + facts.answers().stream().map(Answer::question).collect(Collectors.joining(", ")) + ", not '"
                        + Reports.printable(id) + "'."));
    }

    /** All of them, or what is wrong with any of them. */
    private List<Snapshot> stored() {
        var snapshots = new ArrayList<Snapshot>();
        var problems = new ArrayList<Problem>();
        for (Path file : history) {
            switch (SnapshotFile.read(file)) {
                case SnapshotFile.Ok ok -> snapshots.add(ok.snapshot());
                case SnapshotFile.Failed failed -> problems.addAll(failed.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw misuse("--history: "
                    + problems.stream()
                            .map(Problem::toString)
                            .map(Reports::printable)
                            .collect(Collectors.joining("\n")));
        }
        return snapshots;
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
