package dev.bartizan.cli.network;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.network.ConnectionChange.DiffType;
import dev.bartizan.network.ConnectionChangeList;
import dev.bartizan.network.ConnectivityDiff;
import dev.bartizan.report.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bartizan network diff}: what a change does to who can reach whom. */
@Command(
        name = "diff",
        sortOptions = false,
        description =
                "Compare two states of a platform: connections that come, go or change, also because workloads do.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan network diff main/deploy/ deploy/",
            "  bartizan network diff main/deploy/ deploy/ --fail-on added,changed",
            "  bartizan network diff main/deploy/ deploy/ --format comment | gh pr comment --body-file -"
        })
final class NetworkDiffCommand implements Callable<ExitCode> {
    private static final String ANY = "any";

    private final Console console;

    @Mixin
    private NetworkInput input = new NetworkInput();

    @Parameters(index = "0", paramLabel = "OLD", description = "The manifests before: a file or a folder.")
    private Path before = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW", description = "The manifests after.")
    private Path after = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "txt, csv, md or dot, as np-guard's netpol-analyzer writes them; json; comment, which is"
                    + " Markdown for a pull request (default: ${DEFAULT-VALUE}).")
    private String format = "txt";

    @Option(
            names = "--fail-on",
            split = ",",
            paramLabel = "WHAT",
            description =
                    "Exit with 1 when a connection is: added, changed, removed, or any of these (default: never).")
    private List<String> failOn = List.of();

    NetworkDiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() throws IOException {
        ConnectionChangeList form = ConnectionChangeList.named(format)
                .orElseThrow(() -> input.misuse(
                        "--format takes txt, csv, md, dot, json or comment, not '" + Reports.printable(format) + "'."));
        Set<DiffType> failing = failing();
        var diff = ConnectivityDiff.of(
                input.connectivity(List.of(before), console, "before: "),
                input.connectivity(List.of(after), console, "after: "));
        form.write(diff, console.out());
        if (diff.isEmpty()) {
            console.err().println("No connection differs.");
        }
        return failing.stream().anyMatch(diff::has) ? ExitCode.GATE_FAILED : ExitCode.DONE;
    }

    private Set<DiffType> failing() {
        var types = EnumSet.noneOf(DiffType.class);
        for (String word : failOn) {
            Set<DiffType> meant = EnumSet.of(DiffType.ADDED, DiffType.CHANGED, DiffType.REMOVED);
            meant.removeIf(type -> !word.equals(ANY) && !word.equals(type.word()));
            if (meant.isEmpty()) {
                throw input.misuse(
                        "--fail-on takes added, changed, removed or any, not '" + Reports.printable(word) + "'.");
            }
            types.addAll(meant);
        }
        return types;
    }
}
