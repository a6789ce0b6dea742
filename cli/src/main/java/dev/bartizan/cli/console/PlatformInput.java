package dev.bartizan.cli.console;

import dev.bartizan.assess.AssessAnalysis;
import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.assess.NotRead;
import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What commands that assess a platform are told of it, and what all of them say about it. */
public final class PlatformInput {
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

    /** Everything there is to tell. */
    public AssessAnswer read(Console console) {
        return read(console, EnumSet.allOf(Analysis.class));
    }

    /**
     * Assesses the platform; mistakes in what it was told besides the input are shown with the place under them.
     *
     * @param asked what the command tells of; an assessment that was made before holds what it holds
     * @throws ParameterException when there is nothing to assess
     */
    public AssessAnswer read(Console console, Set<Analysis> asked) {
        var day = AsOf.of(asOf, System.getenv("SOURCE_DATE_EPOCH"), this::misuse);
        AssessAnswer answer =
                AssessAnalysis.run(catalogue.of(input.of(paths, day)).withAnalyses(asked), console.in());
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

    /** The answer's lines, and what was not read. */
    public ExitCode tell(List<String> lines, Snapshot snapshot, Console console) {
        lines.forEach(console.out()::println);
        console.out().flush();
        console.err().println(NotRead.line(snapshot));
        return ExitCode.DONE;
    }

    /** @throws ParameterException when the word is none of these */
    public String format(String word, List<String> formats) {
        if (!formats.contains(word)) {
            throw misuse("--format takes " + String.join(", ", formats) + ", not '" + Reports.printable(word) + "'.");
        }
        return word;
    }

    public static List<String> whole(String document) {
        return List.of(document.stripTrailing());
    }

    /** @throws ParameterException when the file of {@code --out} cannot be written */
    public void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, content);
        } catch (IOException failure) {
            throw misuse("--out: cannot write " + Reports.printable(file.toString()) + " ("
                    + failure.getClass().getSimpleName() + ").");
        }
    }

    /** @param what of the assessment is missing: {@code threats} */
    public ParameterException without(String what) {
        return misuse("this assessment holds no " + what + "; assess the manifests again.");
    }

    public ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
