package dev.bartizan.report.document;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Link;
import dev.bartizan.graph.Platform;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Truth;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Grid;
import dev.bartizan.report.document.Document.Text;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Ways of workloads that no network policy covers: the host's network, privileged pods, fabrics and secondary networks. */
final class ExemptWays {
    private static final String HOST_NETWORK = "BL-WL-002";
    private static final String PRIVILEGED = "BL-WL-001";

    private final Platform platform;
    private final SortedMap<String, List<String>> rows = new TreeMap<>();

    private ExemptWays(Platform platform) {
        this.platform = platform;
    }

    static List<Block> blocks(Snapshot snapshot, int most) {
        var ways = new ExemptWays(snapshot.platform());
        snapshot.controls().map(ControlFacts::findings).orElse(List.of()).forEach(ways::finding);
        for (int asset = 0; asset < snapshot.platform().assets().size(); asset++) {
            for (Link link : snapshot.platform().linksFrom(asset)) {
                if (link.kind().equals("attached-to")) {
                    ways.add(
                            asset,
                            "attached to "
                                    + snapshot.platform().asset(link.to()).name(),
                            "policies of the pod network do not see it: policies for that network, or isolation of the fabric",
                            link.evidence());
                }
            }
        }
        return ways.blocks(most, snapshot.controls().isPresent());
    }

    private void finding(Finding finding) {
        if (!(finding.truth() instanceof Truth.Confirmed)) {
            return;
        }
        for (Finding.Member member : finding.members()) {
            switch (member.rule()) {
                case HOST_NETWORK ->
                    platform.index(member.asset())
                            .ifPresent(asset -> add(
                                    asset,
                                    "shares the network of its node",
                                    "policies see its node, not the pod: host firewall or host policies",
                                    member.location()));
                case PRIVILEGED ->
                    platform.index(member.asset())
                            .ifPresent(asset -> add(
                                    asset,
                                    "runs privileged",
                                    "it may change the filters of its node: take the privilege away, or watch the node",
                                    member.location()));
                case String _ -> {
                    // Covered by policies, whatever else is wrong.
                }
            }
        }
    }

    private void add(int asset, String way, String instead, Location place) {
        rows.putIfAbsent(
                platform.asset(asset).id() + " " + way,
                List.of(
                        platform.asset(asset).namespace() + "/"
                                + platform.asset(asset).name(),
                        platform.asset(asset).zone(),
                        way,
                        instead,
                        AssetNames.place(place)));
    }

    private List<Block> blocks(int most, boolean isChecked) {
        var blocks = new ArrayList<Block>();
        if (!isChecked) {
            blocks.add(new Text("The baseline was not checked: host networks and privileged pods are not known."));
        }
        blocks.add(new Text(
                rows.isEmpty()
                        ? "None was found in the input."
                        : AssetNames.count(rows.size(), "way") + " that no policy of the pod network covers."));
        if (!rows.isEmpty()) {
            blocks.add(new Grid(
                    List.of("Workload", "Zone", "Way", "What covers it instead", "Where"),
                    rows.values().stream().limit(most).toList()));
        }
        if (rows.size() > most) {
            blocks.add(new Text("and " + (rows.size() - most) + " more"));
        }
        return blocks;
    }
}
