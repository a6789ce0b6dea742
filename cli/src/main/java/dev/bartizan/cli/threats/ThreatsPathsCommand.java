package dev.bartizan.cli.threats;

import dev.bartizan.assess.Gate;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.PlatformInput;
import dev.bartizan.graph.AttackPathFacts;
import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.Reports;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.snapshot.SnapshotFile;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
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
        footer = {
            "  bartizan threats paths deploy/",
            "  bartizan threats paths deploy/ --most 3",
            "  bartizan threats paths deploy/ --fail-on path --against main.json"
        })
final class ThreatsPathsCommand implements Callable<ExitCode> {
    private final Console console;

    @Mixin
    private PlatformInput input = new PlatformInput();

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "Ways shown to each crown jewel (default: ${DEFAULT-VALUE}).")
    private int most = 1;

    @Option(
            names = "--fail-on",
            paramLabel = "path",
            description =
                    "path: exit with 1 when an attacker gets to a crown jewel; with --against, on a new or shorter way.")
    private Optional<String> failOn = Optional.empty();

    @Option(names = "--against", paramLabel = "OLD.json", description = "Compare with an older assessment.json.")
    private Optional<Path> against = Optional.empty();

    ThreatsPathsCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        failOn.filter(word -> !word.equals(Gate.Trigger.PATH.word())).ifPresent(word -> {
            throw input.misuse("--fail-on takes path, not '" + Reports.printable(word) + "'.");
        });
        Optional<Snapshot> old = against.map(this::older);
        Snapshot snapshot = input.read(console, Set.of(Analysis.THREATS)).snapshot();
        AttackPathFacts facts = snapshot.attackPaths().orElseThrow(() -> input.without("attack paths"));
        input.tell(Reports.attackPaths(facts, most, console.isColoured()), snapshot, console);
        if (failOn.isEmpty() && old.isEmpty()) {
            return ExitCode.DONE;
        }
        Gate.Verdict verdict = new Gate(EnumSet.of(Gate.Trigger.PATH), false)
                .judge(snapshot, old.map(older -> Comparison.of(older, snapshot)));
        verdict.reasons().forEach(reason -> console.err().println("gate failed: " + Reports.printable(reason)));
        return verdict.passed() ? ExitCode.DONE : ExitCode.GATE_FAILED;
    }

    private Snapshot older(Path file) {
        return switch (SnapshotFile.read(file)) {
            case SnapshotFile.Ok ok
            when ok.snapshot().attackPaths().isEmpty() ->
                throw input.misuse("--against: that assessment holds no attack paths; what is new is not known.");
            case SnapshotFile.Ok ok -> ok.snapshot();
            case SnapshotFile.Failed failed ->
                throw input.misuse("--against: " + failed.problems().getFirst());
        };
    }
}
