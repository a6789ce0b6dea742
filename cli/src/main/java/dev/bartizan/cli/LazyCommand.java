package dev.bartizan.cli;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * A command that is known by name and loaded when it is run: {@code --help} must not pay for the classes of an assessment.
 *
 * @param name the word on the command line
 * @param summary one sentence for the list of commands
 * @param loader makes the command, an object with picocli annotations; it writes to the console it is given
 */
record LazyCommand(String name, String summary, Function<Console, Callable<ExitCode>> loader) {}
