package dev.bartizan.report.intents;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Verdict;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.ShortHash;
import dev.bartizan.graph.Truth;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Makes findings of the examples against intents, each at the line that decides, or else where the workload stands. */
final class IntentFindings {
    private static final String REMEDY = "Take back what lets the packet through, or change the intent.";

    private final Platform platform;

    IntentFindings(Platform platform) {
        this.platform = platform;
    }

    ControlFacts of(List<IntentResult> results) {
        List<Finding> findings = results.stream()
                .flatMap(result -> result.examples().stream().map(example -> finding(result, example)))
                .toList();
        return new ControlFacts(results.stream().map(this::check).toList(), findings, List.of(), List.of());
    }

    private CheckResult check(IntentResult result) {
        int assets = platform.assets().size();
        return new CheckResult(
                result.id(), result.title(), severity(result), assets, new BitSet(), new BitSet(), new BitSet());
    }

    private static Severity severity(IntentResult result) {
        return result.verdict() == Verdict.UNDECIDED ? Severity.MEDIUM : Severity.HIGH;
    }

    private Finding finding(IntentResult result, IntentResult.Example example) {
        String id = ShortHash.of(String.join("\n", result.id(), example.from(), example.to(), example.port()));
        Asset asset = platform.asset(platform.index(example.asset()).orElseThrow());
        Location location = example.deciding().orElse(asset.location());
        Severity severity = severity(result);
        String packet = example.from() + " => " + example.to() + " " + example.port();
        return new Finding(
                id,
                result.id(),
                result.title(),
                severity,
                severity.word(),
                result.verdict() == Verdict.UNDECIDED ? Truth.undecided("an assumption of the path") : Truth.CONFIRMED,
                asset.classification().layer().orElse(Layer.INFRASTRUCTURE),
                asset.id(),
                location,
                evidence(packet, example, location),
                REMEDY,
                List.of(),
                List.of(new Finding.Member(id, result.id(), severity, asset.id(), "", location, packet)));
    }

    private static List<Evidence> evidence(String packet, IntentResult.Example example, Location location) {
        var evidence = new ArrayList<>(List.of(new Evidence(packet, location)));
        example.path()
                .forEach(step -> evidence.add(
                        new Evidence(step.statement(), step.location().orElse(location))));
        return evidence;
    }
}
