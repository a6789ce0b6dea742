package dev.bartizan.cli;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.Failure;

/** The entry of the program: runs one command and ends with its exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        var console = Console.ofProcess();
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> Failure.of(failure).printTo(console));
        var exitCode = new Program(Commands.ALL, console).run(arguments);
        console.flush();
        System.exit(exitCode.number());
    }
}
