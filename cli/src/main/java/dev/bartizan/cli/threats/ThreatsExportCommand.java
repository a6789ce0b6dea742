package dev.bartizan.cli.threats;

import dev.bartizan.assess.AssessAnswer;
import dev.bartizan.assess.NotRead;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.console.PlatformInput;
import dev.bartizan.exchange.Format;
import dev.bartizan.exchange.ThreatModelFile;
import dev.bartizan.exchange.ThreatModelFiles;
import dev.bartizan.exchange.View;
import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.ThreatCatalogue;
import dev.bartizan.knowledge.Vocabulary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bartizan threats export}: the platform as a threat model for another tool. */
@Command(
        name = "export",
        sortOptions = false,
        description =
                "Write the platform as a threat model for another tool: assets, zones, data flows, and what was found"
                        + " as threats with their remedies. Or what threats, attack paths and incidents say of techniques,"
                        + " for the Navigators of ATT&CK and ATLAS, or as STIX.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan threats export deploy/ --format threat-dragon --out platform.json",
            "  bartizan threats export bartizan-out/assessment.json --format threagile > platform.yaml",
            "  bartizan threats export deploy/ --format navigator --out layer.json",
            "  bartizan threats export deploy/ --format stix --out bundle.json"
        })
final class ThreatsExportCommand implements Callable<ExitCode> {
    private final Console console;

    @Mixin
    private PlatformInput input = new PlatformInput();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            required = true,
            description = "One of: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Targets.class)
    private String format = "";

    @Mixin
    private ThreatModelOutput output = new ThreatModelOutput();

    ThreatsExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        input.format(format, Targets.words());
        AssessAnswer answer = input.read(console, Set.of(Analysis.THREATS));
        ThreatModelFile.Export export = export(answer.snapshot());
        output.tell(export.losses(), console);
        output.write(export.text(), console);
        console.err().println(NotRead.line(answer.snapshot()));
        return ExitCode.DONE;
    }

    private ThreatModelFile.Export export(Snapshot snapshot) {
        return View.named(format)
                .map(view -> view(view, snapshot))
                .orElseGet(() ->
                        ThreatModelFiles.of(snapshot).write(Format.named(format).orElseThrow()));
    }

    private static ThreatModelFile.Export view(View view, Snapshot snapshot) {
        var titles = new HashMap<String, String>();
        var counterparts = new HashMap<String, List<String>>();
        ThreatCatalogue.load(Vocabulary.load(), Signatures.load()).controls().forEach((id, control) -> {
            titles.put(id, control.title());
            counterparts.put(id, control.maps().ids());
        });
        return view.write(snapshot, titles, counterparts);
    }

    /** The words of everything that can be written, for help texts and messages. */
    static final class Targets implements Iterable<String> {
        static List<String> words() {
            return Stream.concat(
                            Arrays.stream(Format.values()).map(Format::word),
                            Arrays.stream(View.values()).map(View::word))
                    .toList();
        }

        @Override
        public Iterator<String> iterator() {
            return words().iterator();
        }
    }
}
