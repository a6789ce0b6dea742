package dev.bartizan.cli.review;

import dev.bartizan.assess.NotRead;
import dev.bartizan.cli.console.AsOf;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.InputOptions;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.Paper;
import dev.bartizan.report.Reports;
import dev.bartizan.snapshot.SnapshotFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bartizan report}: documents that people sign. */
@Command(
        name = "report",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan report deploy/ --document network-design",
            "  bartizan report deploy/ --document network-design --format pdf --out design.pdf",
            "  bartizan report deploy/ --document threat-model --against last.json",
            "  bartizan report deploy/ --document landscape",
            "  bartizan report deploy/ --document baseline --format pdf"
        })
public final class ReportCommand implements Callable<ExitCode> {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Manifests: files, folders, - for standard input; or an assessment.json.")
    private List<Path> paths = List.of();

    @Option(
            names = "--document",
            paramLabel = "NAME",
            required = true,
            description = {
                "network-design: the plan of segmentation and monitoring, with a page to sign.",
                "threat-model: the threat model, to be shown to a room, with a page to sign.",
                "landscape: what happened to others, by pattern, and what of it would work here.",
                "baseline: the security baseline with prioritised remediations, to be handed over."
            })
    private String document = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "html or pdf (default: ${DEFAULT-VALUE}).")
    private String format = "html";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where it goes (default: the document's name, as .html or .pdf).")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--roles",
            split = ",",
            paramLabel = "ROLE",
            description = "Who signs (default: platform-networks,security).")
    private List<String> roles = List.of("platform-networks", "security");

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day it holds for (default: SOURCE_DATE_EPOCH, else today in UTC).")
    private Optional<String> asOf = Optional.empty();

    @Option(
            names = "--against",
            paramLabel = "OLD.json",
            description = "Of a threat model: tell what changed since this older assessment.json.")
    private Optional<Path> against = Optional.empty();

    @Mixin
    private InputOptions input = new InputOptions();

    public ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        PlatformDocument chosen = PlatformDocument.of(document)
                .orElseThrow(() -> misuse("--document takes " + PlatformDocument.words() + ", not '"
                        + Reports.printable(document) + "'."));
        if (!Set.of("html", "pdf").contains(format)) {
            throw misuse("--format takes html or pdf, not '" + Reports.printable(format) + "'.");
        }
        if (against.isPresent() && chosen != PlatformDocument.THREAT_MODEL) {
            throw misuse("--against goes with --document threat-model only.");
        }
        Optional<Snapshot> before = against.map(this::older);
        var day = AsOf.of(asOf, System.getenv("SOURCE_DATE_EPOCH"), this::misuse);
        NetworkPlan plan = NetworkPlan.of(paths, named -> input.of(named, day), console.in(), this::misuse);
        Path file = out.orElse(Path.of(chosen.word() + "." + format));
        String seal = chosen.facts(plan).hash();
        write(file, paper(chosen, plan, seal, before));
        console.out()
                .println("Wrote " + Reports.printable(file.toString())
                        + (chosen.isReviewed() ? ", bound to the graph " + seal + "." : "."));
        console.err().println(NotRead.line(plan.snapshot()));
        return ExitCode.DONE;
    }

    private Paper paper(PlatformDocument chosen, NetworkPlan plan, String seal, Optional<Snapshot> before) {
        Reports reports = Reports.of(plan.snapshot());
        return switch (chosen) {
            case NETWORK_DESIGN -> reports.networkDesign(seal, plan.tables(), NetworkPlan.telemetry(), roles);
            case THREAT_MODEL -> reports.threatModel(seal, roles, NetworkPlan.controls(), before);
            case LANDSCAPE -> reports.landscape(NetworkPlan.controls());
            case BASELINE -> reports.baseline(NetworkPlan.controls());
        };
    }

    private Snapshot older(Path file) {
        return switch (SnapshotFile.read(file)) {
            case SnapshotFile.Ok ok -> ok.snapshot();
            case SnapshotFile.Failed failed ->
                throw misuse("--against: " + failed.problems().getFirst());
        };
    }

    private void write(Path file, Paper paper) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (format.equals("html")) {
                Files.writeString(file, paper.html(), StandardCharsets.UTF_8);
            } else {
                try (OutputStream stream = Files.newOutputStream(file)) {
                    paper.writePdf(stream);
                }
            }
        } catch (IOException failure) {
            throw misuse("--out: cannot write " + Reports.printable(file.toString()) + " ("
                    + failure.getClass().getSimpleName() + ").");
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
