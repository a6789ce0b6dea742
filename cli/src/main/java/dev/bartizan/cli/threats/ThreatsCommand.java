package dev.bartizan.cli.threats;

import dev.bartizan.cli.console.CommandGroup;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
}
