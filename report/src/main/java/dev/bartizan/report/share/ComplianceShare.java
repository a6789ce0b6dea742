package dev.bartizan.report.share;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.SafeguardFacts;
import dev.bartizan.graph.SafeguardFacts.Catalogue;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.safeguards.CatalogueGroup;
import dev.bartizan.snapshot.JsonOutput;
import java.util.List;

/** For compliance: how controls stand by the catalogues of others, and what was accepted for a while. */
public final class ComplianceShare {
    private ComplianceShare() {}

    public static String of(Snapshot snapshot) {
        return ShareDocument.write(
                "compliance",
                snapshot,
                List.of("Coverage counts exact counterparts only; partial and related ones are named."),
                json -> {
                    json.inRows().array("catalogues");
                    snapshot.safeguards().ifPresent(facts -> {
                        for (Catalogue catalogue : Catalogue.values()) {
                            catalogue(json, facts, catalogue);
                        }
                    });
                    json.end();
                    exceptions(
                            json, snapshot.controls().map(ControlFacts::waivers).orElse(List.of()));
                    acceptances(json, snapshot.risks().map(RiskFacts::risks).orElse(List.of()));
                });
    }

    private static void catalogue(JsonOutput json, SafeguardFacts facts, Catalogue catalogue) {
        json.object().text("catalogue", catalogue.word()).inRows().array("entries");
        for (CatalogueGroup group : CatalogueGroup.of(facts, catalogue)) {
            json.object()
                    .text("id", group.id())
                    .texts("exact", group.exact())
                    .texts("partialOrRelated", group.lesser())
                    .number("applicable", group.applicable())
                    .number("proven", group.evidenced())
                    .number("refuted", group.refuted())
                    .number("open", group.open())
                    .end();
        }
        json.end().end();
    }

    private static void exceptions(JsonOutput json, List<Waiver> waivers) {
        json.inRows().array("exceptions");
        waivers.forEach(waiver -> json.object()
                .text("finding", waiver.finding())
                .text("check", waiver.rule())
                .text("asset", waiver.asset())
                .text("reason", waiver.reason())
                .text("by", waiver.by())
                .text("expires", waiver.expires())
                .end());
        json.end();
    }

    private static void acceptances(JsonOutput json, List<Risk> risks) {
        json.inRows().array("acceptances");
        risks.forEach(risk -> risk.acceptance()
                .ifPresent(accepted -> json.object()
                        .text("threat", risk.threat())
                        .texts("zones", risk.zones())
                        .text("state", risk.state())
                        .text("owner", accepted.owner())
                        .text("reason", accepted.reason())
                        .text("expires", accepted.expires().toString())
                        .text("standing", accepted.standing().word())
                        .end()));
        json.end();
    }
}
