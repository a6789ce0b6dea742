package dev.bartizan.cli;

import dev.bartizan.network.Connectivity;
import dev.bartizan.network.PortQuery;
import dev.bartizan.report.Reports;
import java.nio.file.Path;
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
            "  bartizan network explain ml-serving/vllm 8.8.8.8 --port udp/53 --in deploy/"
        })
final class NetworkExplainCommand implements Callable<ExitCode> {
    private final Console console;

    @Mixin
    private NetworkInput input = new NetworkInput();

    @Parameters(
            index = "0",
            paramLabel = "SRC",
            description = "Who opens the connection: namespace/name, or an address.")
    private String source = "";

    @Parameters(index = "1", paramLabel = "DST", description = "Who receives it.")
    private String receiver = "";

    @Option(names = "--port", paramLabel = "PORT", description = "Only this port: 8080, which is TCP, or udp/53.")
    private Optional<String> port = Optional.empty();

    @Option(
            names = "--in",
            paramLabel = "PATH",
            required = true,
            description = "Manifests: files, folders, - for standard input; may be repeated.")
    private List<Path> paths = List.of();

    NetworkExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        Optional<PortQuery> query = port.map(text -> PortQuery.of(text)
                .orElseThrow(() ->
                        input.misuse("--port takes a number from 1 to 65535, or tcp/, udp/ or sctp/ and a number, not '"
                                + Reports.printable(text) + "'.")));
        Connectivity connectivity = input.connectivity(paths, console);
        connectivity
                .explain(input.peer(connectivity, source), input.peer(connectivity, receiver), query)
                .forEach(line -> console.out().println(Reports.printable(line)));
        return ExitCode.DONE;
    }
}
