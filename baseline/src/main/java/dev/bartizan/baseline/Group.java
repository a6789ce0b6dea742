package dev.bartizan.baseline;

import dev.bartizan.graph.Truth;
import dev.bartizan.knowledge.Check;
import dev.bartizan.knowledge.CheckFamily;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Members that become one finding.
 *
 * @param family of all of them, if they are of one
 * @param anchor index of the asset the finding is shown at
 * @param namespace that it covers as a whole; empty when it covers one asset
 * @param exemption that accepts all of them
 */
record Group(
        Optional<CheckFamily> family,
        int anchor,
        Optional<String> namespace,
        Optional<Exemption> exemption,
        List<RawMember> members) {
    Group {
        members = List.copyOf(members);
    }

    /** Its checks, sorted by id. */
    List<Check> checks() {
        return members.stream()
                .map(RawMember::check)
                .distinct()
                .sorted(Comparator.comparing(Check::id))
                .toList();
    }

    boolean isConfirmed() {
        return members.getFirst().truth().isConfirmed();
    }

    /** Of all members; an undecided group has the gaps of all. */
    Truth truth() {
        return isConfirmed()
                ? Truth.CONFIRMED
                : members.stream().map(RawMember::truth).distinct().reduce(Truth.CONFIRMED, Truth::and);
    }

    int assets() {
        return assets(members);
    }

    /** How many different ones these are about. */
    static int assets(List<RawMember> members) {
        if (members.size() == 1) {
            return 1;
        }
        var assets = new BitSet();
        for (RawMember member : members) {
            assets.set(member.asset());
        }
        return assets.cardinality();
    }
}
