package dev.bartizan.cli;

import dev.bartizan.cli.console.CommandGroup;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.Failure;
import dev.bartizan.cli.console.Version;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Parses a command line, runs the command it names and turns whatever happens into an {@link ExitCode}. Only the named command is loaded; the
 * others appear in the help text by name and summary.
 */
final class Program {
    private final List<LazyCommand> commands;
    private final Console console;

    Program(List<LazyCommand> commands, Console console) {
        this.commands = List.copyOf(commands);
        this.console = console;
    }

    ExitCode run(String... arguments) {
        try {
            var line = commandLine(arguments);
            if (arguments.length == 0) {
                line.usage(console.err());
                return ExitCode.WRONG_USAGE;
            }
            return run(line.parseArgs(arguments));
        } catch (ParameterException misuse) {
            explain(misuse);
            return ExitCode.WRONG_USAGE;
        } catch (Throwable failure) {
            // Throwable, because a deep recursion or a full heap must end as politely as any other failure.
            Failure.of(failure).printTo(console);
            return ExitCode.INTERNAL_ERROR;
        }
    }

    private ExitCode run(ParseResult parsed) throws Exception {
        if (CommandLine.executeHelpRequest(parsed) != null) {
            return ExitCode.DONE;
        }
        var line = parsed.asCommandLineList().getLast();
        if (line.getCommand() instanceof Callable<?> command && command.call() instanceof ExitCode exitCode) {
            return exitCode;
        }
        throw new ParameterException(line, "Missing command after '" + qualifiedName(line) + "'");
    }

    private void explain(ParameterException misuse) {
        var line = misuse.getCommandLine();
        console.err().println("bartizan: " + misuse.getMessage());
        UnmatchedArgumentException.printSuggestions(misuse, console.err());
        console.err().println("Try '" + qualifiedName(line) + " --help'.");
    }

    private static String qualifiedName(CommandLine line) {
        return line.getCommandSpec().qualifiedName();
    }

    private CommandLine commandLine(String... arguments) {
        var root = new CommandLine(rootSpec());
        var words = Arrays.asList(arguments);
        for (var command : commands) {
            root.addSubcommand(command.name(), words.contains(command.name()) ? load(command) : placeholder(command));
        }
        // A path may begin with @; reading arguments from files is not offered.
        return root.setExpandAtFiles(false).setOut(console.out()).setErr(console.err());
    }

    private CommandLine load(LazyCommand command) {
        var loaded = command.loader().apply(console);
        var line = new CommandLine(loaded);
        if (loaded instanceof CommandGroup group) {
            group.commands().forEach(line::addSubcommand);
        }
        addHelp(line);
        return summarise(line, command);
    }

    private static void addHelp(CommandLine line) {
        line.getCommandSpec().addOption(helpOption());
        line.getSubcommands().values().forEach(Program::addHelp);
    }

    private static CommandLine placeholder(LazyCommand command) {
        return summarise(new CommandLine(CommandSpec.create()), command);
    }

    private static CommandLine summarise(CommandLine line, LazyCommand command) {
        line.getCommandSpec().usageMessage().description(command.summary());
        return line;
    }

    private static CommandSpec rootSpec() {
        var spec = CommandSpec.create()
                .name("bartizan")
                .version("bartizan " + Version.text())
                .addOption(helpOption())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print the version and exit.")
                        .build());
        spec.usageMessage()
                .description("Security engineering for AI infrastructure.")
                .commandListHeading("%nCommands:%n")
                .optionListHeading("%nOptions:%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.meanings())
                .footerHeading("%nEnvironment:%n")
                .footer(
                        "  BARTIZAN_JAVA_HOME  the JDK to use, 25 or newer",
                        "  BARTIZAN_JAVA_OPTS  options for the Java virtual machine, such as -Xmx4g",
                        "  NO_COLOR            when set, no colours");
        return spec;
    }

    private static OptionSpec helpOption() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Print this help and exit.")
                .build();
    }
}
