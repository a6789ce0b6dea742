package dev.bartizan.cli;

import dev.bartizan.assess.AssessAnalysis;
import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.assess.NotRead;
import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.report.Reports;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bartizan threats paths}: how an attacker gets to what is worth most, and what cuts the ways. */
@Command(
        name = "paths",
        sortOptions = false,
        description =
                "Show how an attacker gets to what is worth most, step by step, and the fewest fixes that cut all of these ways.",
        footerHeading = "%nExamples:%n",
        footer = {"  bartizan threats paths deploy/", "  bartizan threats paths deploy/ --most 3"})
final class ThreatsPathsCommand implements Callable<ExitCode> {
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

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "Ways shown to each crown jewel (default: ${DEFAULT-VALUE}).")
    private int most = 1;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day of the assessment (default: today in UTC).")
    private Optional<String> asOf = Optional.empty();

    ThreatsPathsCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        var question = input.of(paths, AsOf.of(asOf, System.getenv("SOURCE_DATE_EPOCH"), this::misuse));
        AssessAnswer answer = AssessAnalysis.run(question, console.in());
        if (answer.nothingRead()) {
            throw misuse("nothing to analyse: no object was read.");
        }
        AttackPathFacts facts = answer.snapshot()
                .attackPaths()
                .orElseThrow(() -> misuse("this assessment holds no attack paths; assess the manifests again."));
        List<String> lines = Reports.attackPaths(facts, most, console.isColoured());
        lines.forEach(console.out()::println);
        console.out().flush();
        console.err().println(NotRead.line(answer.snapshot()));
        return ExitCode.DONE;
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
