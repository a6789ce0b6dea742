package dev.bartizan.cli.network;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Severity;
import dev.bartizan.network.LintAnalysis;
import dev.bartizan.report.FindingForm;
import dev.bartizan.report.Reports;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bartizan network lint}: what is written in policies and does not do what its author thinks. */
@Command(
        name = "lint",
        sortOptions = false,
        description =
                "Find rules that change no answer, selectors of nobody, pods that no policy isolates, ports of Services where"
                        + " those of pods are meant, labels that anybody may set, and the like.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan network lint deploy/",
            "  bartizan network lint deploy/ --fail-on high",
            "  bartizan network lint deploy/ --format sarif > lint.sarif"
        })
final class NetworkLintCommand implements Callable<ExitCode> {
    private final Console console;

    @Mixin
    private NetworkInput input = new NetworkInput();

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Manifests: files, folders, - for standard input.")
    private List<Path> paths = List.of();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "Fail when there is a confirmed finding of this severity or a worse one: low, medium, high"
                    + " (default: never).")
    private Optional<String> failOn = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "txt, json or sarif (default: ${DEFAULT-VALUE}).")
    private String format = FindingForm.TXT.word();

    NetworkLintCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        FindingForm form = FindingForm.of(format)
                .orElseThrow(() ->
                        input.misuse("--format takes txt, json or sarif, not '" + Reports.printable(format) + "'."));
        Optional<Severity> gate = failOn.map(this::severity);
        NetworkInput.Read read = input.read(paths, console);
        ControlFacts lint = LintAnalysis.run(read.snapshot(), read.connectivity());
        console.out().print(form.of(read.snapshot(), lint));
        console.out().flush();
        boolean fails = gate.filter(limit -> lint.findings().stream()
                        .anyMatch(finding -> finding.truth().isConfirmed()
                                && finding.severity().compareTo(limit) >= 0))
                .isPresent();
        return fails ? ExitCode.GATE_FAILED : ExitCode.DONE;
    }

    private Severity severity(String word) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity != Severity.INFO
                        && severity != Severity.CRITICAL
                        && severity.word().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        input.misuse("--fail-on takes low, medium or high, not '" + Reports.printable(word) + "'."));
    }
}
