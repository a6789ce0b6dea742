package dev.bartizan.cli.risk;

import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.PlatformInput;
import dev.bartizan.diagram.LossCurvePicture;
import dev.bartizan.diagram.Svg;
import dev.bartizan.report.RiskView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bartizan risk curve}: how likely a year's loss exceeds which amount. */
@Command(
        name = "curve",
        sortOptions = false,
        description =
                "Tell how likely a year's loss exceeds which amount, without and with the controls that are evidenced, with a band, against the appetite.",
        footerHeading = "%nExamples:%n",
        footer = {"  bartizan risk curve deploy/", "  bartizan risk curve deploy/ --format svg > curve.svg"})
final class RiskCurveCommand implements Callable<ExitCode> {
    private static final List<String> FORMATS = List.of("txt", "json", "csv", "md", "svg");

    private final Console console;

    @Mixin
    private PlatformInput input = new PlatformInput();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "txt, json, csv, md or svg (default: ${DEFAULT-VALUE}).")
    private String format = "txt";

    RiskCurveCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        input.format(format, FORMATS);
        AssessAnswer answer = input.read(console);
        RiskView view = RiskCommand.view(answer, input);
        List<String> lines = switch (format) {
            case "json" -> PlatformInput.whole(view.curve(RiskView.Form.JSON));
            case "csv" -> PlatformInput.whole(view.curve(RiskView.Form.CSV));
            case "md" -> PlatformInput.whole(view.curve(RiskView.Form.MARKDOWN));
            case "svg" ->
                PlatformInput.whole(LossCurvePicture.svg(view.facts(), Svg.Theme.AUTO)
                        .orElseThrow(() -> input.misuse("there is no curve: nothing is known to be lost.")));
            default -> view.curve(console.isColoured());
        };
        return input.tell(lines, answer.snapshot(), console);
    }
}
