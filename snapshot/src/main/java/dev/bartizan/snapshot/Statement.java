package dev.bartizan.snapshot;

import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.graph.Truth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A member with the truth of the finding it belongs to. */
record Statement(Finding.Member member, Truth truth) {

    /** By fingerprint, in the order of the findings; none when the baseline did not run. */
    static Map<String, Statement> of(Snapshot snapshot) {
        var statements = new LinkedHashMap<String, Statement>();
        snapshot.controls().ifPresent(controls -> {
            for (Finding finding : controls.findings()) {
                for (Finding.Member member : finding.members()) {
                    // Findings come worst first: should two state the same, the worse one counts.
                    statements.putIfAbsent(member.id(), new Statement(member, finding.truth()));
                }
            }
        });
        return statements;
    }

    /** What it says together with the same member before, if there was one. */
    Optional<Comparison.Change> changeSince(Map<String, Statement> before) {
        return Optional.ofNullable(before.get(member.id()))
                .map(old -> new Comparison.Change(old.member, old.truth, member, truth));
    }
}
