package dev.bartizan.network;

import dev.bartizan.network.forms.Quoting;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The nodes of a graph for Graphviz: workloads in a box for each namespace, all others outside. */
final class DotNodes {
    private static final String WORKLOAD = "blue";
    private static final String ADDRESSES = "red2";

    private final SortedMap<String, SortedMap<String, String>> inside = new TreeMap<>();
    private final SortedMap<String, String> outside = new TreeMap<>();

    /** In the colour of its kind. */
    void add(Peer peer) {
        add(peer, peer.isExternal() && !peer.isPlaceholder() ? ADDRESSES : WORKLOAD);
    }

    /** The first colour stays. */
    void add(Peer peer, String color) {
        if (peer.isExternal()) {
            outside.computeIfAbsent(peer.label(), label -> node(peer, label, color));
        } else {
            inside.computeIfAbsent(peer.namespace(), key -> new TreeMap<>())
                    .computeIfAbsent(
                            peer.label(), label -> "\t" + node(peer, peer.name() + "[" + peer.kind() + "]", color));
        }
    }

    private static String node(Peer peer, String label, String color) {
        return "\t%s [label=%s color=\"%s\" fontcolor=\"%s\"]\n"
                .formatted(Quoting.quoted(peer.label()), Quoting.quoted(label), color, color);
    }

    void writeTo(Appendable out) throws IOException {
        for (Map.Entry<String, SortedMap<String, String>> box : inside.entrySet()) {
            String name = box.getKey() + "[namespace]";
            out.append("\tsubgraph ").append(Quoting.quoted("cluster_" + name)).append(" {\n");
            out.append("\t\tcolor=\"black\"\n\t\tfontcolor=\"black\"\n");
            for (String node : box.getValue().values()) {
                out.append(node);
            }
            out.append("\t\tlabel=").append(Quoting.quoted(name)).append("\n\t}\n");
        }
        for (String node : outside.values()) {
            out.append(node);
        }
    }
}
