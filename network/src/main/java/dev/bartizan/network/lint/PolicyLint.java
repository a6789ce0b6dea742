package dev.bartizan.network.lint;

import dev.bartizan.graph.Asset;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Layer;
import dev.bartizan.graph.ShortHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Looks for what policies say and do not do, and for what they were to do and do not say. */
public final class PolicyLint {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(Finding::rule)
            .thenComparing(Finding::location)
            .thenComparing(Finding::id);

    private final Scene scene;

    private PolicyLint(Scene scene) {
        this.scene = scene;
    }

    /** As checks with their findings, worst first. */
    public static ControlFacts run(Scene scene) {
        return new PolicyLint(scene).run();
    }

    private ControlFacts run() {
        List<Finding> findings = Stream.of(
                        new Nobodies(scene).find(),
                        new UnneededRules(scene).find(),
                        new EqualPriorities(scene).find(),
                        new Unprotected(scene).find(),
                        new NameResolution(scene).find(),
                        new ServicePorts(scene).find(),
                        new Denials(scene).find(),
                        new OpenLabels(scene).find(),
                        new TenantLabels(scene).find(),
                        new Probes(scene).find(),
                        new DeniedProbes(scene).find(),
                        new SourceAddresses(scene).find(),
                        new ExemptPaths(scene).find(),
                        new PlainText(scene).find(),
                        new BelievedHeaders(scene).find(),
                        new Metrics(scene).find())
                .flatMap(List::stream)
                .map(this::finding)
                .sorted(ORDER)
                .toList();
        return new ControlFacts(
                Arrays.stream(LintRule.values()).map(this::check).toList(), findings, List.of(), List.of());
    }

    private CheckResult check(LintRule rule) {
        int assets = scene.platform().assets().size();
        return new CheckResult(
                rule.id(), rule.title(), rule.severity(), assets, new BitSet(), new BitSet(), new BitSet());
    }

    private Finding finding(Remark remark) {
        LintRule rule = remark.rule();
        Asset asset =
                scene.platform().asset(scene.platform().index(remark.asset()).orElseThrow());
        String id = ShortHash.of(
                String.join("\n", rule.id(), remark.asset(), remark.location().pointer(), remark.statement()));
        var evidence = new ArrayList<>(List.of(new Evidence(remark.statement(), remark.location())));
        evidence.addAll(remark.evidence());
        var member = new Finding.Member(
                id, rule.id(), rule.severity(), asset.id(), "", remark.location(), remark.statement());
        return new Finding(
                id,
                rule.id(),
                rule.title(),
                rule.severity(),
                rule.severity().word(),
                remark.truth(),
                asset.classification().layer().orElse(Layer.INFRASTRUCTURE),
                asset.id(),
                remark.location(),
                evidence,
                rule.remedy(),
                List.of(),
                List.of(member));
    }
}
