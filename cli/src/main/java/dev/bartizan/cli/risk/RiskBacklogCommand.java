package dev.bartizan.cli.risk;

import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.PlatformInput;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.report.Handover;
import dev.bartizan.report.Reports;
import dev.bartizan.report.RiskView;
import dev.bartizan.risk.Budget;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bartizan risk backlog}: what to mend first. */
@Command(
        name = "backlog",
        sortOptions = false,
        description =
                "List what to mend, by expected loss avoided per effort: what each item closes, who owns it, when it is due, what must be done with it, and whether it cuts attack paths.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan risk backlog deploy/",
            "  bartizan risk backlog deploy/ --owner model-serving --limit 10",
            "  bartizan risk backlog deploy/ --budget 12",
            "  bartizan risk backlog deploy/ --format xlsx --out backlog.xlsx",
            "  bartizan risk backlog deploy/ --format github > issues.json",
            "  bartizan risk backlog deploy/ --format oscal-poam > poam.json"
        })
final class RiskBacklogCommand implements Callable<ExitCode> {
    private static final int USUAL_LIMIT = 15;
    private static final String WORKBOOK = "xlsx";
    private static final List<String> TABLES = List.of("txt", "json", "csv", "md", WORKBOOK);

    private final Console console;

    @Mixin
    private PlatformInput input = new PlatformInput();

    @Option(names = "--owner", paramLabel = "OWNER", description = "Only what this owner has to do.")
    private Optional<String> owner = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most so many (default: 15 on a terminal, all in a file).")
    private Optional<Integer> limit = Optional.empty();

    @Option(
            names = "--budget",
            paramLabel = "N",
            description =
                    "Only what fits into so many points of effort: 1 a line, 2 a tested change, 3 a piece of work; needs manifests.")
    private Optional<Integer> budget = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "txt, json, csv, md, xlsx, github, jira, oscal-poam, oscal-component or oscal-results (default: ${DEFAULT-VALUE}).")
    private String format = "txt";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where it goes (default: standard output; xlsx needs a file).")
    private Optional<Path> out = Optional.empty();

    RiskBacklogCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        input.format(
                format,
                Stream.concat(TABLES.stream(), Handover.words().stream()).toList());
        Stream.of(limit, budget)
                .forEach(option -> option.ifPresent(number -> {
                    if (number < 1) {
                        throw input.misuse("--limit and --budget take a number from 1.");
                    }
                }));
        if (format.equals(WORKBOOK) && out.isEmpty()) {
            throw input.misuse("--format xlsx needs --out FILE.xlsx: it is no text.");
        }
        AssessAnswer answer = input.read(console);
        RiskView view = RiskCommand.view(answer, input);
        List<Mitigation> owned = view.facts().backlog().stream()
                .filter(one -> owner.isEmpty() || one.owners().contains(owner.get()))
                .toList();
        Optional<Budget> bought = budget.map(points -> Budget.of(
                answer.snapshot(),
                RiskCommand.question(answer, input),
                view.facts().backlog(),
                owned,
                points));
        List<Mitigation> chosen = bought.map(Budget::chosen).orElse(owned).stream()
                .limit(limit.orElse(format.equals("txt") && bought.isEmpty() ? USUAL_LIMIT : Integer.MAX_VALUE))
                .toList();
        String note = bought.map(Budget::note).orElse("");
        return input.tell(
                out.map(file -> written(view, chosen, note, file)).orElseGet(() -> lines(view, chosen, note)),
                answer.snapshot(),
                console);
    }

    private List<String> written(RiskView view, List<Mitigation> chosen, String note, Path file) {
        input.write(
                file,
                format.equals(WORKBOOK)
                        ? view.workbook(chosen)
                        : (String.join("\n", lines(view, chosen, note)) + "\n").getBytes(StandardCharsets.UTF_8));
        return List.of("Wrote " + Reports.printable(file.toString()) + ".");
    }

    private List<String> lines(RiskView view, List<Mitigation> chosen, String note) {
        return switch (format) {
            case "txt" -> view.backlog(chosen, note, console.isColoured());
            case "json" -> PlatformInput.whole(view.backlog(chosen, RiskView.Form.JSON));
            case "csv" -> PlatformInput.whole(view.backlog(chosen, RiskView.Form.CSV));
            case "md" -> PlatformInput.whole(view.backlog(chosen, RiskView.Form.MARKDOWN));
            default -> PlatformInput.whole(Handover.named(format).orElseThrow().write(view, chosen));
        };
    }
}
