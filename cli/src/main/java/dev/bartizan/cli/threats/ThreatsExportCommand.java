package dev.bartizan.cli.threats;

import dev.bartizan.assess.AssessAnalysis;
import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.assess.NotRead;
import dev.bartizan.cli.console.AsOf;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.InputOptions;
import dev.bartizan.exchange.Format;
import dev.bartizan.exchange.ThreatModelFile;
import dev.bartizan.exchange.ThreatModelFiles;
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

/** {@code bartizan threats export}: the platform as a threat model for another tool. */
@Command(
        name = "export",
        sortOptions = false,
        description =
                "Write the platform as a threat model for another tool: assets, zones, data flows, and what was found"
                        + " as threats with their remedies.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan threats export deploy/ --format threat-dragon --out platform.json",
            "  bartizan threats export bartizan-out/assessment.json --format threagile > platform.yaml"
        })
final class ThreatsExportCommand implements Callable<ExitCode> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Manifests: files, folders, - for standard input; or an assessment.json.")
    private List<Path> paths = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "One of: ${COMPLETION-CANDIDATES}.",
            completionCandidates = ThreatModelOutput.Formats.class)
    private String format = "";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day it holds for (default: SOURCE_DATE_EPOCH, else today in UTC).")
    private Optional<String> asOf = Optional.empty();

    @Mixin
    private ThreatModelOutput output = new ThreatModelOutput();

    @Mixin
    private InputOptions input = new InputOptions();

    ThreatsExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        Format target = Format.named(format)
                .orElseThrow(() ->
                        misuse("--format takes " + Format.words() + ", not '" + Reports.printable(format) + "'."));
        var day = AsOf.of(asOf, System.getenv("SOURCE_DATE_EPOCH"), this::misuse);
        AssessAnswer answer = AssessAnalysis.run(input.of(paths, day), console.in());
        if (answer.nothingRead()) {
            answer.snapshot()
                    .problems()
                    .forEach(problem -> console.err().println(Reports.printable(problem.toString())));
            throw misuse("nothing could be read: there is nothing to export.");
        }
        ThreatModelFile.Export export = ThreatModelFiles.of(answer.snapshot()).write(target);
        output.tell(export.losses(), console);
        output.write(export.text(), console);
        console.err().println(NotRead.line(answer.snapshot()));
        return ExitCode.DONE;
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
