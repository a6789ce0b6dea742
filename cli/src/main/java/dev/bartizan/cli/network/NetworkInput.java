package dev.bartizan.cli.network;

import dev.bartizan.assess.AssessAnalysis;
import dev.bartizan.assess.NotRead;
import dev.bartizan.assess.PlatformAnswer;
import dev.bartizan.cli.console.AsOf;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.InputOptions;
import dev.bartizan.graph.Intent;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.CniProfile;
import dev.bartizan.network.Connectivity;
import dev.bartizan.network.DetectedProfile;
import dev.bartizan.network.Peer;
import dev.bartizan.report.Reports;
import dev.bartizan.source.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What all commands about the network are told, and what they say about it. */
final class NetworkInput {
    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description =
                    "Whose reading counts where the specifications leave something open: kubernetes, cilium, calico,"
                            + " antrea, aws, np-guard, or all: what network plugins answer differently stays open (default: as bartizan.yaml says, else the network plugin that the"
                            + " manifests show, else kubernetes).")
    private Optional<String> profile = Optional.empty();

    @Mixin
    private InputOptions input = new InputOptions();

    /**
     * What was read, and what its policies allow.
     *
     * @param intents of {@code bartizan.yaml}
     * @param faults mistakes for which something of it was not applied
     */
    record Read(Snapshot snapshot, Connectivity connectivity, List<Intent> intents, List<Problem> faults) {
        Read {
            intents = List.copyOf(intents);
            faults = List.copyOf(faults);
        }
    }

    /** Reads the manifests; what stands in the way of a sure answer goes to standard error. */
    Connectivity connectivity(List<Path> paths, Console console) {
        return connectivity(paths, console, "");
    }

    /**
     * Reads the manifests of one of several sides.
     *
     * @param side what its messages begin with
     */
    Connectivity connectivity(List<Path> paths, Console console, String side) {
        return read(paths, console, side).connectivity();
    }

    /** The same for those who look at the platform as well. */
    Read read(List<Path> paths, Console console) {
        return read(paths, console, "");
    }

    private Read read(List<Path> paths, Console console, String side) {
        Optional<CniProfile> chosen = profile.map(this::profile);
        var question = input.of(paths, AsOf.of(Optional.empty(), System.getenv("SOURCE_DATE_EPOCH"), this::misuse));
        PlatformAnswer read = AssessAnalysis.platform(question, console.in());
        Snapshot snapshot = read.snapshot();
        var connectivity = Connectivity.of(
                snapshot,
                chosen.or(read::networkProfile)
                        .orElseGet(() -> DetectedProfile.of(snapshot).profile()));
        if (!connectivity.hasPods()) {
            throw misuse(side + "nothing to analyse: no pod and no workload was read.");
        }
        connectivity.assumptions().forEach(line -> console.err().println(side + line));
        snapshot.problems().stream()
                .filter(problem -> problem.level() == Problem.Level.ERROR)
                .forEach(problem -> console.err().println(side + Reports.printable(problem.toString())));
        connectivity.problems().forEach(problem -> console.err().println(side + Reports.printable(problem.toString())));
        console.err().println(side + NotRead.line(snapshot));
        return new Read(snapshot, connectivity, read.intents(), read.faults());
    }

    /** Whether answers are to tell too who could make more pass; of the option {@code --under}. */
    boolean isUnderRights(Optional<String> under) {
        under.filter(word -> !word.equals("rbac")).ifPresent(word -> {
            throw misuse("--under takes rbac, not '" + Reports.printable(word) + "'.");
        });
        return under.isPresent();
    }

    private CniProfile profile(String word) {
        return CniProfile.of(word)
                .orElseThrow(() -> misuse("--profile takes "
                        + Arrays.stream(CniProfile.values())
                                .map(CniProfile::word)
                                .collect(Collectors.joining(", "))
                        + ", not '" + Reports.printable(word) + "'."));
    }

    /** The peer that a word names. */
    Peer peer(Connectivity connectivity, String word) {
        return connectivity
                .peer(word)
                .orElseThrow(() -> misuse("'" + Reports.printable(word)
                        + "' is no workload, or several are called so; write namespace/name, namespace/name[Kind] or an"
                        + " address. 'bartizan network list' shows them."));
    }

    /** All peers that the words name. */
    List<Peer> peers(Connectivity connectivity, List<String> words) {
        return words.stream()
                .flatMap(word -> {
                    List<Peer> named = connectivity.peers(word);
                    return (named.isEmpty() ? List.of(peer(connectivity, word)) : named).stream();
                })
                .toList();
    }

    ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
