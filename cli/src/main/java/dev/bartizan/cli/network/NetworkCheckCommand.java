package dev.bartizan.cli.network;

import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.cli.files.IntentFiles;
import dev.bartizan.graph.Intent;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Verdict;
import dev.bartizan.knowledge.Intents;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.network.IntentAnalysis;
import dev.bartizan.report.IntentForm;
import dev.bartizan.report.Reports;
import dev.bartizan.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bartizan network check}: whether what the design wants of connections holds. */
@Command(
        name = "check",
        sortOptions = false,
        description =
                "Hold what the design wants of connections against what the policies allow. Each intent is proven over all"
                        + " its pairs, broken by a packet with the line that lets it through, undecided, or about nobody.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan network check deploy/",
            "  bartizan network check intents.yaml deploy/ --format junit > intents.xml",
            "  bartizan network check intents.yaml deploy/ --library --fail-on broken,undecided",
            "  bartizan network check deploy/ --under rbac"
        })
final class NetworkCheckCommand implements Callable<ExitCode> {
    private static final String NEVER = "never";
    private static final String BREAKABLE = "breakable";

    private final Console console;

    @Mixin
    private NetworkInput input = new NetworkInput();

    @Parameters(
            paramLabel = "INTENTS|PATH",
            arity = "1..*",
            description = "Files of intents, and manifests: files, folders, - for standard input. Those of"
                    + " network.intents in bartizan.yaml are checked too; without any, those that every AI"
                    + " platform should keep are.")
    private List<Path> paths = List.of();

    @Option(names = "--library", description = "Check those that every AI platform should keep as well.")
    private boolean library;

    @Option(
            names = "--under",
            paramLabel = "RIGHTS",
            description =
                    "rbac: tell too who could break what holds, with the rights that roles and bindings of the input"
                            + " give, by which call, and the packet that passes then.")
    private Optional<String> under = Optional.empty();

    @Option(
            names = "--fail-on",
            paramLabel = "VERDICT",
            split = ",",
            description =
                    "Fail when an intent is so: broken, undecided, vacuous, breakable (with --under), or never (default:"
                            + " broken).")
    private List<String> failOn = List.of(Verdict.BROKEN.word());

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "txt, json, md, junit or sarif (default: ${DEFAULT-VALUE}).")
    private String format = IntentForm.TXT.word();

    NetworkCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        IntentForm form = IntentForm.of(format)
                .orElseThrow(() -> input.misuse(
                        "--format takes txt, json, md, junit or sarif, not '" + Reports.printable(format) + "'."));
        Set<Verdict> gate = gate();
        boolean isUnderRights = input.isUnderRights(under);
        var vocabulary = Vocabulary.load();
        var signatures = Signatures.load();
        var files = IntentFiles.among(paths, vocabulary, signatures);
        refuse(files.problems());
        if (files.others().isEmpty()) {
            throw input.misuse("there are intents, but no manifests to hold them against; name their folder too.");
        }
        NetworkInput.Read read = input.read(files.others(), console);
        refuse(read.faults());
        List<Intent> intents = new ArrayList<>(files.intents());
        intents.addAll(read.intents());
        List<Intent> wanted =
                library || intents.isEmpty() ? Intents.withLibrary(intents, vocabulary, signatures) : intents;
        List<IntentResult> results = isUnderRights
                ? IntentAnalysis.runUnderRights(read.snapshot(), read.connectivity(), wanted, signatures)
                : IntentAnalysis.run(read.snapshot(), read.connectivity(), wanted, signatures);
        console.out().print(form.of(read.snapshot(), results));
        console.out().flush();
        boolean fails = results.stream()
                .anyMatch(result -> gate.contains(result.verdict())
                        || (failOn.contains(BREAKABLE) && !result.breaches().isEmpty()));
        return fails ? ExitCode.GATE_FAILED : ExitCode.DONE;
    }

    /** An intent that cannot be read is not one that holds. */
    private void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw input.misuse(problems.stream()
                    .map(problem -> Reports.printable(problem.toString()))
                    .collect(Collectors.joining("\n")));
        }
    }

    private Set<Verdict> gate() {
        var gate = EnumSet.noneOf(Verdict.class);
        for (String word : failOn) {
            if (!word.equals(NEVER) && !word.equals(BREAKABLE)) {
                gate.add(Arrays.stream(Verdict.values())
                        .filter(verdict -> verdict != Verdict.PROVEN)
                        .filter(verdict -> verdict.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() ->
                                input.misuse("--fail-on takes broken, undecided, vacuous, breakable or never, not '"
                                        + Reports.printable(word) + "'.")));
            }
        }
        return gate;
    }
}
