package dev.bartizan.baseline;

import dev.bartizan.baseline.manifest.Gaps;
import dev.bartizan.graph.Asset;
import dev.bartizan.graph.Grant;
import dev.bartizan.rules.Item;
import dev.bartizan.rules.Related;
import dev.bartizan.source.Absent;
import dev.bartizan.source.Node;
import java.util.List;

/** Effective rights, as conditions see them. */
final class Grants {
    private Grants() {}

    static Related related(List<Grant> grants, PlatformIndex platform) {
        return grants.isEmpty()
                ? Related.NONE
                : Related.of(grants.stream().map(grant -> item(grant, platform)).toList());
    }

    /**
     * Of an account. A binding to a role that every cluster has, or whose rules are elsewhere, gives rights too, of which nothing but their
     * existence is known here.
     */
    static Related ofSubject(int subject, Node holder, PlatformIndex platform) {
        List<Grant> grants = platform.grantsOfSubject(subject);
        if (!grants.isEmpty()) {
            return related(grants, platform);
        }
        Asset account = platform.platform().asset(subject);
        return Related.of(platform.platform().linksFrom(subject).stream()
                .filter(link -> link.kind().equals("may-do"))
                .map(link -> new Item(
                        List.of(new Absent(holder, "rule")), List.of(""), List.of("", account.kind(), account.name())))
                .toList());
    }

    /** Of a role. One that nothing in the input binds may be bound elsewhere. */
    static Related ofRole(int role, PlatformIndex platform) {
        List<Grant> grants = platform.grantsOfRole(role);
        return grants.isEmpty()
                ? Gaps.inCluster(platform.completeness())
                        .map(gap -> Related.atLeast(List.of(), gap))
                        .orElse(Related.NONE)
                : related(grants, platform);
    }

    private static Item item(Grant grant, PlatformIndex platform) {
        Asset subject = platform.platform().asset(grant.subject());
        return new Item(
                List.of(grant.rule()),
                List.of(grant.rulePointer()),
                List.of(grant.scope(), subject.kind(), subject.name()));
    }
}
