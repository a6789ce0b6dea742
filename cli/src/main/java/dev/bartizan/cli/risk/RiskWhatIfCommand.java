package dev.bartizan.cli.risk;

import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.PlatformInput;
import dev.bartizan.graph.AttackPathFacts.Fix;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.report.Reports;
import dev.bartizan.report.RiskView;
import dev.bartizan.risk.RiskAnalysis;
import dev.bartizan.risk.RiskQuestion;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bartizan risk what-if}: what would be left if some of the backlog were done. */
@Command(
        name = "what-if",
        sortOptions = false,
        description =
                "Tell what would be left if some of the backlog were done: risks that end, the curve, the appetite.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan risk what-if deploy/ --done 1-10",
            "  bartizan risk what-if deploy/ --done 1,4,7",
            "  bartizan risk what-if deploy/ --done \"pass BL-WL-002 namespace/ml-serving\""
        })
final class RiskWhatIfCommand implements Callable<ExitCode> {
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})(?:-(\\d{1,6}))?");

    private final Console console;

    @Mixin
    private PlatformInput input = new PlatformInput();

    @Option(
            names = "--done",
            split = ",",
            required = true,
            paramLabel = "N|ID",
            description = "Numbers of the backlog (3, 1-10), or ids of mitigations or fixes.")
    private List<String> done = List.of();

    @Option(names = "--format", paramLabel = "FORMAT", description = "txt or json (default: ${DEFAULT-VALUE}).")
    private String format = "txt";

    RiskWhatIfCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        input.format(format, List.of("txt", "json"));
        AssessAnswer answer = input.read(console);
        RiskView view = RiskCommand.view(answer, input);
        RiskQuestion question = RiskCommand.question(answer, input);
        var mitigations = new LinkedHashSet<Mitigation>();
        var fixes = new HashSet<String>();
        done.forEach(word -> choose(word.strip(), view, mitigations, fixes));
        mitigations.forEach(one -> fixes.addAll(one.fixes()));
        RiskFacts after =
                RiskAnalysis.run(answer.snapshot(), question.after(fixes)).facts();
        List<String> lines = format.equals("json")
                ? PlatformInput.whole(new RiskView(answer.snapshot(), after).risks(RiskView.Form.JSON))
                : view.whatIf(List.copyOf(mitigations), after, console.isColoured());
        return input.tell(lines, answer.snapshot(), console);
    }

    private void choose(String word, RiskView view, Set<Mitigation> mitigations, Set<String> fixes) {
        List<Mitigation> backlog = view.facts().backlog();
        Matcher numbers = NUMBERS.matcher(word);
        if (numbers.matches()) {
            int first = Integer.parseInt(numbers.group(1));
            int last =
                    Optional.ofNullable(numbers.group(2)).map(Integer::parseInt).orElse(first);
            if (first < 1 || last < first || last > backlog.size()) {
                throw input.misuse("--done: the backlog has the numbers 1 to " + backlog.size() + ", not "
                        + Reports.printable(word) + ".");
            }
            mitigations.addAll(backlog.subList(first - 1, last));
            return;
        }
        List<Mitigation> named =
                backlog.stream().filter(one -> one.id().equals(word)).toList();
        mitigations.addAll(named);
        if (named.isEmpty() && !fixes(view).contains(word)) {
            throw input.misuse("--done: neither the backlog nor a fix is called '" + Reports.printable(word)
                    + "'; bartizan risk backlog tells the ids.");
        }
        if (named.isEmpty()) {
            fixes.add(word);
        }
    }

    private static Set<String> fixes(RiskView view) {
        var ids = new HashSet<String>();
        view.facts().backlog().forEach(one -> ids.addAll(one.fixes()));
        view.snapshot().threats().map(ThreatFacts::fixes).orElse(List.of()).stream()
                .map(Fix::id)
                .forEach(ids::add);
        return ids;
    }
}
