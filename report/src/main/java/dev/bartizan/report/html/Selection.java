package dev.bartizan.report.html;

import dev.bartizan.diagram.MapLayout;
import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a snapshot goes into the report.
 *
 * @param findings worst first, confirmed before undecided
 * @param omittedFindings how many more there are
 * @param assets dense indexes in the order of their importance: on the map, with a finding, folded or touched, linked to those
 */
record Selection(List<Finding> findings, int omittedFindings, List<Integer> assets) {
    /** Keeps the order of findings that are equally bad. */
    static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .reversed()
            .thenComparing(finding -> !finding.truth().isConfirmed());

    /** More than the room for them holds; only keeps the set of candidates small on a platform of hundreds of thousands of objects. */
    private static final int MAX_ASSETS = 40_000;

    static Selection of(Snapshot snapshot, MapLayout map, HtmlOptions options) {
        List<Finding> all = snapshot.controls().map(ControlFacts::findings).orElse(List.of());
        List<Finding> findings =
                all.stream().sorted(WORST_FIRST).limit(options.maxFindings()).toList();
        return new Selection(findings, all.size() - findings.size(), assets(snapshot.platform(), map, findings));
    }

    private static List<Integer> assets(Platform platform, MapLayout map, List<Finding> findings) {
        var assets = new LinkedHashSet<Integer>();
        var nodes = map.zones().stream()
                .flatMap(zone -> zone.drawing().nodes().stream())
                .toList();
        nodes.forEach(node -> assets.add(node.asset()));
        findings.forEach(finding -> platform.index(finding.asset()).ifPresent(assets::add));
        nodes.forEach(node -> assets.addAll(node.parts()));
        findings.stream()
                .flatMap(finding -> finding.members().stream())
                .takeWhile(member -> assets.size() < MAX_ASSETS)
                .forEach(member -> platform.index(member.asset()).ifPresent(assets::add));
        addNeighbours(platform, assets);
        return assets.stream().limit(MAX_ASSETS).toList();
    }

    /** So that a panel can name what an asset is linked to, two steps away: a workload's account, and the account's roles. */
    private static void addNeighbours(Platform platform, Set<Integer> assets) {
        for (int step = 0; step < 2; step++) {
            for (int asset : List.copyOf(assets)) {
                if (assets.size() >= MAX_ASSETS) {
                    return;
                }
                platform.linksFrom(asset).stream().map(Link::to).forEach(assets::add);
            }
        }
    }
}
