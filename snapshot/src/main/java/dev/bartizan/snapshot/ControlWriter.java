package dev.bartizan.snapshot;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.ControlFacts.CheckResult;
import dev.bartizan.graph.Finding.Waiver;
import dev.bartizan.graph.Platform;
import java.util.Collection;
import java.util.function.Consumer;

/** The keys that the baseline owns: findings, checks, questions, waivers; all of them when it ran, none when it did not. */
final class ControlWriter {
    private final JsonOutput json;
    private final Platform platform;

    ControlWriter(JsonOutput json, Platform platform) {
        this.json = json;
        this.platform = platform;
    }

    void write(ControlFacts controls) {
        rows("findings", controls.findings(), new FindingWriter(json)::write);
        rows("checks", controls.checks(), this::check);
        rows("questions", controls.questions(), question -> ThreatWriter.question(json, question));
        rows("waivers", controls.waivers(), this::waiver);
    }

    private <T> void rows(String name, Collection<T> entries, Consumer<T> entry) {
        json.inRows().array(name);
        entries.forEach(entry);
        json.end();
    }

    private void check(CheckResult check) {
        if (check.assets() != platform.assets().size()) {
            throw new IllegalArgumentException(check.check() + " answers for " + check.assets() + " assets of "
                    + platform.assets().size());
        }
        json.object()
                .text("id", check.check())
                .text("title", check.title())
                .text("severity", check.severity().word())
                .number("applicable", check.applicable())
                .number("passed", check.passed().cardinality())
                .number("failed", check.failed().cardinality())
                .number("undecided", check.undecided().cardinality())
                .object("assets");
        AssetSets.write(json, "passed", check.passed());
        AssetSets.write(json, "failed", check.failed());
        AssetSets.write(json, "undecided", check.undecided());
        json.end().end();
    }

    private void waiver(Waiver waiver) {
        json.object()
                .text("finding", waiver.finding())
                .text("rule", waiver.rule())
                .text("asset", waiver.asset())
                .text("reason", waiver.reason())
                .text("expires", waiver.expires())
                .text("by", waiver.by())
                .end();
    }
}
