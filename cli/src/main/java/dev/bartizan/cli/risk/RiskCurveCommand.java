package dev.bartizan.cli.risk;

import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.PlatformInput;
import dev.bartizan.diagram.LossCurvePicture;
import dev.bartizan.diagram.Svg;
import dev.bartizan.graph.RiskFacts.Simulated;
import dev.bartizan.report.RiskView;
import dev.bartizan.risk.LossSimulation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code bartizan risk curve}: how likely a year's loss exceeds which amount. */
@Command(
        name = "curve",
        sortOptions = false,
        description =
                "Tell how likely a year's loss exceeds which amount, without and with the controls that are evidenced, with a band, against the appetite.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan risk curve deploy/",
            "  bartizan risk curve deploy/ --format svg > curve.svg",
            "  bartizan risk curve deploy/ --simulate",
            "  bartizan risk curve deploy/ --simulate 1000000 --correlation 0.6"
        })
final class RiskCurveCommand implements Callable<ExitCode> {
    private static final List<String> FILES = List.of("txt", "json", "csv", "md");
    private static final List<String> FORMATS = List.of("txt", "json", "csv", "md", "svg");
    private static final double INDEPENDENT = 0;
    private static final long USUAL_SEED = 1;

    private final Console console;

    @Mixin
    private PlatformInput input = new PlatformInput();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "txt, json, csv, md or svg (default: ${DEFAULT-VALUE}).")
    private String format = "txt";

    @Option(
            names = "--simulate",
            arity = "0..1",
            fallbackValue = "200000",
            paramLabel = "YEARS",
            description =
                    "Simulate so many years, 1000 to 10000000 (default: ${FALLBACK-VALUE}), and hold them against the exact residual curve; stands behind PATH; needs manifests.")
    private Optional<Integer> years = Optional.empty();

    @Option(
            names = "--correlation",
            paramLabel = "R",
            description =
                    "With --simulate: how much any two scenarios go together in their numbers of events, from 0 to below 1 (default: 0).")
    private Optional<Double> correlation = Optional.empty();

    @Option(names = "--seed", paramLabel = "S", description = "With --simulate: of the random numbers (default: 1).")
    private Optional<Long> seed = Optional.empty();

    RiskCurveCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        input.format(format, years.isPresent() ? FILES : FORMATS);
        Optional<LossSimulation.Settings> settings = settings();
        AssessAnswer answer = input.read(console);
        RiskView view = RiskCommand.view(answer, input);
        List<String> lines = settings.map(one -> simulated(answer, view, one)).orElseGet(() -> exact(view));
        return input.tell(lines, answer.snapshot(), console);
    }

    private Optional<LossSimulation.Settings> settings() {
        if (years.isEmpty() && (correlation.isPresent() || seed.isPresent())) {
            throw input.misuse(
                    "--correlation and --seed need --simulate: the exact curve is of independent scenarios.");
        }
        try {
            return years.map(number ->
                    new LossSimulation.Settings(number, correlation.orElse(INDEPENDENT), seed.orElse(USUAL_SEED)));
        } catch (IllegalArgumentException refused) {
            throw input.misuse("--simulate: " + refused.getMessage() + ".");
        }
    }

    private List<String> simulated(AssessAnswer answer, RiskView view, LossSimulation.Settings settings) {
        Simulated simulated = LossSimulation.of(answer.snapshot(), RiskCommand.question(answer, input), settings)
                .orElseThrow(this::withoutCurve);
        return switch (format) {
            case "json" -> PlatformInput.whole(view.simulation(simulated, RiskView.Form.JSON));
            case "csv" -> PlatformInput.whole(view.simulation(simulated, RiskView.Form.CSV));
            case "md" -> PlatformInput.whole(view.simulation(simulated, RiskView.Form.MARKDOWN));
            default -> view.simulation(simulated, console.isColoured());
        };
    }

    private List<String> exact(RiskView view) {
        return switch (format) {
            case "json" -> PlatformInput.whole(view.curve(RiskView.Form.JSON));
            case "csv" -> PlatformInput.whole(view.curve(RiskView.Form.CSV));
            case "md" -> PlatformInput.whole(view.curve(RiskView.Form.MARKDOWN));
            case "svg" ->
                PlatformInput.whole(
                        LossCurvePicture.svg(view.facts(), Svg.Theme.AUTO).orElseThrow(this::withoutCurve));
            default -> view.curve(console.isColoured());
        };
    }

    private ParameterException withoutCurve() {
        return input.misuse(
                "there is no curve: nothing is known to be lost, or it happens more than 1,000 times a year.");
    }
}
