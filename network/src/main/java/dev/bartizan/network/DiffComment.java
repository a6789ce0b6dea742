package dev.bartizan.network;

import static dev.bartizan.network.forms.Quoting.bar;

import dev.bartizan.network.ConnectionChange.DiffType;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A difference as a comment on a pull request. What opens comes first: that is what a reviewer has to answer for. */
final class DiffComment {
    /** Of each kind of change; code hosts refuse comments beyond 65,536 characters. */
    private static final int MOST_SHOWN = 60;

    private static final int MOST_OPEN = 10;

    private DiffComment() {}

    static void write(ConnectivityDiff diff, Appendable out) throws IOException {
        Map<DiffType, Long> counts = new EnumMap<>(DiffType.class);
        diff.changes().forEach(change -> counts.merge(change.type(), 1L, Long::sum));
        long added = counts.getOrDefault(DiffType.ADDED, 0L);
        long changed = counts.getOrDefault(DiffType.CHANGED, 0L);
        long removed = counts.getOrDefault(DiffType.REMOVED, 0L);
        if (added + changed + removed == 0) {
            out.append("### Who can reach whom\n\nThis change opens, closes and alters no connection.\n");
            return;
        }
        out.append("### Who can reach whom\n\n**").append(connections(added)).append(" added, ");
        out.append(Long.toString(changed))
                .append(" changed, ")
                .append(Long.toString(removed))
                .append(" removed.**\n");
        section(diff, DiffType.ADDED, added, out);
        section(diff, DiffType.CHANGED, changed, out);
        section(diff, DiffType.REMOVED, removed, out);
    }

    private static String connections(long count) {
        return count + (count == 1 ? " connection" : " connections");
    }

    private static void section(ConnectivityDiff diff, DiffType type, long count, Appendable out) throws IOException {
        if (count == 0) {
            return;
        }
        out.append("\n<details").append(count <= MOST_OPEN ? " open" : "").append("><summary>");
        out.append(Character.toUpperCase(type.word().charAt(0)))
                .append(type.word().substring(1));
        out.append(" (").append(Long.toString(count)).append(")</summary>\n\n");
        out.append("| from | to | before | after | |\n|---|---|---|---|---|\n");
        List<ConnectionChange> shown = diff.changes()
                .filter(change -> change.type() == type)
                .limit(MOST_SHOWN)
                .toList();
        for (ConnectionChange change : shown) {
            for (String cell : List.of(
                    change.from().label(), change.to().label(), change.before(), change.after(), change.workloads())) {
                out.append("| ").append(bar(cell)).append(' ');
            }
            out.append("|\n");
        }
        if (count > MOST_SHOWN) {
            out.append("\n").append(connections(count - MOST_SHOWN)).append(" more are not shown.\n");
        }
        out.append("\n</details>\n");
    }
}
