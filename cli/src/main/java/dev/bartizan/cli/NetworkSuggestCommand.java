package dev.bartizan.cli;

import dev.bartizan.network.Suggestion;
import dev.bartizan.network.Suggestion.Kind;
import dev.bartizan.report.Reports;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bartizan network suggest}: policies that allow what is meant to be, and the proof. */
@Command(
        name = "suggest",
        sortOptions = false,
        description = "Write network policies that allow what the platform needs and nothing else, ask them about every"
                + " pair again, and say first what would stop.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan network suggest deploy/ --out policies-to-review",
            "  bartizan network suggest deploy/ --kind cilium --out policies-to-review",
            "  bartizan network suggest deploy/ --api-server 10.0.0.1,10.0.0.2 --nodes 10.0.0.0/16 --out policies-to-review"
        })
final class NetworkSuggestCommand implements Callable<ExitCode> {
    private final Console console;

    @Mixin
    private NetworkInput input = new NetworkInput();

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Manifests: files, folders, - for standard input.")
    private List<Path> paths = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where the policies and the report go: README.md, pairs.csv, rollback.sh, policies/ and others.")
    private Path out = Path.of("");

    @Option(
            names = "--api-server",
            split = ",",
            paramLabel = "ADDRESS",
            description =
                    "Addresses or blocks of the API server, as pods reach it behind its Service; no manifest tells them.")
    private List<String> apiServer = List.of();

    @Option(
            names = "--nodes",
            split = ",",
            paramLabel = "ADDRESS",
            description =
                    "Addresses or blocks of the machines of the cluster, from which pods on the host network speak.")
    private List<String> nodes = List.of();

    @Option(
            names = "--kind",
            split = ",",
            paramLabel = "KIND",
            description = "Kinds of policies to write: network-policy, cluster (ClusterNetworkPolicy) or cilium, and istio beside"
                    + " one of them or alone (default: ${DEFAULT-VALUE}).")
    private List<String> kinds = List.of(Kind.NETWORK_POLICY.word());

    NetworkSuggestCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        NetworkInput.Read read = input.read(paths, console);
        var question = new Suggestion.Question(apiServer, nodes, kinds());
        question.notAddresses().stream().findFirst().ifPresent(text -> {
            throw input.misuse("--api-server and --nodes take addresses such as 10.0.0.1 or 10.0.0.0/24, not '"
                    + Reports.printable(text) + "'.");
        });
        var suggestion = Suggestion.of(read.snapshot(), read.connectivity(), question);
        new SuggestionFolder(out, input::misuse).write(suggestion.files());
        suggestion.summary().forEach(line -> console.out().println(Reports.printable(line)));
        console.out()
                .println("Wrote " + Reports.printable(out.toString()) + ": " + String.join(", ", parts(suggestion)));
        return suggestion.isProven() ? ExitCode.DONE : ExitCode.GATE_FAILED;
    }

    private List<Kind> kinds() {
        List<Kind> wanted = kinds.stream()
                .map(word -> Kind.of(word).orElseThrow(() -> input.misuse("--kind takes network-policy, cluster, cilium and"
                        + " istio, not '" + Reports.printable(word) + "'.")))
                .distinct()
                .toList();
        if (!Kind.areTogether(wanted)) {
            throw input.misuse("--kind takes one of network-policy, cluster and cilium: the network plugin enforces one.");
        }
        return wanted;
    }

    /** The files, and the folders with a slash. */
    private static Set<String> parts(Suggestion suggestion) {
        return suggestion.files().keySet().stream()
                .map(path -> path.substring(0, path.indexOf('/') + 1).isEmpty()
                        ? path
                        : path.substring(0, path.indexOf('/') + 1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
