package dev.bartizan.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bartizan threats}: threats to a platform, and threat models of others. */
@Command(name = "threats")
final class ThreatsCommand implements Callable<ExitCode>, CommandGroup {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ThreatsCommand(Console console) {
        this.console = console;
    }

    @Override
    public List<Callable<ExitCode>> commands() {
        return List.of(
                new ThreatsListCommand(console),
                new ThreatsPathsCommand(console),
                new ThreatsIncidentsCommand(console),
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
