package dev.bartizan.cli.review;

import dev.bartizan.cli.console.CommandGroup;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bartizan review}: reviews of documents about a platform, kept as files in Git. */
@Command(name = "review")
public final class ReviewCommand implements Callable<ExitCode>, CommandGroup {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public ReviewCommand(Console console) {
        this.console = console;
    }

    @Override
    public List<Callable<ExitCode>> commands() {
        return List.of(
                new ReviewStartCommand(console),
                new ReviewCommentCommand(console),
                new ReviewApproveCommand(console),
                new ReviewStatusCommand(console));
    }

    @Override
    public ExitCode call() {
        throw new ParameterException(spec.commandLine(), "review needs one of: start, comment, approve, status.");
    }
}
