package dev.bartizan.cli.threats;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.PlatformInput;
import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.ThreatFacts;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.report.Paper;
import dev.bartizan.report.Reports;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bartizan threats workshop}: what a team needs to talk about its threats for an afternoon, without a network. */
@Command(
        name = "workshop",
        sortOptions = false,
        description = {
            "Write what a workshop needs: agenda and cards to print, and one page for silent votes, notes and decisions.",
            "The page works offline and saves a file; section 'workshops' of bartizan.yaml takes it in."
        },
        footerHeading = "%nExamples:%n",
        footer = "  bartizan threats workshop deploy/ --out workshop")
final class ThreatsWorkshopCommand implements Callable<ExitCode> {
    private static final String PAGE = "workshop.html";
    private static final String CARDS = "cards.html";
    private static final String PRINT = "cards.pdf";

    private final Console console;

    @Mixin
    private PlatformInput input = new PlatformInput();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the files go (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("workshop");

    ThreatsWorkshopCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        Snapshot snapshot = input.read(console, Set.of(Analysis.THREATS)).snapshot();
        ThreatFacts facts = snapshot.threats().orElseThrow(() -> input.without("threats"));
        SortedMap<String, String> controls = controls();
        Reports reports = Reports.of(snapshot);
        Paper cards = reports.workshopCards(facts, controls);
        try {
            Files.createDirectories(out);
            Files.writeString(out.resolve(PAGE), reports.workshopPage(facts, controls), StandardCharsets.UTF_8);
            Files.writeString(out.resolve(CARDS), cards.html(), StandardCharsets.UTF_8);
            try (OutputStream stream = Files.newOutputStream(out.resolve(PRINT))) {
                cards.writePdf(stream);
            }
        } catch (IOException failure) {
            throw input.misuse("--out: cannot write into " + Reports.printable(out.toString()) + " ("
                    + failure.getClass().getSimpleName() + ").");
        }
        String folder = Reports.printable(out.toString());
        return input.tell(
                List.of(
                        "Wrote " + PAGE + ", " + CARDS + " and " + PRINT + " into " + folder + ".",
                        "Save the page's file beside bartizan.yaml and name it there: workshops: [workshop-DATE.json]"),
                snapshot,
                console);
    }

    private static SortedMap<String, String> controls() {
        return ThreatCatalogue.load(Vocabulary.load(), Signatures.load()).controlTitles();
    }
}
