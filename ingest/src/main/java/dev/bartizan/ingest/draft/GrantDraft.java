package dev.bartizan.ingest.draft;

import dev.bartizan.graph.Grant;
import dev.bartizan.source.Location;
import dev.bartizan.source.Node;

/** A {@link Grant} whose ends have no index yet. */
public record GrantDraft(
        AssetDraft subject,
        AssetDraft role,
        AssetDraft binding,
        String scope,
        Node rule,
        String rulePointer,
        Location evidence) {

    Grant finish() {
        return new Grant(subject.index(), role.index(), binding.index(), scope, rule, rulePointer, evidence);
    }
}
