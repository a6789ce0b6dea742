package dev.bartizan.report.document;

import dev.bartizan.diagram.LossCurvePicture;
import dev.bartizan.diagram.Svg;
import dev.bartizan.diagram.TornadoPicture;
import dev.bartizan.graph.RiskFacts;
import dev.bartizan.graph.RiskFacts.AppetiteResult;
import dev.bartizan.graph.RiskFacts.Band;
import dev.bartizan.graph.RiskFacts.Driver;
import dev.bartizan.graph.RiskFacts.Estimate;
import dev.bartizan.graph.RiskFacts.Risk;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.report.document.Document.Block;
import dev.bartizan.report.document.Document.Grid;
import dev.bartizan.report.document.Document.Heading;
import dev.bartizan.report.document.Document.Mark;
import dev.bartizan.report.document.Document.Note;
import dev.bartizan.report.document.Document.Picture;
import dev.bartizan.report.document.Document.Point;
import dev.bartizan.report.document.Document.Points;
import dev.bartizan.report.document.Document.Text;
import dev.bartizan.report.document.Document.Tone;
import dev.bartizan.report.risk.Amounts;
import dev.bartizan.report.risk.LossShare;
import dev.bartizan.report.risk.RiskAmounts;
import dev.bartizan.report.risk.RiskMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** What is at stake and what is borne: curve, matrix, drivers, shares, and the risks by rank. Amounts that nobody calibrated are told as bands. */
final class BaselineRisks {
    private static final int MOST_RISKS = 30;
    private static final int MOST_DRIVERS = 6;
    private static final int MOST_SHARES = 10;
    private static final int MOST_IN_CELL = 8;
    private static final int LONGEST = 140;

    private final RiskFacts facts;
    private final SortedMap<String, String> controls;
    private final List<Risk> real;

    private BaselineRisks(RiskFacts facts, SortedMap<String, String> controls) {
        this.facts = facts;
        this.controls = controls;
        this.real = facts.risks().stream().filter(Risk::confirmed).toList();
    }

    static List<Block> blocks(Snapshot snapshot, SortedMap<String, String> controls) {
        return snapshot.risks()
                .map(facts -> new BaselineRisks(facts, controls).blocks())
                .orElse(List.of(new Text("Risks were not worked out.")));
    }

    /** The one sentence about what is borne, as far as the figures carry it. */
    static String verdict(RiskFacts facts) {
        long open = facts.risks().stream().filter(risk -> !risk.confirmed()).count();
        String rest = open == 0 ? "" : " " + open + " more hang on open questions.";
        if (facts.appetite().isEmpty()) {
            return "Nobody has stated how much loss is borne: agree on it first." + rest;
        }
        AppetiteResult appetite = facts.appetite().get();
        if (!appetite.isComparable()) {
            return "Whether this is borne cannot be told in money yet: not all figures are calibrated. Ranks and orders of magnitude hold."
                    + rest;
        }
        return switch (appetite.verdict()) {
                    case MET -> "What may be lost is within what is borne.";
                    case STRADDLES -> "What may be lost may be more than what is borne: the band lies on both sides.";
                    case EXCEEDED -> "What may be lost is more than what is borne.";
                }
                + rest;
    }

    static Mark mark(Band band) {
        return new Mark(
                band.word(),
                switch (band) {
                    case EXTREME -> Tone.CRITICAL;
                    case HIGH -> Tone.HIGH;
                    case MODERATE -> Tone.MEDIUM;
                    case LOW -> Tone.LOW;
                    case NEGLIGIBLE -> Tone.PLAIN;
                });
    }

