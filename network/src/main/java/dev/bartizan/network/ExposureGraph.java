package dev.bartizan.network;

import static dev.bartizan.network.forms.Quoting.quoted;

import dev.bartizan.network.ExposureLines.Line;
import java.io.IOException;
import java.util.TreeSet;

/** Connections and what workloads are open to besides, as one graph for Graphviz, in the colours of np-guard's netpol-analyzer. */
final class ExposureGraph {
    private static final String EGRESS =
            "\t%s -> %s [label=%s color=\"darkorange4\" fontcolor=\"darkgreen\" weight=0.5 style=dashed]\n";
    private static final String INGRESS =
            "\t%s -> %s [label=%s color=\"darkorange2\" fontcolor=\"darkgreen\" weight=1 style=dashed]\n";

    private ExposureGraph() {}

    static void write(Connections connections, Appendable out) throws IOException {
        var nodes = new DotNodes();
        connections.drawn().forEach(nodes::add);
        var edges = new TreeSet<String>();
        for (Connection each : connections) {
            nodes.add(each.from());
            nodes.add(each.to());
            edges.add(ConnectionList.edge(each));
        }
        ExposureLines lines = connections.exposure();
        for (Line line : lines.egress()) {
            line.newcomer()
                    .ifPresent(other -> edges.add(
                            EGRESS.formatted(quoted(line.workload()), quoted(nodes.add(other)), quoted(line.ports()))));
        }
        for (Line line : lines.ingress()) {
            line.newcomer()
                    .ifPresent(other -> edges.add(INGRESS.formatted(
                            quoted(nodes.add(other)), quoted(line.workload()), quoted(line.ports()))));
        }
        out.append("digraph {\n");
        nodes.writeTo(out);
        for (String edge : edges) {
            out.append(edge);
        }
        out.append("}\n");
    }
}
