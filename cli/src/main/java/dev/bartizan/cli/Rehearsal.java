package dev.bartizan.cli;

import dev.bartizan.cli.console.Console;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs several commands in one virtual machine, for the launcher to record which classes they load. Its output goes nowhere and its exit code
 * is always 0: what fails here fails again, and is told, when a user runs it.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /** @param arguments command lines, separated by {@code --} */
    public static void main(String[] arguments) {
        var silence = new PrintWriter(Writer.nullWriter());
        var program = new Program(Commands.ALL, Console.of(silence, silence, OutputStream.nullOutputStream()));
        for (var commandLine : split(arguments)) {
            program.run(commandLine.toArray(String[]::new));
        }
    }

    private static List<List<String>> split(String... arguments) {
        var commandLines = new ArrayList<List<String>>();
        var current = new ArrayList<String>();
        for (var argument : arguments) {
            if (argument.equals("--")) {
                commandLines.add(current);
                current = new ArrayList<>();
            } else {
                current.add(argument);
            }
        }
        commandLines.add(current);
        return commandLines;
    }
}