    private List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Text(verdict(facts)));
        facts.appetite()
                .map(AppetiteResult::toldReasons)
                .filter(reasons -> !reasons.isEmpty())
                .ifPresent(reasons ->
                        blocks.add(new Points(reasons.stream().map(Point::of).toList())));
        LossCurvePicture.svg(facts, Svg.Theme.AUTO)
                .ifPresent(svg -> blocks.add(
                        new Picture(svg, "How likely a year's loss exceeds an amount, without and with controls")));
        facts.curves()
                .ifPresent(curves -> blocks.add(new Note("Expected loss of a year: "
                        + amount(curves.residual().expected()) + " with the evidenced controls, "
                        + amount(curves.inherent().expected()) + " without.")));
        blocks.add(new Heading("How often, how much"));
        blocks.add(new Text("Risks by rank, with the evidenced controls; both axes go by tens. Loss of one event in "
                + facts.currency() + "."));
        blocks.add(matrix());
        drivers(blocks);
        blocks.add(new Heading("Whose loss it is"));
        blocks.add(shares("Layer", LossShare.byLayer(facts)));
        blocks.add(shares("Owner", LossShare.byOwner(facts)));
        blocks.add(new Heading("Risks by rank"));
        blocks.add(ranked());
        if (real.size() > MOST_RISKS) {
            blocks.add(new Note("and " + (real.size() - MOST_RISKS) + " more, in assessment.json"));
        }
        return blocks;
    }

    private String amount(double amount) {
        return RiskAmounts.of(amount, facts.currency(), facts.isCalibrated());
    }

    private Grid matrix() {
        var headings = new ArrayList<>(List.of(""));
        for (int loss = 0; loss < RiskMatrix.LOSS.size(); loss++) {
            headings.add(RiskMatrix.LOSS.get(loss) + ", " + RiskMatrix.LOSS_MEANS.get(loss));
        }
        var rows = new ArrayList<List<String>>();
        for (int often = RiskMatrix.OFTEN.size() - 1; often >= 0; often--) {
            var row = new ArrayList<>(List.of(RiskMatrix.OFTEN.get(often) + ", " + RiskMatrix.OFTEN_MEANS.get(often)));
            for (int loss = 0; loss < RiskMatrix.LOSS.size(); loss++) {
                row.add(cell(often, loss));
            }
            rows.add(row);
        }
        return new Grid(headings, rows);
    }

    private String cell(int often, int loss) {
        var ranks = new ArrayList<String>();
        int more = 0;
        for (int i = 0; i < real.size(); i++) {
            Estimate estimate = real.get(i).residual();
            if (RiskMatrix.often(estimate) == often && RiskMatrix.loss(estimate) == loss) {
                if (ranks.size() < MOST_IN_CELL) {
                    ranks.add(Integer.toString(i + 1));
                } else {
                    more++;
                }
            }
        }
        return String.join(", ", ranks) + (more > 0 ? " and " + more + " more" : "");
    }

    private void drivers(List<Block> blocks) {
        List<Driver> drivers = facts.drivers().stream().limit(MOST_DRIVERS).toList();
        if (drivers.isEmpty() || facts.curves().isEmpty()) {
            return;
        }
        blocks.add(new Heading("What moves the result most"));
        blocks.add(new Picture(
                TornadoPicture.svg(
                        drivers,
                        facts.curves().get().residual().expected(),
                        amount -> facts.isCalibrated() ? Amounts.of(amount) : "",
                        Svg.Theme.AUTO),
                "Inputs that move the expected loss most"));
        blocks.add(new Note("Each input from its low to its high end. Calibrate from the top."));
    }

    /** Each row says its rank. */
    private Grid shares(String by, List<LossShare> shares) {
        List<LossShare> shown = shares.stream().limit(MOST_SHARES).toList();
        return new Grid(
                List.of(by, "Risks", "Rank", "Expected loss of a year"),
                shown.stream()
                        .map(share -> List.of(
                                share.name(),
                                Integer.toString(share.risks()),
                                Long.toString(1
                                        + shares.stream()
                                                .filter(other -> other.residual() > share.residual())
                                                .count()),
                                amount(share.residual())))
                        .toList());
    }

    private Grid ranked() {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < Math.min(real.size(), MOST_RISKS); i++) {
            Risk risk = real.get(i);
            rows.add(List.of(
                    Integer.toString(i + 1),
                    AssetNames.clip(risk.title(), LONGEST) + ", in " + AssetNames.zones(risk.zones()),
                    risk.owners().isEmpty() ? "nobody named" : String.join(", ", risk.owners()),
                    told(risk, risk.inherent()) + " → " + told(risk, risk.residual())
                            + risk.rating()
                                    .map(rating -> "; " + rating.method().word() + " " + rating.level())
                                    .orElse(""),
                    missing(risk)));
        }
        return new Grid(List.of("#", "Risk", "Owner", "Without → with controls", "Known to be missing"), rows);
    }

    private String told(Risk risk, Estimate estimate) {
        return estimate.band().word()
                + (risk.calibrated() ? " (" + RiskAmounts.of(estimate.annual(), facts.currency(), true) + ")" : "");
    }

    private String missing(Risk risk) {
        return String.join(
                ", ",
                risk.missing().stream().map(id -> controls.getOrDefault(id, id)).toList());
    }
}
