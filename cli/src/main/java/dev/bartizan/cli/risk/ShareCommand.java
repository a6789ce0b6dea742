package dev.bartizan.cli.risk;

import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.PlatformInput;
import dev.bartizan.report.Reports;
import dev.bartizan.report.Share;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bartizan share}: what other roles take over. */
@Command(
        name = "share",
        sortOptions = false,
        description =
                "Pack what another role takes over: one JSON document, or a folder with what people and other tools read beside it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan share deploy/ --for architect",
            "  bartizan share bartizan-out/assessment.json --for compliance --out handover/",
            "  bartizan share deploy/ --for runtime-security > expected.json"
        })
public final class ShareCommand implements Callable<ExitCode> {
    private final Console console;

    @Mixin
    private PlatformInput input = new PlatformInput();

    @Option(
            names = "--for",
            paramLabel = "ROLE",
            required = true,
            description = "architect, compliance, reliability or runtime-security.")
    private String role = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "A folder to write into (default: JSON on standard output).")
    private Optional<Path> out = Optional.empty();

    public ShareCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        Share share = Share.named(role)
                .orElseThrow(() -> input.misuse("--for takes " + String.join(", ", Share.words()) + ", not '"
                        + Reports.printable(role) + "'."));
        AssessAnswer answer = input.read(console);
        List<String> lines = out.map(folder -> written(share.files(answer.snapshot()), folder))
                .orElseGet(() -> PlatformInput.whole(share.document(answer.snapshot())));
        return input.tell(lines, answer.snapshot(), console);
    }

    private List<String> written(Map<String, String> files, Path folder) {
        try {
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
            }
        } catch (IOException failure) {
            throw input.misuse("--out: cannot write into " + Reports.printable(folder.toString()) + " ("
                    + failure.getClass().getSimpleName() + ").");
        }
        return List.of(
                "Wrote " + String.join(", ", files.keySet()) + " into " + Reports.printable(folder.toString()) + ".");
    }
}
