package dev.bartizan.cli;

import dev.bartizan.assess.AssessAnalysis;
import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.assess.NotRead;
import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.report.Reports;
import java.nio.file.Path;
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

/** {@code bartizan threats incidents}: would what happened elsewhere have worked here? */
@Command(
        name = "incidents",
        sortOptions = false,
        description =
                "Tell of attacks that happened elsewhere whether they would have worked here, and what stops them.",
        footerHeading = "%nExamples:%n",
        footer = {"  bartizan threats incidents deploy/", "  bartizan threats incidents deploy/ --name shadowray"})
final class ThreatsIncidentsCommand implements Callable<ExitCode> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InputOptions input = new InputOptions();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Manifests: files, folders, - for standard input; or an assessment.json.")
    private List<Path> paths = List.of();

    @Option(names = "--name", paramLabel = "NAME", description = "Only this one, step by step.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day of the assessment (default: today in UTC).")
    private Optional<String> asOf = Optional.empty();

    ThreatsIncidentsCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        var question = input.of(paths, AsOf.of(asOf, System.getenv("SOURCE_DATE_EPOCH"), this::misuse));
        AssessAnswer answer = AssessAnalysis.run(question, console.in());
        if (answer.nothingRead()) {
            throw misuse("nothing to analyse: no object was read.");
        }
        IncidentFacts facts = answer.snapshot()
                .incidents()
                .orElseThrow(() -> misuse("this assessment holds no incidents; assess the manifests again."));
        List<String> lines = name.map(wanted -> Reports.incident(one(facts, wanted), console.isColoured()))
                .orElseGet(() -> Reports.incidents(facts, console.isColoured()));
        lines.forEach(console.out()::println);
        console.out().flush();
        console.err().println(NotRead.line(answer.snapshot()));
        return ExitCode.DONE;
    }

    private IncidentFacts.Replay one(IncidentFacts facts, String wanted) {
        return facts.incidents().stream()
                .filter(replay -> replay.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> misuse("no incident is called '" + Reports.printable(wanted) + "'; there are: "
                        + facts.incidents().stream()
                                .map(IncidentFacts.Replay::id)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
