package dev.bartizan.cli.console;

import java.util.List;
import java.util.concurrent.Callable;

/** A command that has commands of its own. */
public interface CommandGroup {
    /** Each an object with picocli annotations. */
    List<Callable<ExitCode>> commands();
}
