package dev.bartizan.cli.network;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.files.FlowFiles;
import dev.bartizan.cli.files.IntentFiles;
import dev.bartizan.cli.files.SuggestionFolder;
import dev.bartizan.graph.Intent;
import dev.bartizan.knowledge.Intents;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.network.Suggestion;
import dev.bartizan.network.Suggestion.Kind;
import dev.bartizan.network.Suggestion.Source;
import dev.bartizan.report.Reports;
import dev.bartizan.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
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
            "  bartizan network suggest deploy/ intents.yaml --flows seen.csv --from flows --out policies-to-review",
            "  bartizan network suggest deploy/ --api-server 10.0.0.1,10.0.0.2 --nodes 10.0.0.0/16 --out policies-to-review"
        })
final class NetworkSuggestCommand implements Callable<ExitCode> {
    private final Console console;

    @Mixin
    private NetworkInput input = new NetworkInput();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "Manifests: files, folders, - for standard input; and files of intents, which the policies must keep.")
    private List<Path> paths = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description =
                    "Where the policies and the report go: README.md, pairs.csv, rollback.sh, policies/ and others.")
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
            names = "--outside",
            split = ",",
            paramLabel = "ADDRESS",
            description =
                    "Private addresses or blocks that are nobody's in the cluster; of flows, others are taken for pods"
                            + " that the input does not hold.")
    private List<String> outside = List.of();

    @Option(
            names = "--from",
            split = ",",
            paramLabel = "SOURCE",
            description =
                    "What says which connections are meant: links (what manifests declare and components need), intents"
                            + " (what they allow), flows (what was observed, and what components need); several add up (default:"
                            + " links, and what else is given).")
    private List<String> from = List.of();

    @Option(
            names = "--flows",
            paramLabel = "FILE",
            description =
                    "Observed connections as CSV or NDJSON with src, dst, port, protocol and count; can be repeated.")
    private List<Path> flows = List.of();

    @Option(names = "--library", description = "Keep the intents that come with Bartizan too.")
    private boolean library;

    @Option(
            names = "--kind",
            split = ",",
            paramLabel = "KIND",
            description =
                    "Kinds of policies to write: network-policy, cluster (ClusterNetworkPolicy) or cilium, and istio beside"
                            + " one of them or alone (default: ${DEFAULT-VALUE}).")
    private List<String> kinds = List.of(Kind.NETWORK_POLICY.word());

    NetworkSuggestCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        var vocabulary = Vocabulary.load();
        var signatures = Signatures.load();
        var files = IntentFiles.among(paths, vocabulary, signatures);
        refuse(files.problems());
        if (files.others().isEmpty()) {
            throw input.misuse("there are intents, but no manifests to make policies for; name their folder too.");
        }
        List<Kind> wanted = kinds();
        Suggestion.Addresses known = addresses();
        Set<Source> named = named();
        var observed = new FlowFiles(input::misuse).read(flows);
        refuse(observed.stream().flatMap(each -> each.problems().stream()).toList());
        NetworkInput.Read read = input.read(files.others(), console);
        refuse(read.faults());
        List<Intent> intents = new ArrayList<>(files.intents());
        intents.addAll(read.intents());
        boolean hasOwn = !intents.isEmpty();
        List<Intent> kept = library ? Intents.withLibrary(intents, vocabulary, signatures) : intents;
        if (named.contains(Source.INTENTS) && kept.isEmpty()) {
            throw input.misuse(
                    "--from intents needs some: a file of intents among the paths, or network.intents of bartizan.yaml.");
        }
        Set<Source> sources = named.isEmpty() ? given(hasOwn) : named;
        var question = new Suggestion.Question(known, wanted, sources, kept, observed);
        var suggestion = Suggestion.of(read.snapshot(), read.connectivity(), question);
        new SuggestionFolder(out, input::misuse).write(suggestion.files());
        suggestion.summary().forEach(line -> console.out().println(Reports.printable(line)));
        console.out()
                .println("Wrote " + Reports.printable(out.toString()) + ": " + String.join(", ", parts(suggestion)));
        return suggestion.isProven() ? ExitCode.DONE : ExitCode.GATE_FAILED;
    }

    private void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw input.misuse(problems.stream()
                    .map(problem -> Reports.printable(problem.toString()))
                    .collect(Collectors.joining("\n")));
        }
    }

    private Suggestion.Addresses addresses() {
        var addresses = new Suggestion.Addresses(apiServer, nodes, outside);
        addresses.notAddresses().stream().findFirst().ifPresent(text -> {
            throw input.misuse(
                    "--api-server, --nodes and --outside take addresses such as 10.0.0.1 or 10.0.0.0/24, not '"
                            + Reports.printable(text) + "'.");
        });
        return addresses;
    }

    private Set<Source> named() {
        Set<Source> sources = EnumSet.noneOf(Source.class);
        for (String word : from) {
            sources.add(Source.of(word)
                    .orElseThrow(() -> input.misuse(
                            "--from takes links, intents and flows, not '" + Reports.printable(word) + "'.")));
        }
        if (sources.contains(Source.FLOWS) && flows.isEmpty()) {
            throw input.misuse("--from flows needs a file of them: --flows FILE.");
        }
        return sources;
    }

    private Set<Source> given(boolean hasIntents) {
        Set<Source> sources = EnumSet.of(Source.LINKS);
        if (hasIntents) {
            sources.add(Source.INTENTS);
        }
        if (!flows.isEmpty()) {
            sources.add(Source.FLOWS);
        }
        return sources;
    }

    private List<Kind> kinds() {
        List<Kind> wanted = kinds.stream()
                .map(word -> Kind.of(word)
                        .orElseThrow(() -> input.misuse("--kind takes network-policy, cluster, cilium and"
                                + " istio, not '" + Reports.printable(word) + "'.")))
                .distinct()
                .toList();
        if (!Kind.areTogether(wanted)) {
            throw input.misuse(
                    "--kind takes one of network-policy, cluster and cilium: the network plugin enforces one.");
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
