package dev.bartizan.report.html;

import dev.bartizan.graph.Facts.Analysis;
import dev.bartizan.graph.Finding;
import dev.bartizan.snapshot.Comparison;
import dev.bartizan.snapshot.JsonOutput;
import java.util.List;

/** What changed since an older assessment, in numbers and with the beginning of each list. */
final class ChangeOverview {
    private static final int MAX_CHANGES = 100;

    private ChangeOverview() {}

    static void write(JsonOutput json, Comparison comparison) {
        json.object("comparison")
                .number("added", comparison.added().size())
                .number("fixed", comparison.fixed().size())
                .number("unverified", comparison.unverified().size())
                .number("unchanged", comparison.unchanged().size())
                .number("changed", comparison.changed().size())
                .number("addedAssets", comparison.addedAssets().size())
                .number("removedAssets", comparison.removedAssets().size())
                .number("addedLinks", comparison.addedLinks().size())
                .number("removedLinks", comparison.removedLinks().size())
                .texts(
                        "notCompared",
                        comparison.notCompared().stream().map(Analysis::word).toList());
        members(json, "addedList", comparison.added());
        members(json, "fixedList", comparison.fixed());
        members(json, "unverifiedList", comparison.unverified());
        json.end();
    }

    private static void members(JsonOutput json, String name, List<Finding.Member> members) {
        json.array(name);
        members.stream()
                .limit(MAX_CHANGES)
                .forEach(member -> json.object()
                        .text("rule", Texts.clip(member.rule(), 200))
                        .text("severity", member.severity().word())
                        .text("asset", Texts.clip(member.asset(), 200))
                        .text("statement", Texts.clip(member.statement(), 160))
                        .text("at", Texts.clip(member.location().toString(), 160))
                        .end());
        json.end();
    }
}
