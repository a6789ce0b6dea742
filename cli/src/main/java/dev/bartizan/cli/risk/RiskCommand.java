package dev.bartizan.cli.risk;

import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.cli.console.CommandGroup;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.PlatformInput;
import dev.bartizan.report.RiskView;
import dev.bartizan.risk.RiskQuestion;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bartizan risk}: what risks are worth, and what to mend first. */
@Command(name = "risk")
public final class RiskCommand implements Callable<ExitCode>, CommandGroup {
    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public RiskCommand(Console console) {
        this.console = console;
    }

    @Override
    public List<Callable<ExitCode>> commands() {
        return List.of(
                new RiskShowCommand(console),
                new RiskBacklogCommand(console),
                new RiskCurveCommand(console),
                new RiskWhatIfCommand(console),
                new RiskScoreCommand(console));
    }

    @Override
    public ExitCode call() {
        throw new ParameterException(
                spec.commandLine(),
                "risk needs one of: "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()) + ".");
    }

    /** What an assessment says about risk. */
    static RiskView view(AssessAnswer answer, PlatformInput input) {
        return new RiskView(answer.snapshot(), answer.snapshot().risks().orElseThrow(() -> input.without("risks")));
    }

    /** What was asked about risk, to ask it again otherwise. */
    static RiskQuestion question(AssessAnswer answer, PlatformInput input) {
        return answer.risks()
                .orElseThrow(() -> input.misuse(
                        "an assessment.json does not hold what the figures are made of: give the manifests."));
    }
}
