package dev.bartizan.report.html;

import dev.bartizan.diagram.LossCurvePicture;
import dev.bartizan.diagram.Svg;
import dev.bartizan.diagram.TornadoPicture;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.Curves;
import dev.bartizan.graph.RiskFacts.Driver;
import dev.bartizan.graph.RiskFacts.Estimate;
import dev.bartizan.graph.RiskFacts.Mitigation;
import dev.bartizan.graph.RiskFacts.Point;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.risk.Amounts;
import dev.bartizan.report.risk.LossShare;
import dev.bartizan.report.risk.RiskAmounts;
import dev.bartizan.report.risk.RiskMatrix;
import dev.bartizan.snapshot.JsonOutput;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** What threats cost, what is borne and what to mend first: one document. Amounts that nobody calibrated are not in it, only bands, ranks and shares. */
final class RiskIsland {
    private static final int MOST_RISKS = 400;
    private static final int MOST_MITIGATIONS = 600;
    private static final int MOST_ENDED = 12;
    private static final int MOST_FINDINGS = 12;
    private static final int MOST_SHARES = 12;
    private static final int MOST_DRIVERS = 8;

    private final Texts texts;
    private final Snapshot snapshot;
    private final RiskFacts facts;

    RiskIsland(Texts texts, Snapshot snapshot, RiskFacts facts) {
        this.texts = texts;
        this.snapshot = snapshot;
        this.facts = facts;
    }

    byte[] bytes() {
        return Island.json(json -> {
            json.object().text("currency", facts.currency()).flag("calibrated", facts.isCalibrated());
            texts.list(json, "limits", facts.limits());
            axes(json);
            curves(json);
            appetite(json);
            tornado(json);
            shares(json);
            json.number("omitted", Math.max(0, facts.risks().size() - MOST_RISKS))
                    .inRows()
                    .array("risks");
            facts.risks().stream().limit(MOST_RISKS).forEach(risk -> risk(json, risk));
            json.end()
                    .number("left", Math.max(0, facts.backlog().size() - MOST_MITIGATIONS))
                    .inRows()
                    .array("backlog");
            double most = facts.backlog().stream()
                    .mapToDouble(Mitigation::avoided)
                    .max()
                    .orElse(0);
            facts.backlog().stream().limit(MOST_MITIGATIONS).forEach(one -> mitigation(json, one, most));
            json.end().end();
        });
    }

    private static void axes(JsonOutput json) {
        json.texts("often", RiskMatrix.OFTEN)
                .texts("oftenMeans", RiskMatrix.OFTEN_MEANS)
                .texts("loss", RiskMatrix.LOSS)
                .texts("lossMeans", RiskMatrix.LOSS_MEANS);
    }

    private void curves(JsonOutput json) {
        LossCurvePicture.svg(facts, Svg.Theme.AUTO).ifPresent(svg -> json.text("curve", image(svg)));
        if (facts.curves().isPresent()) {
            Curves curves = facts.curves().get();
            json.array("expected")
                    .text(amount(curves.inherent().expected()))
                    .text(amount(curves.residual().expected()))
                    .end()
                    .array("quantiles");
            for (Point point : curves.residual().quantiles()) {
                json.array()
                        .text(years(point.probability()))
                        .text(amount(point.loss()))
                        .end();
            }
            json.end();
        }
    }

    /** {@code 1 year in 20}. */
    private static String years(double probability) {
        return String.format(Locale.ROOT, "1 year in %,d", Math.round(1 / probability));
    }

    private String amount(double amount) {
        return RiskAmounts.of(amount, facts.currency(), facts.isCalibrated());
    }

    private static String image(String svg) {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }

    private void appetite(JsonOutput json) {
        facts.appetite().ifPresent(found -> {
            json.object("appetite").text("verdict", found.verdict().word()).flag("comparable", found.isComparable());
            texts.list(json, "reasons", found.toldReasons());
            json.end();
        });
    }

    private void tornado(JsonOutput json) {
        double expected =
                facts.curves().map(curves -> curves.residual().expected()).orElse(0.0);
        List<Driver> drivers = facts.drivers().stream().limit(MOST_DRIVERS).toList();
        if (drivers.isEmpty()) {
            return;
        }
        json.text(
                "tornado",
                image(TornadoPicture.svg(
                        drivers, expected, amount -> facts.isCalibrated() ? Amounts.of(amount) : "", Svg.Theme.AUTO)));
        texts.list(json, "drivers", drivers.stream().map(Driver::input).toList());
    }

