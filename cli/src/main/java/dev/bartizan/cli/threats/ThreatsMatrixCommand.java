package dev.bartizan.cli.threats;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.PlatformInput;
import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Catalogue;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.MatrixView;
import dev.bartizan.report.Reports;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bartizan threats matrix}: which safeguards are proven, who owns them, and what is missing. */
@Command(
        name = "matrix",
        sortOptions = false,
        description =
                "Hold threats against controls: where each control is proven, refuted or open, by which evidence; who owns it, which patterns of security are kept, and what stands around the crown jewels.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan threats matrix deploy/",
            "  bartizan threats matrix deploy/ --by nist-800-53 --format csv",
            "  bartizan threats matrix deploy/ --view responsibilities",
            "  bartizan threats matrix bartizan-out/assessment.json --view patterns",
            "  bartizan threats matrix deploy/ --view defences --format json"
        })
final class ThreatsMatrixCommand implements Callable<ExitCode> {
    private static final List<String> FORMATS = List.of("txt", "json", "csv", "md");

    private final Console console;

    @Mixin
    private PlatformInput input = new PlatformInput();

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            description = "controls, responsibilities, patterns or defences (default: ${DEFAULT-VALUE}).")
    private String view = "controls";

    @Option(
            names = "--by",
            paramLabel = "CATALOGUE",
            description =
                    "Group controls by the ids of nist-800-53, atlas or ai-exchange; coverage counts exact counterparts only.")
    private Optional<String> by = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "txt, json, csv or md (default: ${DEFAULT-VALUE}).")
    private String format = "txt";

    ThreatsMatrixCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        MatrixView wanted = word("--view", view, MatrixView.values(), MatrixView::word);
        Optional<Catalogue> catalogue = by.map(name -> word("--by", name, Catalogue.values(), Catalogue::word));
        word("--format", format, FORMATS.toArray(String[]::new), Function.identity());
        if (catalogue.isPresent() && wanted != MatrixView.CONTROLS) {
            throw input.misuse("--by groups controls: leave out --view " + wanted.word() + ".");
        }
        Snapshot snapshot = input.read(console, Set.of(Analysis.THREATS)).snapshot();
        SafeguardFacts facts = snapshot.safeguards().orElseThrow(() -> input.without("controls"));
        return input.tell(lines(snapshot, facts, wanted, catalogue), snapshot, console);
    }

    private List<String> lines(
            Snapshot snapshot, SafeguardFacts facts, MatrixView wanted, Optional<Catalogue> catalogue) {
        return switch (format) {
            case "json" -> whole(wanted.json(facts, catalogue));
            case "csv" -> whole(wanted.csv(facts, catalogue));
            case "md" -> whole(wanted.markdown(facts, catalogue));
            default -> wanted.lines(snapshot, facts, catalogue, console.isColoured());
        };
    }

    private static List<String> whole(String document) {
        return List.of(document.stripTrailing());
    }

    private <T> T word(String option, String word, T[] values, Function<T, String> name) {
        return Stream.of(values)
                .filter(value -> name.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() -> input.misuse(option + " takes "
                        + Stream.of(values).map(name).collect(Collectors.joining(", ")) + ", not '"
                        + Reports.printable(word) + "'."));
    }
}
