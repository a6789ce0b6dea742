package dev.bartizan.baseline;

import dev.bartizan.graph.Evidence;
import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Severity;
import dev.bartizan.graph.Truth;
import dev.bartizan.knowledge.Check;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/**
 * One thing that one check established at one place, before anything is rolled up.
 *
 * @param asset index of the asset it is shown at
 * @param severity after circumstances
 * @param severityReason how it came to be
 * @param truth confirmed or undecided
 * @param evidence the first is the value to change
 * @param isByDesign whether a node agent is there for exactly this
 * @param sources indexes of the assets whose manifests the pod was put together from; empty when it stands as it is in its own
 */
record RawMember(
        String fingerprint,
        Check check,
        int asset,
        String assetId,
        String part,
        Severity severity,
        String severityReason,
        Truth truth,
        List<Evidence> evidence,
        boolean isByDesign,
        List<Integer> sources) {

    RawMember withFingerprint(String other) {
        return new RawMember(
                other, check, asset, assetId, part, severity, severityReason, truth, evidence, isByDesign, sources);
    }

    RawMember weighed(Severity otherSeverity, String reason) {
        return new RawMember(
                fingerprint, check, asset, assetId, part, otherSeverity, reason, truth, evidence, isByDesign, sources);
    }

    /** What is not known; empty when it was decided. */
    SortedSet<String> gaps() {
        return truth instanceof Truth.Undecided undecided ? undecided.gaps() : Collections.emptySortedSet();
    }

    Evidence primary() {
        return evidence.getFirst();
    }

    Finding.Member member() {
        return new Finding.Member(
                fingerprint,
                check.id(),
                severity,
                assetId,
                part,
                primary().location(),
                primary().statement());
    }
}
