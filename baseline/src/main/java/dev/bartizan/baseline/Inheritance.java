package dev.bartizan.baseline;

import dev.bartizan.graph.Truth;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One cause, one finding: what pods inherit is the mistake of the runtime or template that says it, or leaves it out, however many use it. A failure of an
 * effective pod is left out when the same check fails at the same place of an asset that the pod was put together from; that one then weighs as much as the
 * worst that was left out. It stays, with its evidence in the runtime, when only the whole is wrong.
 */
final class Inheritance {
    /** What has the fewest sources is the cause; of equals the first. A strict order, so that of any number one stays. */
    private static final Comparator<RawMember> NEAREST_CAUSE = Comparator.comparingInt(
                    (RawMember member) -> member.sources().size())
            .thenComparingInt(RawMember::asset);

    private final Set<Integer> bases = new HashSet<>();
    private final Map<Key, RawMember> causes = new HashMap<>();
    /** Of what was left out, by the fingerprint of its cause. */
    private final Map<String, RawMember> worst = new HashMap<>();

    private Inheritance() {}

    /** One answer of one check at one place of the input. */
    private record Key(int asset, String check, Location place, Truth truth) {}

    /** The same members in the same order, without those that are told at their cause. */
    static List<RawMember> apply(List<RawMember> members) {
        return members.stream().allMatch(member -> member.sources().isEmpty())
                ? members
                : new Inheritance().told(members);
    }

    private List<RawMember> told(List<RawMember> members) {
        members.forEach(member -> bases.addAll(member.sources()));
        for (RawMember member : members) {
            if (bases.contains(member.asset())) {
                causes.merge(
                        key(member.asset(), member),
                        member,
                        (one, other) -> NEAREST_CAUSE.compare(one, other) <= 0 ? one : other);
            }
        }
        var told = new ArrayList<RawMember>();
        for (RawMember member : members) {
            Optional<RawMember> cause = member.sources().isEmpty() ? Optional.empty() : cause(member);
            if (cause.isEmpty()) {
                told.add(member);
            } else {
                worst.merge(
                        cause.get().fingerprint(),
                        member,
                        (one, other) -> one.severity().compareTo(other.severity()) >= 0 ? one : other);
            }
        }
        return worst.isEmpty() ? told : told.stream().map(this::weighed).toList();
    }

    private static Key key(int asset, RawMember member) {
        return new Key(asset, member.check().id(), member.primary().location(), member.truth());
    }

    private Optional<RawMember> cause(RawMember member) {
        return member.sources().stream()
                .map(source -> causes.get(key(source, member)))
                .filter(cause -> cause != null && !cause.fingerprint().equals(member.fingerprint()))
                .filter(cause -> cause.asset() == member.asset() || NEAREST_CAUSE.compare(cause, member) < 0)
                .min(NEAREST_CAUSE);
    }

    private RawMember weighed(RawMember cause) {
        RawMember heavier = worst.get(cause.fingerprint());
        return heavier == null || heavier.severity().compareTo(cause.severity()) <= 0
                ? cause
                : cause.weighed(
                        heavier.severity(), heavier.severityReason() + ", as " + heavier.assetId() + " uses it");
    }
}
