package dev.bartizan.cli.threats;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.PlatformInput;
import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.report.Reports;
import dev.bartizan.snapshot.SnapshotFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bartizan threats list}: which threats of the catalogue are real on a platform. */
@Command(
        name = "list",
        sortOptions = false,
        description =
                "List the threats that are real on the platform, each with the assets, the evidence and the missing controls.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan threats list deploy/",
            "  bartizan threats list deploy/ --layer model --open",
            "  bartizan threats list deploy/ --questions",
            "  bartizan threats list bartizan-out/assessment.json --format json"
        })
final class ThreatsListCommand implements Callable<ExitCode> {
    private final Console console;

    @Mixin
    private PlatformInput input = new PlatformInput();

    @Option(
            names = "--layer",
            paramLabel = "LAYER",
            description = "Only of this layer: data, model, pipeline, infrastructure.")
    private Optional<String> layer = Optional.empty();

    @Option(names = "--open", description = "Also those that hang on something nobody told.")
    private boolean open;

    @Option(
            names = "--questions",
            description = "Instead, the questions that settle most: at most 15, each settling a high one.")
    private boolean questions;

    @Option(names = "--format", paramLabel = "FORMAT", description = "txt or json (default: ${DEFAULT-VALUE}).")
    private String format = "txt";

    ThreatsListCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        if (!List.of("txt", "json").contains(format)) {
            throw input.misuse("--format takes txt or json, not '" + Reports.printable(format) + "'.");
        }
        Optional<Layer> only = layer.map(this::layer);
        Snapshot snapshot = input.read(console, Set.of(Analysis.THREATS)).snapshot();
        ThreatFacts facts = snapshot.threats().orElseThrow(() -> input.without("threats"));
        if (format.equals("json")) {
            SnapshotFile.writeThreats(facts, console.bytes());
        }
        return input.tell(format.equals("json") ? List.of() : lines(snapshot, facts, only), snapshot, console);
    }

    private List<String> lines(Snapshot snapshot, ThreatFacts facts, Optional<Layer> only) {
        var reports = Reports.of(snapshot);
        List<ThreatScenario> shown = facts.scenarios().stream()
                .filter(scenario -> open || scenario.truth().isConfirmed())
                .filter(scenario -> only.isEmpty() || only.get() == scenario.layer())
                .toList();
        return questions ? reports.threatQuestions(console.isColoured()) : reports.threats(shown, console.isColoured());
    }

    private Layer layer(String word) {
        return Arrays.stream(Layer.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow(() -> input.misuse("--layer takes "
                        + Arrays.stream(Layer.values()).map(Layer::word).collect(Collectors.joining(", ")) + ", not '"
                        + Reports.printable(word) + "'."));
    }
}
