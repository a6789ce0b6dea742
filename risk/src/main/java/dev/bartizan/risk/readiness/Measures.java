package dev.bartizan.risk.readiness;

import dev.bartizan.graph.ReadinessFacts.Measurement;
import dev.bartizan.graph.ReadinessFacts.Point;
import dev.bartizan.graph.ReadinessFacts.Words;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.ReadinessCatalogue.Need;
import dev.bartizan.knowledge.ReadinessCatalogue.Question;
import dev.bartizan.knowledge.ThreatCatalogue;
import java.time.LocalDate;
import java.util.List;

/** Measures what questions need, on a platform and what people said of it. */
public final class Measures {
    private final Snapshot snapshot;
    private final AssetMeasures assets;
    private final PlatformMeasures platform;
    private final Steadiness steadiness;

    /**
     * @param asOf the day of the scorecard; what was measured is of the day of the snapshot
     * @param stored earlier assessments, the oldest first
     * @param history their scorecards, the oldest first
     */
    public Measures(
            Snapshot snapshot,
            ThreatCatalogue threats,
            Words words,
            LocalDate asOf,
            List<Snapshot> stored,
            List<Point> history) {
        this.snapshot = snapshot;
        this.assets = new AssetMeasures(snapshot, threats, words.controls(), stored);
        this.platform = new PlatformMeasures(snapshot, words, asOf);
        this.steadiness = new Steadiness(history, asOf);
    }

    Snapshot snapshot() {
        return snapshot;
    }

    /** Whether nothing was read: then there is nothing to measure, and nobody's word is about anything. */
    boolean isEmpty() {
        return snapshot.platform().assets().isEmpty();
    }

    LocalDate date() {
        return snapshot.input().asOf();
    }

    /** @param withWords whether what people vouch for counts as well */
    Measurement measure(Question question, Need need, Scope scope, boolean withWords) {
        return share(question, need, scope, withWords).against(need);
    }

    private Share share(Question question, Need need, Scope scope, boolean withWords) {
        if (isEmpty()) {
            return Share.unmeasured("nothing was read", date());
        }
        return switch (need.measure()) {
            case COVERAGE -> assets.coverage(need.of(), scope, withWords);
            case GAPS -> assets.gaps(need.of(), scope);
            case PASSED -> assets.passed(need.of(), scope);
            case OPEN_DAYS -> assets.openDays(need.of(), scope);
            case DECIDED -> platform.decided();
            case OWNED -> platform.owned();
            case RESPONSIBLE -> platform.responsible();
            case APPETITE -> platform.appetite();
            case CALIBRATED -> platform.calibrated();
            case WITHIN_APPETITE -> platform.withinAppetite();
            case ACCEPTANCES_OWNED -> platform.acceptancesOwned();
            case ACCEPTANCES_EXPIRED -> platform.acceptancesExpired();
            case INTENTS -> platform.intents();
            case CROSSINGS_USED -> platform.crossingsUsed();
            case STEADY -> steadiness.of(question, need, date());
            case DETECTION ->
                Share.unmeasured(
                        "what detections catch is not measured yet: no stage of this version tests them", date());
            case WORD -> Share.unmeasured("only a person can tell", date());
        };
    }
}
