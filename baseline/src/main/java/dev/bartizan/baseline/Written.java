package dev.bartizan.baseline;

import dev.bartizan.graph.Finding;
import dev.bartizan.graph.Finding.Waiver;
import java.util.Comparator;
import java.util.Optional;

/**
 * A group as a finding, with what decides its place among the others.
 *
 * @param isExposed whether one of its assets is reachable from outside
 * @param waiver when an exception accepts it
 */
record Written(Finding finding, boolean isExposed, Optional<Waiver> waiver) {
    /** By severity, what is certain first, then what is exposed; the rest only makes the order the same every time. */
    static final Comparator<Written> WORST_FIRST = Comparator.comparing(
                    (Written written) -> written.finding().severity())
            .reversed()
            .thenComparing(written -> !written.finding().truth().isConfirmed())
            .thenComparing(written -> !written.isExposed())
            .thenComparing(written -> written.finding().asset())
            .thenComparing(written -> written.finding().rule())
            .thenComparing(written -> written.finding().id());

    static Written of(Group group, Finding finding, Circumstances circumstances) {
        boolean isExposed = group.members().stream().anyMatch(member -> circumstances.isExposed(member.asset()));
        return new Written(finding, isExposed, group.exemption().map(exemption -> waiver(finding, exemption)));
    }

    private static Waiver waiver(Finding finding, Exemption exemption) {
        return new Waiver(
                finding.id(),
                finding.rule(),
                finding.asset(),
                exemption.reason(),
                exemption.expires().toString(),
                exemption.by());
    }
}