    private void shares(JsonOutput json) {
        json.array("shares");
        share(json, "Layer", LossShare.byLayer(facts));
        share(json, "Owner", LossShare.byOwner(facts));
        share(json, "Asset", LossShare.byAsset(snapshot, facts));
        json.end();
    }

    private void share(JsonOutput json, String by, List<LossShare> shares) {
        double most = shares.stream().mapToDouble(LossShare::inherent).max().orElse(0);
        json.object()
                .text("by", by)
                .number("more", Math.max(0, shares.size() - MOST_SHARES))
                .array("rows");
        for (LossShare share : shares.stream().limit(MOST_SHARES).toList()) {
            json.array()
                    .number(texts.index(name(share.name())))
                    .number(percent(share.inherent(), most))
                    .number(percent(share.residual(), most))
                    .number(share.risks())
                    .text(facts.isCalibrated() ? amount(share.residual()) : "")
                    .end();
        }
        json.end().end();
    }

    /** Of an asset what people call it; owners and layers are called as they are. */
    private String name(String id) {
        return snapshot.platform()
                .index(id)
                .map(snapshot.platform()::asset)
                .map(asset -> (asset.namespace().equals("-") ? "" : asset.namespace() + "/") + asset.name() + " ("
                        + asset.kind() + ")")
                .orElse(id);
    }

    private static int percent(double part, double whole) {
        return whole <= 0 ? 0 : (int) Math.round(100 * part / whole);
    }

    private void risk(JsonOutput json, Risk risk) {
        json.object()
                .text("id", risk.scenario())
                .number("threat", texts.index(risk.threat()))
                .number("title", texts.index(risk.title()))
                .text("layer", risk.layer().word())
                .text("severity", risk.severity().word())
                .flag("open", !risk.confirmed())
                .flag("calibrated", risk.calibrated())
                .text("state", risk.state());
        risk.rating()
                .ifPresent(rating ->
                        json.text("rating", rating.method().word() + ": " + rating.level() + ", " + rating.basis()));
        texts.list(json, "zones", risk.zones());
        texts.list(json, "owners", risk.owners());
        texts.list(json, "missing", risk.missing());
        texts.list(json, "arithmetic", risk.arithmetic());
        estimate(json, "inherent", risk.inherent(), risk.calibrated());
        estimate(json, "residual", risk.residual(), risk.calibrated());
        risk.acceptance()
                .ifPresent(accepted -> json.object("accepted")
                        .number("owner", texts.index(accepted.owner()))
                        .number("reason", texts.index(accepted.reason()))
                        .text("expires", accepted.expires().toString())
                        .text("standing", accepted.standing().word())
                        .end());
        json.end();
    }

    /** Row and column of the matrix, the band, and the amount if it is calibrated. */
    private void estimate(JsonOutput json, String name, Estimate estimate, boolean isCalibrated) {
        json.array(name)
                .number(RiskMatrix.often(estimate))
                .number(RiskMatrix.loss(estimate))
                .text(estimate.band().word())
                .text(isCalibrated ? RiskAmounts.of(estimate.annual(), facts.currency(), true) : "")
                .end();
    }

    private void mitigation(JsonOutput json, Mitigation one, double most) {
        json.object()
                .number("id", texts.index(one.id()))
                .number("title", texts.index(one.title()))
                .text("severity", one.severity().word())
                .number("effort", one.effort())
                .number("share", percent(one.avoided(), most))
                .text("avoided", facts.isCalibrated() ? amount(one.avoided()) : "")
                .text("due", one.due().map(Object::toString).orElse(""))
                .flag("cutsPaths", one.cutsPaths())
                .number("closing", one.closes().size())
                .number("mending", one.findings().size())
                .texts("closes", one.closes().stream().limit(MOST_ENDED).toList())
                .texts("lowers", one.lowers().stream().limit(MOST_ENDED).toList())
                .texts("findings", one.findings().stream().limit(MOST_FINDINGS).toList());
        texts.list(json, "owners", one.owners());
        texts.list(json, "with", one.with());
        json.end();
    }
}
