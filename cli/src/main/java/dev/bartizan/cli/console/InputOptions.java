package dev.bartizan.cli.console;

import dev.bartizan.assess.AssessQuestion;
import dev.bartizan.report.Reports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What every command that reads manifests is told of them. */
public final class InputOptions {
    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The bartizan.yaml to use (default: the nearest at or above each PATH).")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--exclude", paramLabel = "GLOB", description = "Files and folders to leave out, as in .gitignore.")
    private List<String> excludes = List.of();

    public AssessQuestion of(List<Path> paths, LocalDate asOf) {
        config.filter(file -> !Files.isRegularFile(file)).ifPresent(file -> {
            throw new ParameterException(
                    spec.commandLine(), "--config: there is no file " + Reports.printable(file.toString()) + ".");
        });
        return AssessQuestion.of(paths, asOf).withExcludes(excludes).withConfig(config);
    }
}
