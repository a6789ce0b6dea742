package dev.bartizan.snapshot;

import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Curve;
import dev.bartizan.graph.RiskFacts.Estimate;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.RiskFacts.Point;
import dev.bartizan.graph.RiskFacts.Risk;
import java.time.LocalDate;
import java.util.List;

/** The keys {@code risks} and {@code backlog}: what threats cost, what is borne, and what to mend first. */
final class RiskWriter {
    /** Of the keys' own layout. */
    static final int VERSION = 1;

    private final JsonOutput json;

    RiskWriter(JsonOutput json) {
        this.json = json;
    }

    void write(RiskFacts facts) {
        risks(facts);
        backlog(facts);
    }

    /** @param key {@code risks}, {@code backlog}, or {@code curve} for a part of the first */
    void write(RiskFacts facts, String key) {
        switch (key) {
            case "risks" -> risks(facts);
            case "backlog" -> backlog(facts);
            case "curve" -> {
                json.text("currency", facts.currency());
                curves(facts);
            }
            default -> throw new IllegalArgumentException(key + " is no key about risk");
        }
    }

    private void risks(RiskFacts facts) {
        json.inRows().object("risks").number("version", VERSION).text("currency", facts.currency());
        json.inRows().array("scenarios");
        facts.risks().forEach(this::risk);
        json.end();
        curves(facts);
        json.end();
    }

    private void curves(RiskFacts facts) {
        facts.curves().ifPresent(curves -> {
            curve("inherent", curves.inherent());
            curve("residual", curves.residual());
            curves.calibrated().ifPresent(curve -> curve("calibrated", curve));
        });
        facts.appetite().ifPresent(this::appetite);
        json.inRows().array("drivers");
        facts.drivers()
                .forEach(driver -> json.object()
                        .text("input", driver.input())
                        .decimal("low", driver.low())
                        .decimal("high", driver.high())
                        .end());
        json.end().texts("limits", facts.limits());
    }

    private void backlog(RiskFacts facts) {
        json.inRows().array("backlog");
        facts.backlog().forEach(this::mitigation);
        json.end();
    }

    private void risk(Risk risk) {
        json.object()
                .text("scenario", risk.scenario())
                .text("threat", risk.threat())
                .text("title", risk.title())
                .text("layer", risk.layer().word())
                .text("severity", risk.severity().word())
                .flag("confirmed", risk.confirmed())
                .texts("zones", risk.zones())
                .texts("owners", risk.owners())
                .flag("calibrated", risk.calibrated());
        estimate("inherent", risk.inherent());
        estimate("residual", risk.residual());
        risk.rating()
                .ifPresent(rating -> json.object("rating")
                        .text("method", rating.method().word())
                        .text("level", rating.level())
                        .decimal("value", rating.value())
                        .text("basis", rating.basis())
                        .flag("own", rating.isOwn())
                        .end());
        json.texts("arithmetic", risk.arithmetic())
                .texts("missing", risk.missing())
                .text("state", risk.state());
        risk.acceptance()
                .ifPresent(accepted -> json.object("acceptance")
                        .text("owner", accepted.owner())
                        .text("reason", accepted.reason())
                        .text("expires", accepted.expires().toString())
                        .text("standing", accepted.standing().word())
                        .end());
        json.end();
    }

    private void estimate(String name, Estimate estimate) {
        json.object(name)
                .decimal("frequency", estimate.frequency())
                .decimal("magnitude", estimate.magnitude())
                .decimal("low", estimate.low())
                .decimal("high", estimate.high())
                .text("band", estimate.band().word())
                .end();
    }

    private void curve(String name, Curve curve) {
        json.inRows().object(name).decimal("expected", curve.expected()).decimal("error", curve.error());
        points("points", curve.points());
        points("low", curve.low());
        points("high", curve.high());
        points("quantiles", curve.quantiles());
        json.end();
    }

    private void points(String name, List<Point> points) {
        json.array(name);
        points.forEach(point -> json.object()
                .decimal("loss", point.loss())
                .decimal("probability", point.probability())
                .end());
        json.end();
    }

    private void appetite(RiskFacts.AppetiteResult appetite) {
        json.inRows().object("appetite").text("verdict", appetite.verdict().word());
        points("tolerance", appetite.tolerance());
        points("crossing", appetite.crossing().stream().toList());
        json.decimal("excess", appetite.excess())
                .flag("comparable", appetite.isComparable())
                .texts("reasons", appetite.reasons())
                .end();
    }

    private void mitigation(Mitigation mitigation) {
        json.object()
                .text("id", mitigation.id())
                .text("title", mitigation.title())
                .texts("fixes", mitigation.fixes())
                .number("effort", mitigation.effort())
                .decimal("avoided", mitigation.avoided())
                .texts("closes", mitigation.closes())
                .texts("lowers", mitigation.lowers())
                .texts("findings", mitigation.findings())
                .text("severity", mitigation.severity().word())
                .texts("owners", mitigation.owners())
                .text("due", mitigation.due().map(LocalDate::toString))
                .texts("with", mitigation.with())
                .flag("cutsPaths", mitigation.cutsPaths())
                .end();
    }
}
