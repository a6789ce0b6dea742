package dev.bartizan.cli.threats;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.Reports;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bartizan threats paths}: how an attacker gets to what is worth most, and what cuts the ways. */
@Command(
        name = "paths",
        sortOptions = false,
        description =
                "Show how an attacker gets to what is worth most, step by step, and the fewest fixes that cut all of these ways.",
        footerHeading = "%nExamples:%n",
        footer = {"  bartizan threats paths deploy/", "  bartizan threats paths deploy/ --most 3"})
final class ThreatsPathsCommand implements Callable<ExitCode> {
    private final Console console;

    @Mixin
    private ThreatsCommand.Input input = new ThreatsCommand.Input();

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "Ways shown to each crown jewel (default: ${DEFAULT-VALUE}).")
    private int most = 1;

    ThreatsPathsCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        Snapshot snapshot = input.read(console);
        AttackPathFacts facts = snapshot.attackPaths().orElseThrow(() -> input.without("attack paths"));
        List<String> lines = Reports.attackPaths(facts, most, console.isColoured());
        return input.tell(lines, snapshot, console);
    }
}
