package dev.bartizan.report.html;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.snapshot.JsonOutput;
import java.util.List;

/** What policies say and do not do, and what became of the intents of the design, as parts of the network's document. */
final class NetworkVerdicts {
    private static final int MOST_FINDINGS = 300;
    private static final int MOST_EVIDENCE = 8;
    private static final int MOST_INTENTS = 200;
    private static final int MOST_EXAMPLES = 3;
    private static final int MOST_STEPS = 12;

    private final Texts texts;
    private final AssetIslands assets;

    NetworkVerdicts(Texts texts, AssetIslands assets) {
        this.texts = texts;
        this.assets = assets;
    }

    /** Adds the keys of what was looked at. */
    void write(JsonOutput json, ReachabilityFacts facts) {
        facts.lint().ifPresent(findings -> {
            json.number("lintOmitted", Math.max(0, findings.size() - MOST_FINDINGS))
                    .inRows()
                    .array("lint");
            findings.stream().limit(MOST_FINDINGS).forEach(finding -> finding(json, finding));
            json.end();
        });
        facts.intents().ifPresent(results -> {
            json.number("intentsOmitted", Math.max(0, results.size() - MOST_INTENTS))
                    .inRows()
                    .array("intents");
            results.stream().limit(MOST_INTENTS).forEach(result -> intent(json, result));
            json.end();
        });
    }

    private void finding(JsonOutput json, Finding finding) {
        json.object()
                .text("severity", finding.severity().word())
                .flag("undecided", !finding.truth().isConfirmed())
                .number("rule", texts.index(finding.rule()))
                .number("title", texts.index(finding.title()))
                .number("remedy", texts.index(finding.remedy()));
        assets.reference(json, "asset", finding.asset());
        List<Evidence> evidence =
                finding.evidence().stream().limit(MOST_EVIDENCE).toList();
        json.number("more", finding.evidence().size() - evidence.size()).array("evidence");
        evidence.forEach(each -> {
            json.array().number(texts.index(each.statement()));
            texts.place(json, each.location());
            json.end();
        });
        json.end().end();
    }

    private void intent(JsonOutput json, IntentResult result) {
        json.object()
                .text("verdict", result.verdict().word())
                .number("title", texts.index(result.title()))
                .number("why", texts.index(result.why()))
                .number("pairs", result.pairs())
                .number("against", result.against())
                .number("open", result.open());
        texts.list(json, "notes", result.notes());
        json.array("at");
        texts.place(json, result.location());
        json.end().array("examples");
        result.examples().stream().limit(MOST_EXAMPLES).forEach(example -> {
            json.array().number(texts.index(example.from() + " → " + example.to() + " at " + example.port()));
            json.array();
            example.path().stream().limit(MOST_STEPS).forEach(step -> {
                json.array().number(texts.index(step.statement()));
                step.location().ifPresent(location -> texts.place(json, location));
                json.end();
            });
            json.end().end();
        });
        json.end().end();
    }
}
