package dev.bartizan.cli.threats;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.exchange.Format;
import dev.bartizan.exchange.ThreatModelFile;
import dev.bartizan.exchange.ThreatModelFiles;
import dev.bartizan.report.Reports;
import dev.bartizan.source.Problem;
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

/** {@code bartizan threats import}: reads a threat model of another tool. */
@Command(
        name = "import",
        sortOptions = false,
        description = "Read a threat model of another tool, and tell or write what is in it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan threats import model.tc.json",
            "  bartizan threats import threagile.yaml --format otm --out model.otm.json"
        })
final class ThreatsImportCommand implements Callable<ExitCode> {
    /** Sections for a bartizan.yaml, which is no threat model. */
    private static final String BARTIZAN_YAML = "bartizan-yaml";

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            description = "The model, - for standard input. Its format shows in its content, whatever it is called.")
    private Path file = Path.of("-");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "summary, json (all that was read, in our words), bartizan-yaml (its zones and parties outside),"
                            + " or a format to write it in: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            completionCandidates = ThreatModelOutput.Formats.class)
    private String format = "summary";

    @Mixin
    private ThreatModelOutput output = new ThreatModelOutput();

    ThreatsImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        Optional<Format> target = Format.named(format);
        if (target.isEmpty() && !List.of("summary", "json", BARTIZAN_YAML).contains(format)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--format takes summary, json, " + BARTIZAN_YAML + ", " + Format.words() + ", not '"
                            + Reports.printable(format) + "'.");
        }
        return switch (ThreatModelFiles.read(file, console.in())) {
            case ThreatModelFiles.Failed failed -> {
                tell(failed.problems());
                yield ExitCode.WRONG_USAGE;
            }
            case ThreatModelFiles.Ok ok -> {
                tell(ok.file().problems());
                output.write(text(ok.file(), target), console);
                yield ok.file().hasErrors() ? ExitCode.GATE_FAILED : ExitCode.DONE;
            }
        };
    }

    private String text(ThreatModelFile model, Optional<Format> target) {
        if (target.isPresent() || format.equals(BARTIZAN_YAML)) {
            ThreatModelFile.Export export = target.map(model::write).orElseGet(model::bartizanYaml);
            output.tell(export.losses(), console);
            return export.text();
        }
        return format.equals("json") ? model.json() : model.summary();
    }

    private void tell(List<Problem> problems) {
        problems.forEach(problem -> console.err().println(Reports.printable(problem.toString())));
    }
}
