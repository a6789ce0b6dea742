package dev.bartizan.cli.threats;

import dev.bartizan.assess.AssessAnalysis;
import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.assess.NotRead;
import dev.bartizan.cli.console.AsOf;
import dev.bartizan.cli.console.CatalogueOption;
import dev.bartizan.cli.console.CommandGroup;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.InputOptions;
import dev.bartizan.graph.Snapshot;
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
import picocli.CommandLine.Spec.Target;

/** {@code bartizan threats}: threats to a platform, and threat models of others. */
@Command(name = "threats")
public final class ThreatsCommand implements Callable<ExitCode>, CommandGroup {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public ThreatsCommand(Console console) {
        this.console = console;
    }

    @Override
    public List<Callable<ExitCode>> commands() {
        return List.of(
                new ThreatsListCommand(console),
                new ThreatsPathsCommand(console),
                new ThreatsMatrixCommand(console),
                new ThreatsIncidentsCommand(console),
                new ThreatsWorkshopCommand(console),
                new ThreatsTemplateCommand(console),
                new ThreatsImportCommand(console),
                new ThreatsExportCommand(console));
    }

    @Override
    public ExitCode call() {
        throw new ParameterException(
                spec.commandLine(),
                "threats needs one of: "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()) + ".");
    }

    /** What the commands about threats of a platform are told of it, and what they say about it. */
    static final class Input {
        @Spec(Target.MIXEE)
        private CommandSpec spec = CommandSpec.create();

        @Parameters(
                paramLabel = "PATH",
                arity = "1..*",
                description = "Manifests: files, folders, - for standard input; or an assessment.json.")
        private List<Path> paths = List.of();

        @Option(
                names = "--as-of",
                paramLabel = "DATE",
                description = "The day of the assessment (default: today in UTC).")
        private Optional<String> asOf = Optional.empty();

        @Mixin
        private InputOptions input = new InputOptions();

        @Mixin
        private CatalogueOption catalogue = new CatalogueOption();

        /** Assesses the platform. */
        Snapshot read(Console console) {
            var day = AsOf.of(asOf, System.getenv("SOURCE_DATE_EPOCH"), this::misuse);
            AssessAnswer answer = AssessAnalysis.run(catalogue.of(input.of(paths, day)), console.in());
            if (answer.nothingRead()) {
                throw misuse("nothing to analyse: no object was read.");
            }
            // A mistake in a condition is shown with the place under it.
            answer.faults().stream()
                    .flatMap(fault -> fault.toString().lines())
                    .forEach(line -> console.err().println(Reports.printable(line)));
            return answer.snapshot();
        }

        /** The answer's lines, and what was not read. */
        ExitCode tell(List<String> lines, Snapshot snapshot, Console console) {
            lines.forEach(console.out()::println);
            console.out().flush();
            console.err().println(NotRead.line(snapshot));
            return ExitCode.DONE;
        }

        /** @param what of the assessment is missing: {@code threats} */
        ParameterException without(String what) {
            return misuse("this assessment holds no " + what + "; assess the manifests again.");
        }

        ParameterException misuse(String message) {
            return new ParameterException(spec.commandLine(), message);
        }
    }
}
