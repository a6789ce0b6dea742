package dev.bartizan.cli.risk;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.RiskFacts.Rating;
import dev.bartizan.report.Reports;
import dev.bartizan.risk.Ratings;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bartizan risk score}: what a vector comes to. */
@Command(
        name = "score",
        sortOptions = false,
        description =
                "Tell what a vector of CVSS 4.0, of the OWASP Risk Rating Methodology or of NIST SP 800-30 comes to.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan risk score CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
            "  bartizan risk score SL:5/M:2/O:7/S:1/ED:3/EE:6/A:9/ID:2/LC:9/LI:7/LAV:5/LAC:8",
            "  bartizan risk score initiation:high/success:moderate/impact:very-high"
        })
final class RiskScoreCommand implements Callable<ExitCode> {
    private final Console console;

    @Parameters(
            paramLabel = "VECTOR",
            arity = "1..*",
            description = "Which method it is of shows in how it begins: CVSS:4.0/, SL: or initiation:.")
    private List<String> vectors = List.of();

    RiskScoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        var code = ExitCode.DONE;
        for (String vector : vectors) {
            Ratings.Rated rated = Ratings.alone(vector);
            rated.rating().map(RiskScoreCommand::line).ifPresent(console.out()::println);
            rated.problems().forEach(problem -> console.err().println(Reports.printable(problem.toString())));
            if (rated.rating().isEmpty()) {
                code = ExitCode.WRONG_USAGE;
            }
        }
        console.out().flush();
        return code;
    }

    private static String line(Rating rating) {
        return rating.method().word() + ": " + rating.level() + ", " + rating.basis();
    }
}
