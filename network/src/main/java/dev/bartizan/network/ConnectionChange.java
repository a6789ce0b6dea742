package dev.bartizan.network;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One connection before and after a change.
 *
 * @param before its ports, {@code No Connections} when there was none
 * @param after its ports, {@code No Connections} when there is none any more
 * @param comeOrGone the workloads among the two peers that only one side knows
 */
public record ConnectionChange(DiffType type, Peer from, Peer to, String before, String after, List<Peer> comeOrGone) {
    public ConnectionChange {
        comeOrGone = List.copyOf(comeOrGone);
    }

    /** What a change does to a connection. */
    public enum DiffType {
        CHANGED,
        ADDED,
        REMOVED,
        UNCHANGED;

        /** In small letters. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ConnectionChange of(Counterpart from, Counterpart to, Access before, Access after) {
        DiffType type = type(before, after);
        boolean mayComeOrGo = type == DiffType.ADDED || type == DiffType.REMOVED;
        List<Peer> comeOrGone = Stream.of(from, to)
                .filter(side -> mayComeOrGo && side.comesOrGoes())
                .map(Counterpart::peer)
                .toList();
        return new ConnectionChange(type, from.peer(), to.peer(), before.toString(), after.toString(), comeOrGone);
    }

    private static DiffType type(Access before, Access after) {
        if (before.equals(after)) {
            return DiffType.UNCHANGED;
        }
        if (before.isNone()) {
            return DiffType.ADDED;
        }
        return after.isNone() ? DiffType.REMOVED : DiffType.CHANGED;
    }

    ConnectionChange from(Peer other) {
        return new ConnectionChange(type, other, to, before, after, comeOrGone);
    }

    ConnectionChange to(Peer other) {
        return new ConnectionChange(type, from, other, before, after, comeOrGone);
    }

    /** Whether the two say the same about ports. */
    boolean isLike(ConnectionChange other) {
        return type == other.type && before.equals(other.before) && after.equals(other.after);
    }

    /** {@code workload shop/web[Deployment] added}, or nothing. */
    String workloads() {
        return comeOrGone.isEmpty()
                ? ""
                : comeOrGone.stream().map(Peer::label).collect(Collectors.joining(" and ", "workload ", " "))
                        + type.word();
    }
}
