package dev.bartizan.cli.risk;

import dev.bartizan.assess.AssessAnalysis;
import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.assess.NotRead;
import dev.bartizan.cli.console.AsOf;
import dev.bartizan.cli.console.CatalogueOption;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.InputOptions;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.Reports;
import dev.bartizan.report.RiskView;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What the commands about risk are told of a platform, and what they say about it. */
final class RiskInput {
    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "Manifests: files, folders, - for standard input; or an assessment.json.")
    private List<Path> paths = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The day of the assessment (default: SOURCE_DATE_EPOCH, else today in UTC).")
    private Optional<String> asOf = Optional.empty();

    @Mixin
    private InputOptions input = new InputOptions();

    @Mixin
    private CatalogueOption catalogue = new CatalogueOption();

    /** Assesses the platform. */
    AssessAnswer read(Console console) {
        var day = AsOf.of(asOf, System.getenv("SOURCE_DATE_EPOCH"), this::misuse);
        AssessAnswer answer = AssessAnalysis.run(catalogue.of(input.of(paths, day)), console.in());
        if (answer.nothingRead()) {
            answer.snapshot()
                    .problems()
                    .forEach(problem -> console.err().println(Reports.printable(problem.toString())));
            throw misuse("nothing to analyse: no object was read.");
        }
        answer.faults().stream()
                .flatMap(fault -> fault.toString().lines())
                .forEach(line -> console.err().println(Reports.printable(line)));
        return answer;
    }

    /** What it says about risk. */
    RiskView view(AssessAnswer answer) {
        Snapshot snapshot = answer.snapshot();
        return new RiskView(
                snapshot,
                snapshot.risks()
                        .orElseThrow(() -> misuse("this assessment holds no risks; assess the manifests again.")));
    }

    /** The answer's lines, and what was not read. */
    ExitCode tell(List<String> lines, AssessAnswer answer, Console console) {
        lines.forEach(console.out()::println);
        console.out().flush();
        console.err().println(NotRead.line(answer.snapshot()));
        return ExitCode.DONE;
    }

    /** @throws ParameterException when the word is none of these */
    String format(String word, List<String> formats) {
        if (!formats.contains(word)) {
            throw misuse("--format takes " + String.join(", ", formats) + ", not '" + Reports.printable(word) + "'.");
        }
        return word;
    }

    static List<String> whole(String document) {
        return List.of(document.stripTrailing());
    }

    ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
