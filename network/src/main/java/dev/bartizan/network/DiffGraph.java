package dev.bartizan.network;

import dev.bartizan.network.ConnectionChange.DiffType;
import java.io.IOException;
import java.util.List;

/** A difference as a graph for Graphviz, in the colours of np-guard's netpol-analyzer. */
final class DiffGraph {
    private static final String COME = "#008000";
    private static final String GONE = "red";
    private static final String STAYS = "blue";

    private static final String LEGEND = """
            \tnodesep=0.5
            \tsubgraph cluster_legend {
            \t\tlabel="Legend"
            \t\tfontsize = 10
            \t\tmargin=0
            \t\ta [style=invis height=0 width=0]
            \t\tb [style=invis height=0 width=0]
            \t\tc [style=invis height=0 width=0]
            \t\td [style=invis height=0 width=0]
            \t\te [style=invis height=0 width=0]
            \t\tf [style=invis height=0 width=0]
            \t\tg [style=invis height=0 width=0]
            \t\th [style=invis height=0 width=0]
            \t\t{rank=source a b c d}
            \t\t{rank=same e f g h}
            \t\ta -> b [label="added connection", color="#008000" fontcolor="#008000" fontsize = 10 arrowsize=0.2]
            \t\tc -> d [label="removed connection", color="red2" fontcolor="red2" fontsize = 10 arrowsize=0.2]
            \t\te -> f [label="changed connection", color="magenta" fontcolor="magenta" fontsize = 10 arrowsize=0.2]
            \t\tg -> h [label="unchanged connection", color="grey" fontcolor="grey" fontsize = 10 arrowsize=0.2]
            \t\tnp [label="new peer" color="#008000" fontcolor="#008000" fontsize = 10]
            \t\tlp [label="lost peer" color="red" fontcolor="red" fontsize = 10]
            \t\tpp [label="persistent peer" color="blue" fontcolor="blue" fontsize = 10]
            \t\t{rank=sink np lp pp}
            \t\tnp->lp [style=invis]
            \t\tlp->pp [style=invis]
            \t}
            """;

    private DiffGraph() {}

    static void write(ConnectivityDiff diff, Appendable out) throws IOException {
        var nodes = new DotNodes();
        diff.changes().forEach(change -> {
            nodes.add(change.from(), color(change, change.from()));
            nodes.add(change.to(), color(change, change.to()));
        });
        out.append("digraph {\n");
        nodes.writeTo(out);
        for (boolean isPlaceholder : List.of(false, true)) {
            Iterable<ConnectionChange> changes = () -> diff.changes()
                    .filter(change -> change.from().isPlaceholder() == isPlaceholder)
                    .iterator();
            for (ConnectionChange change : changes) {
                out.append(edge(change));
            }
        }
        out.append(LEGEND).append("}\n");
    }

    private static String color(ConnectionChange change, Peer peer) {
        if (!change.comeOrGone().contains(peer)) {
            return STAYS;
        }
        return change.type() == DiffType.ADDED ? COME : GONE;
    }

    private static String edge(ConnectionChange change) {
        String color = switch (change.type()) {
            case ADDED -> COME;
            case REMOVED -> "red2";
            case CHANGED -> "magenta";
            case UNCHANGED -> "grey";
        };
        String label = switch (change.type()) {
            case ADDED, UNCHANGED -> change.after();
            case REMOVED -> change.before();
            case CHANGED -> change.after() + " (dir1: " + change.before() + ")";
        };
        return ConnectionList.edge(change.from(), change.to(), label, color, color);
    }
}
