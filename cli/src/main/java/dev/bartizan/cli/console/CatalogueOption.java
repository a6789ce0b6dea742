package dev.bartizan.cli.console;

import dev.bartizan.assess.AssessQuestion;
import dev.bartizan.report.Reports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which threats, controls and incidents of one's own are asked about besides the packaged ones. */
public final class CatalogueOption {
    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--catalog",
            paramLabel = "DIR",
            description = "Threats, controls and incidents of your own, besides the packaged ones and those that"
                    + " bartizan.yaml names.")
    private List<Path> catalogues = List.of();

    public AssessQuestion of(AssessQuestion question) {
        catalogues.stream()
                .filter(folder -> !Files.isDirectory(folder))
                .findFirst()
                .ifPresent(folder -> {
                    throw new ParameterException(
                            spec.commandLine(),
                            "--catalog: there is no folder " + Reports.printable(folder.toString()) + ".");
                });
        return question.withCatalogues(catalogues);
    }
}
