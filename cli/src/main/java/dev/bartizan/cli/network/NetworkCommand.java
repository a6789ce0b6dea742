package dev.bartizan.cli.network;

import dev.bartizan.cli.console.CommandGroup;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bartizan network}: what the network policies of a platform allow. */
@Command(name = "network")
public final class NetworkCommand implements Callable<ExitCode>, CommandGroup {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public NetworkCommand(Console console) {
        this.console = console;
    }

    @Override
    public List<Callable<ExitCode>> commands() {
        return List.of(
                new NetworkListCommand(console),
                new NetworkExplainCommand(console),
                new NetworkDiffCommand(console),
                new NetworkCheckCommand(console),
                new NetworkLintCommand(console),
                new NetworkSuggestCommand(console));
    }

    @Override
    public ExitCode call() {
        throw new ParameterException(
                spec.commandLine(), "network needs one of: list, explain, diff, check, lint, suggest.");
    }
}
