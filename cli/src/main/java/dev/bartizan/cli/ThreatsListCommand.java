package dev.bartizan.cli;

import dev.bartizan.assess.AssessAnalysis;
import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.assess.NotRead;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.graph.ThreatScenario;
import dev.bartizan.report.Reports;
import dev.bartizan.snapshot.SnapshotFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InputOptions input = new InputOptions();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Manifests: files, folders, - for standard input; or an assessment.json.")
    private List<Path> paths = List.of();

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

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day of the assessment (default: today in UTC).")
    private Optional<String> asOf = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "txt or json (default: ${DEFAULT-VALUE}).")
    private String format = "txt";

    ThreatsListCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        if (!List.of("txt", "json").contains(format)) {
            throw misuse("--format takes txt or json, not '" + Reports.printable(format) + "'.");
        }
        Optional<Layer> only = layer.map(this::layer);
        var question = input.of(paths, AsOf.of(asOf, System.getenv("SOURCE_DATE_EPOCH"), this::misuse));
        AssessAnswer answer = AssessAnalysis.run(question, console.in());
        if (answer.nothingRead()) {
            throw misuse("nothing to analyse: no object was read.");
        }
        ThreatFacts facts = answer.snapshot()
                .threats()
                .orElseThrow(() -> misuse("this assessment holds no threats; assess the manifests again."));
        if (format.equals("json")) {
            SnapshotFile.writeThreats(facts, console.bytes());
        } else {
            lines(answer, facts, only).forEach(console.out()::println);
            console.out().flush();
        }
        console.err().println(NotRead.line(answer.snapshot()));
        return ExitCode.DONE;
    }

    private List<String> lines(AssessAnswer answer, ThreatFacts facts, Optional<Layer> only) {
        var reports = Reports.of(answer.snapshot());
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
                .orElseThrow(() -> misuse("--layer takes "
                        + Arrays.stream(Layer.values()).map(Layer::word).collect(Collectors.joining(", ")) + ", not '"
                        + Reports.printable(word) + "'."));
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
