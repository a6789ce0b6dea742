package dev.bartizan.cli.threats;

import dev.bartizan.cli.console.AsOf;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.report.Reports;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bartizan threats template}: a threat model to fill in by hand. */
@Command(
        name = "template",
        sortOptions = false,
        description = "Write a blank threat model with guidance, for teams that fill it in by hand.",
        footerHeading = "%nExamples:%n",
        footer = {"  bartizan threats template > threat-model.md", "  bartizan threats template --out threat-model.html"
        })
final class ThreatsTemplateCommand implements Callable<ExitCode> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Where it goes, as Markdown (.md), page (.html) or PDF (.pdf) (default: Markdown on standard output).")
    private Optional<Path> out = Optional.empty();

    ThreatsTemplateCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        if (out.isEmpty()) {
            console.out().print(Reports.threatTemplateMarkdown());
            console.out().flush();
            return ExitCode.DONE;
        }
        write(out.get());
        console.out().println("Wrote " + Reports.printable(out.get().toString()) + ".");
        return ExitCode.DONE;
    }

    private void write(Path file) {
        String name = file.toString();
        var day = AsOf.of(Optional.empty(), System.getenv("SOURCE_DATE_EPOCH"), this::misuse);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (name.endsWith(".md")) {
                Files.writeString(file, Reports.threatTemplateMarkdown(), StandardCharsets.UTF_8);
            } else if (name.endsWith(".html")) {
                Files.writeString(file, Reports.threatTemplate(day).html(), StandardCharsets.UTF_8);
            } else if (name.endsWith(".pdf")) {
                try (OutputStream stream = Files.newOutputStream(file)) {
                    Reports.threatTemplate(day).writePdf(stream);
                }
            } else {
                throw misuse(
                        "--out takes a file that ends with .md, .html or .pdf, not '" + Reports.printable(name) + "'.");
            }
        } catch (IOException failure) {
            throw misuse("--out: cannot write " + Reports.printable(name) + " ("
                    + failure.getClass().getSimpleName() + ").");
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
