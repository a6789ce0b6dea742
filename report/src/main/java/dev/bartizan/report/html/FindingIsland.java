package dev.bartizan.report.html;

import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Truth;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.snapshot.JsonOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** The findings of the report. */
final class FindingIsland {
    private static final int MAX_EVIDENCE = 8;
    /** Of all findings together: the more findings there are, the fewer members of each. */
    private static final int MEMBERS = 125_000;

    private final Texts texts;
    private final AssetIslands assets;
    private final Optional<Comparison> comparison;
    private final SortedMap<String, Waiver> waivers;
    private final Island island;
    private final Map<String, Integer> indexes = new HashMap<>();
    private int maxMembers;

    FindingIsland(
            Texts texts,
            AssetIslands assets,
            Optional<Comparison> comparison,
            SortedMap<String, Waiver> waivers,
            int maxBytes) {
        this.texts = texts;
        this.assets = assets;
        this.comparison = comparison;
        this.waivers = waivers;
        this.island = new Island("findings", maxBytes);
    }

    /** Adds the findings for which there is room, and returns those. */
    List<Finding> add(List<Finding> chosen) {
        maxMembers = Math.clamp(MEMBERS / Math.max(1, chosen.size()), 25, 200);
        for (Finding finding : chosen) {
            if (island.add(json -> write(json, finding))) {
                indexes.putIfAbsent(finding.id(), island.size() - 1);
            }
        }
        return chosen.subList(0, island.size());
    }

    Island island() {
        return island;
    }

    /** Where each embedded finding stands, by its id. */
    Map<String, Integer> indexes() {
        return indexes;
    }

    private void write(JsonOutput json, Finding finding) {
        json.object()
                .text("id", Texts.clip(finding.id(), 80))
                .number("rule", texts.index(finding.rule()))
                .number("title", texts.index(finding.title()))
                .text("severity", finding.severity().word())
                .number("reason", texts.index(finding.severityReason()))
                .text("layer", finding.layer().word());
        if (finding.truth() instanceof Truth.Undecided undecided) {
            texts.list(json, "gaps", undecided.gaps());
        }
        assets.reference(json, "asset", finding.asset());
        json.array("at");
        texts.place(json, finding.location());
        json.end();
        evidence(json, finding);
        json.number("remedy", texts.index(finding.remedy()));
        texts.list(json, "references", finding.references());
        if (finding.isRollUp()) {
            members(json, finding);
        }
        if (comparison.filter(change -> change.isNew(finding)).isPresent()) {
            json.flag("new", true);
        }
        Optional.ofNullable(waivers.get(finding.id()))
                .ifPresent(waiver -> json.object("waiver")
                        .text("reason", Texts.clip(waiver.reason(), 500))
                        .text("expires", Texts.clip(waiver.expires(), 40))
                        .text("by", Texts.clip(waiver.by(), 200))
                        .end());
        json.end();
    }

    private void evidence(JsonOutput json, Finding finding) {
        json.array("evidence");
        finding.evidence().stream().limit(MAX_EVIDENCE).forEach(evidence -> {
            json.array().number(texts.index(evidence.statement()));
            texts.place(json, evidence.location());
            json.end();
        });
        json.end();
    }

    /** Each {@code [rule, severity, asset, part, place, statement]}. */
    private void members(JsonOutput json, Finding finding) {
        json.number("count", finding.members().size()).array("members");
        finding.members().stream().limit(maxMembers).forEach(member -> {
            json.array()
                    .number(texts.index(member.rule()))
                    .text(member.severity().word());
            assets.reference(json, member.asset());
            json.number(texts.index(member.part()));
            texts.place(json, member.location());
            json.number(texts.index(member.statement())).end();
        });
        json.end();
    }
}
