package dev.bartizan.cli;

import dev.bartizan.assess.ComponentExplanation;
import dev.bartizan.cli.console.Console;
import dev.bartizan.cli.console.ExitCode;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.Reports;
import dev.bartizan.snapshot.SnapshotFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bartizan explain}: how one answer of the last assessment came to be. */
@Command(
        name = "explain",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  bartizan explain 3f2a91c0",
            "  bartizan explain BL-WL-001",
            "  bartizan explain \"Deployment ml-serving/vllm\""
        })
final class ExplainCommand implements Callable<ExitCode> {
    private static final int SHORTEST_ID = 6;
    private static final int MOST_EXPLAINED = 20;

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "WHAT",
            arity = "1",
            description =
                    "A finding (its id or first digits), a check (BL-WL-001), or an asset (its id, or words of it).")
    private String what = "";

    @Option(names = "--in", paramLabel = "FILE", description = "The assessment to explain (default: ${DEFAULT-VALUE}).")
    private Path file = Path.of("bartizan-out", SnapshotFile.NAME);

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() {
        var snapshot = read();
        var reports = Reports.of(snapshot);
        var findings = findings(snapshot);
        if (!findings.isEmpty()) {
            print(
                    findings.size(),
                    "finding",
                    findings.stream()
                            .limit(MOST_EXPLAINED)
                            .map(finding -> reports.explain(finding, console.isColoured()))
                            .toList());
            return ExitCode.DONE;
        }
        var assets = assets(snapshot);
        if (assets.isEmpty()) {
            throw misuse("nothing in " + file + " is called '" + Reports.printable(what)
                    + "'; give the id of a finding, a check, or an asset.");
        }
        var components = new ComponentExplanation(snapshot);
        print(
                assets.size(),
                "asset",
                assets.stream()
                        .limit(MOST_EXPLAINED)
                        .map(asset -> reports.explain(asset, components.of(asset), console.isColoured()))
                        .toList());
        return ExitCode.DONE;
    }

    private void print(int all, String noun, List<List<String>> explanations) {
        for (int i = 0; i < explanations.size(); i++) {
            if (i > 0) {
                console.out().println();
            }
            explanations.get(i).forEach(console.out()::println);
        }
        if (all > explanations.size()) {
            console.err().println((all - explanations.size()) + " more " + noun + "s match; be more precise.");
        }
    }

    private Snapshot read() {
        return switch (SnapshotFile.read(file)) {
            case SnapshotFile.Ok ok -> ok.snapshot();
            case SnapshotFile.Failed failed ->
                throw misuse(failed.problems().getFirst()
                        + "\n  Run 'bartizan assess PATH' first, or name an assessment with --in.");
        };
    }

    /** By id or its beginning, or all of a rule. */
    private List<Finding> findings(Snapshot snapshot) {
        return snapshot.controls().stream()
                .flatMap(controls -> controls.findings().stream())
                .filter(this::isMeant)
                .toList();
    }

    private boolean isMeant(Finding finding) {
        if (finding.rule().equalsIgnoreCase(what)) {
            return true;
        }
        boolean isId = what.length() >= SHORTEST_ID;
        return (isId && finding.id().startsWith(what))
                || finding.members().stream()
                        .anyMatch(member -> member.rule().equalsIgnoreCase(what)
                                || (isId && member.id().startsWith(what)));
    }

    /** The asset of this id; else those whose kind, namespace and name hold every word. */
    private List<Integer> assets(Snapshot snapshot) {
        var exact = snapshot.platform().index(what);
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        var words = what.toLowerCase(Locale.ROOT).split("[\\s/]+");
        var found = new ArrayList<Integer>();
        for (int i = 0; i < snapshot.platform().assets().size(); i++) {
            if (isNamed(snapshot.platform().asset(i), words)) {
                found.add(i);
            }
        }
        return found;
    }

    private static boolean isNamed(Asset asset, String... words) {
        var parts = List.of(asset.kind(), asset.namespace(), asset.name()).stream()
                .map(part -> part.toLowerCase(Locale.ROOT))
                .toList();
        for (String word : words) {
            if (!parts.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
