package dev.bartizan.cli.network;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.network.ConnectionList;
import dev.bartizan.network.ConnectionReasons;
import dev.bartizan.network.Connections;
import dev.bartizan.network.Connectivity;
import dev.bartizan.network.ExposureList;
import dev.bartizan.network.RightsAnalysis;
import dev.bartizan.report.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bartizan network list}: who can reach whom. */
@Command(
        name = "list",
        sortOptions = false,
        description = "List every connection that the policies allow, with its ports.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan network list deploy/",
            "  bartizan network list deploy/ --to ml-serving/vllm --format md",
            "  bartizan network list deploy/ --to ml-registry/database --under rbac",
            "  bartizan network list deploy/ --format svg > network.svg"
        })
final class NetworkListCommand implements Callable<ExitCode> {
    private static final String SVG = "svg";

    private final Console console;

    @Mixin
    private NetworkInput input = new NetworkInput();

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Manifests: files, folders, - for standard input.")
    private List<Path> paths = List.of();

    @Option(
            names = "--from",
            paramLabel = "PEER",
            split = ",",
            description = "Only what this workload or address opens, or one of several.")
    private List<String> from = List.of();

    @Option(
            names = "--to",
            paramLabel = "PEER",
            split = ",",
            description = "Only what opens to this workload or address, or to one of several.")
    private List<String> to = List.of();

    @Option(
            names = "--asset",
            paramLabel = "PEER",
            split = ",",
            description = "Only what this workload or address takes part in, or one of several.")
    private List<String> asset = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "txt, json, csv, md or dot, as np-guard's netpol-analyzer writes them; svg, a picture (default:"
                            + " ${DEFAULT-VALUE}).")
    private String format = "txt";

    @Option(
            names = "--explain",
            description = "Tell of each pair which policies and rules decide, in np-guard's words; as text only.")
    private boolean isExplained;

    @Option(
            names = "--exposure",
            description = "Tell as well what workloads are open to that does not exist yet: pods by label, the entire"
                    + " cluster; as txt, json, csv, md or dot.")
    private boolean isExposure;

    @Option(
            names = "--under",
            paramLabel = "RIGHTS",
            description =
                    "rbac: tell too who could make more pass, with the rights that roles and bindings of the input"
                            + " give, by which call, and which connections that opens; as txt or json.")
    private Optional<String> under = Optional.empty();

    NetworkListCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() throws IOException {
        boolean isDrawn = format.equals(SVG);
        ConnectionList form = ConnectionList.named(isDrawn ? "txt" : format)
                .orElseThrow(() -> input.misuse(
                        "--format takes txt, json, csv, md, dot or svg, not '" + Reports.printable(format) + "'."));
        if (isDrawn && (isExplained || isExposure || under.isPresent())) {
            throw input.misuse(
                    "--format svg draws the connections alone; leave --explain, --exposure and --under out.");
        }
        if (isExplained && form != ConnectionList.TXT) {
            throw input.misuse("--explain is told as text only; leave --format out.");
        }
        Optional<ExposureList> exposure = isExposure ? ExposureList.named(format) : Optional.empty();
        boolean isUnderRights = input.isUnderRights(under);
        boolean isPlain = form == ConnectionList.TXT || form == ConnectionList.JSON;
        if (isUnderRights && (isExplained || isExposure || !isPlain)) {
            throw input.misuse("--under is told as txt or json, and without --explain and --exposure.");
        }
        NetworkInput.Read read = input.read(paths, console);
        Connectivity connectivity = read.connectivity();
        Connections asked = connectivity
                .list()
                .narrowed(
                        input.peers(connectivity, from),
                        input.peers(connectivity, to),
                        input.peers(connectivity, asset));
        if (isExplained) {
            ConnectionReasons.write(asked, console.out());
            if (isExposure) {
                console.out().append('\n');
                ExposureList.writeBehind(asked, console.out());
            }
        } else if (exposure.isPresent()) {
            exposure.get().write(asked, console.out());
        } else if (isUnderRights && form == ConnectionList.JSON) {
            RightsAnalysis.of(read.snapshot(), connectivity).writeJson(asked, console.out());
        } else {
            write(form, asked, isDrawn);
            if (isUnderRights) {
                RightsAnalysis.of(read.snapshot(), connectivity).write(asked, console.out());
            }
        }
        return ExitCode.DONE;
    }

    private void write(ConnectionList form, Connections asked, boolean isDrawn) throws IOException {
        if (isDrawn) {
            console.out().print(ConnectionDrawing.svg(asked));
            console.out().flush();
        } else {
            form.write(asked, console.out());
        }
    }
}
