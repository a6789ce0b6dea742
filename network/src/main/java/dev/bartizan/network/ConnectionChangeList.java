package dev.bartizan.network;

import static dev.bartizan.network.forms.Quoting.bar;
import static dev.bartizan.network.forms.Quoting.cell;
import static dev.bartizan.network.forms.Quoting.quoted;

import dev.bartizan.network.ConnectionChange.DiffType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a change does, in the forms of np-guard's netpol-analyzer (its diff command), which calls the two sides dir1 and dir2, and in forms of its own for
 * machines and for pull requests. np-guard's forms are empty when nothing differs.
 */
public enum ConnectionChangeList {
    /** {@code diff-type: added, source: a/b[Pod], destination: a/c[Pod], dir1: No Connections, dir2: TCP 80}. */
    TXT {
        @Override
        public void write(ConnectivityDiff diff, Appendable out) throws IOException {
            String header = "Connectivity diff:\n";
            for (ConnectionChange each : differing(diff)) {
                out.append(header).append("diff-type: ").append(each.type().word());
                out.append(", source: ").append(each.from().label());
                out.append(", destination: ").append(each.to().label());
                out.append(", dir1: ").append(each.before()).append(", dir2: ").append(each.after());
                if (!each.comeOrGone().isEmpty()) {
                    out.append(", workloads-diff-info: ").append(each.workloads());
                }
                out.append('\n');
                header = "";
            }
        }
    },
    /** With a line of names. */
    CSV {
        @Override
        public void write(ConnectivityDiff diff, Appendable out) throws IOException {
            String header = "diff-type,source,destination,dir1,dir2,workloads-diff-info\n";
            for (ConnectionChange each : differing(diff)) {
                out.append(header).append(each.type().word());
                for (String text : cells(each)) {
                    out.append(',').append(cell(text));
                }
                out.append('\n');
                header = "";
            }
        }
    },
    /** A table of Markdown. */
    MD {
        @Override
        public void write(ConnectivityDiff diff, Appendable out) throws IOException {
            String header = """
                    | diff-type | source | destination | dir1 | dir2 | workloads-diff-info |
                    |-----------|--------|-------------|------|------|---------------------|
                    """;
            for (ConnectionChange each : differing(diff)) {
                out.append(header).append("| ").append(each.type().word());
                for (String text : cells(each)) {
                    out.append(" | ").append(bar(text));
                }
                out.append(" |\n");
                header = "";
            }
        }
    },
    /** For Graphviz, with what stays, and a legend. */
    DOT {
        @Override
        public void write(ConnectivityDiff diff, Appendable out) throws IOException {
            if (!diff.isEmpty()) {
                DiffGraph.write(diff, out);
            }
        }
    },
    /** {@code changes}, each with its type, its peers and its ports on both sides. */
    JSON {
        @Override
        public void write(ConnectivityDiff diff, Appendable out) throws IOException {
            String before = "{\n  \"changes\": [\n";
            for (ConnectionChange each : differing(diff)) {
                out.append(before)
                        .append("    {\"type\": ")
                        .append(quoted(each.type().word()));
                out.append(", \"src\": ").append(quoted(each.from().label()));
                out.append(", \"dst\": ").append(quoted(each.to().label()));
                out.append(", \"before\": ").append(quoted(each.before()));
                out.append(", \"after\": ").append(quoted(each.after()));
                out.append(", \"workloads\": [")
                        .append(labels(each.comeOrGone()))
                        .append("]}");
                before = ",\n";
            }
            out.append(before.startsWith("{") ? "{\n  \"changes\": []\n}\n" : "\n  ]\n}\n");
        }
    },
    /** Markdown for the comment on a pull request: the count first, then what widens, short enough for code hosts. */
    COMMENT {
        @Override
        public void write(ConnectivityDiff diff, Appendable out) throws IOException {
            DiffComment.write(diff, out);
        }
    };

    /** A whole document; the same difference gives the same text. */
    public abstract void write(ConnectivityDiff diff, Appendable out) throws IOException;

    /** By its name in small letters. */
    public static Optional<ConnectionChangeList> named(String format) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(format))
                .findFirst();
    }

    /** What changed, then what came, then what went; those of stand-ins for unknown workloads after all others. */
    private static Iterable<ConnectionChange> differing(ConnectivityDiff diff) {
        return () -> Stream.of(false, true)
                .flatMap(isPlaceholder -> Stream.of(DiffType.CHANGED, DiffType.ADDED, DiffType.REMOVED)
                        .flatMap(type -> diff.changes()
                                .filter(change -> change.type() == type)
                                .filter(change -> change.from().isPlaceholder() == isPlaceholder)))
                .iterator();
    }

    private static List<String> cells(ConnectionChange change) {
        return List.of(change.from().label(), change.to().label(), change.before(), change.after(), change.workloads());
    }

    private static String labels(List<Peer> peers) {
        return String.join(
                ", ", peers.stream().map(peer -> quoted(peer.label())).toList());
    }
}
