package dev.bartizan.cli.threats;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.PlatformInput;
import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.IncidentFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.Reports;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bartizan threats incidents}: would what happened elsewhere have worked here? */
@Command(
        name = "incidents",
        sortOptions = false,
        description =
                "Tell of attacks that happened elsewhere whether they would have worked here, and what stops them.",
        footerHeading = "%nExamples:%n",
        footer = {"  bartizan threats incidents deploy/", "  bartizan threats incidents deploy/ --name shadowray"})
final class ThreatsIncidentsCommand implements Callable<ExitCode> {
    private final Console console;

    @Mixin
    private PlatformInput input = new PlatformInput();

    @Option(names = "--name", paramLabel = "NAME", description = "Only this one, step by step.")
    private Optional<String> name = Optional.empty();

    ThreatsIncidentsCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        Snapshot snapshot = input.read(console, Set.of(Analysis.THREATS)).snapshot();
        IncidentFacts facts = snapshot.incidents().orElseThrow(() -> input.without("incidents"));
        List<String> lines = name.map(wanted -> Reports.incident(one(facts, wanted), console.isColoured()))
                .orElseGet(() -> Reports.incidents(facts, console.isColoured()));
        return input.tell(lines, snapshot, console);
    }

    private IncidentFacts.Replay one(IncidentFacts facts, String wanted) {
        return facts.incidents().stream()
                .filter(replay -> replay.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> input.misuse("no incident is called '" + Reports.printable(wanted) + "'; there are: "
                        + facts.incidents().stream()
                                .map(IncidentFacts.Replay::id)
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
