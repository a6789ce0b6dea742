package dev.bartizan.cli.network;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.network.ConnectionReasons;
import dev.bartizan.network.Connections;
import dev.bartizan.network.Connectivity;
import dev.bartizan.network.Peer;
import dev.bartizan.network.PortQuery;
import dev.bartizan.network.RightsAnalysis;
import dev.bartizan.report.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bartizan network explain}: why one workload can reach another, or not. */
@Command(
        name = "explain",
        sortOptions = false,
        description = "Show which policies and rules decide a connection, step by step, each with its line.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan network explain web shop/db --in deploy/",
            "  bartizan network explain ml-serving/vllm 8.8.8.8 udp/53 --in deploy/",
            "  bartizan network explain ml-notebooks/hub ml-registry/database --in deploy/ --under rbac"
        })
final class NetworkExplainCommand implements Callable<ExitCode> {
    private static final String NP_GUARD = "np-guard";

    private final Console console;

    @Mixin
    private NetworkInput input = new NetworkInput();

    @Parameters(
            index = "0",
            paramLabel = "SRC",
            description = "Who opens the connection: namespace/name, or an address.")
    private String source = "";

    @Parameters(
            index = "1",
            paramLabel = "DST",
            description = "Who receives it; a name outside too, if a ServiceEntry of the mesh has it.")
    private String receiver = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "PORT",
            description = "Only this port: 8080, which is TCP, or udp/53.")
    private Optional<String> place = Optional.empty();

    @Option(names = "--port", paramLabel = "PORT", description = "The same as an option.")
    private Optional<String> port = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "text, or np-guard: all ports, in the words of its netpol-analyzer (default: ${DEFAULT-VALUE}).")
    private String format = "text";

    @Option(
            names = "--in",
            paramLabel = "PATH",
            required = true,
            description = "Manifests: files, folders, - for standard input; may be repeated.")
    private List<Path> paths = List.of();

    @Option(
            names = "--under",
            paramLabel = "RIGHTS",
            description =
                    "rbac: tell too who could make more pass, with the rights that roles and bindings of the input"
                            + " give, by which call, and the packet that passes then.")
    private Optional<String> under = Optional.empty();

    NetworkExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() throws IOException {
        if (!format.equals("text") && !format.equals(NP_GUARD)) {
            throw input.misuse("--format takes text or np-guard, not '" + Reports.printable(format) + "'.");
        }
        Optional<PortQuery> query = query();
        boolean isUnderRights = input.isUnderRights(under);
        if (isUnderRights && format.equals(NP_GUARD)) {
            throw input.misuse("--under is told in our own words; leave --format out.");
        }
        NetworkInput.Read read = input.read(paths, console);
        Connectivity connectivity = read.connectivity();
        Peer from = input.peer(connectivity, source);
        Optional<List<String>> named =
                format.equals(NP_GUARD) || connectivity.peer(receiver).isPresent()
                        ? Optional.empty()
                        : connectivity.explainName(from, receiver, query);
        if (named.isPresent()) {
            named.get().forEach(line -> console.out().println(Reports.printable(line)));
            return ExitCode.DONE;
        }
        Peer to = input.peer(connectivity, receiver);
        if (format.equals(NP_GUARD)) {
            Connections asked = connectivity.list().narrowed(List.of(from), List.of(to), List.of());
            ConnectionReasons.write(asked, console.out());
        } else {
            var lines = new ArrayList<>(connectivity.explain(from, to, query));
            if (isUnderRights) {
                lines.addAll(RightsAnalysis.of(read.snapshot(), connectivity).explain(from, to, query));
            }
            lines.forEach(line -> console.out().println(Reports.printable(line)));
        }
        return ExitCode.DONE;
    }

    private Optional<PortQuery> query() {
        if (place.isPresent() && port.isPresent()) {
            throw input.misuse("the port is given twice; leave --port out.");
        }
        Optional<String> asked = place.or(() -> port);
        if (asked.isPresent() && format.equals(NP_GUARD)) {
            throw input.misuse("--format np-guard tells all ports; leave the port out.");
        }
        return asked.map(text -> PortQuery.of(text)
                .orElseThrow(() ->
                        input.misuse("a port is a number from 1 to 65535, or tcp/, udp/ or sctp/ and a number, not '"
                                + Reports.printable(text) + "'.")));
    }
}
