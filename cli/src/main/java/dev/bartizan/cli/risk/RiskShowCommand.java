package dev.bartizan.cli.risk;

import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.PlatformInput;
import dev.bartizan.graph.RiskSettings.Method;
import dev.bartizan.report.Reports;
import dev.bartizan.report.RiskView;
import dev.bartizan.risk.RiskAnalysis;
import dev.bartizan.risk.RiskQuestion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bartizan risk show}: what each risk is worth without and with controls. */
@Command(
        name = "show",
        sortOptions = false,
        description =
                "Show what each risk is worth without and with the controls that are evidenced, how one became the other, who owns it, what is missing, whether it is accepted, and what limits the figures.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan risk show deploy/",
            "  bartizan risk show deploy/ --all",
            "  bartizan risk show deploy/ --method sp800-30",
            "  bartizan risk show bartizan-out/assessment.json --format csv > risks.csv"
        })
final class RiskShowCommand implements Callable<ExitCode> {
    private static final List<String> FORMATS = List.of("txt", "json", "csv", "md");

    private final Console console;

    @Mixin
    private PlatformInput input = new PlatformInput();

    @Option(names = "--all", description = "Every risk, not the first ones; files hold all of them anyway.")
    private boolean all;

    @Option(
            names = "--method",
            paramLabel = "METHOD",
            description =
                    "Rank and rate by fair, owasp, sp800-30 or cvss (default: risk.method of bartizan.yaml, else fair); needs manifests.")
    private Optional<String> method = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "txt, json, csv or md (default: ${DEFAULT-VALUE}).")
    private String format = "txt";

    RiskShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        input.format(format, FORMATS);
        AssessAnswer answer = input.read(console);
        RiskView view = method.map(word -> rated(answer, word)).orElseGet(() -> RiskCommand.view(answer, input));
        List<String> lines = switch (format) {
            case "json" -> PlatformInput.whole(view.risks(RiskView.Form.JSON));
            case "csv" -> PlatformInput.whole(view.risks(RiskView.Form.CSV));
            case "md" -> PlatformInput.whole(view.risks(RiskView.Form.MARKDOWN));
            default -> view.risks(all, console.isColoured());
        };
        return input.tell(lines, answer.snapshot(), console);
    }

    private RiskView rated(AssessAnswer answer, String word) {
        Method chosen = Method.named(word)
                .orElseThrow(() -> input.misuse("--method takes "
                        + Arrays.stream(Method.values()).map(Method::word).collect(Collectors.joining(", ")) + ", not '"
                        + Reports.printable(word) + "'."));
        RiskQuestion question = RiskCommand.question(answer, input).by(chosen);
        return new RiskView(
                answer.snapshot(), RiskAnalysis.run(answer.snapshot(), question).facts());
    }
}
