package dev.bartizan.network;

import dev.bartizan.network.exposure.Newcomer;
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
    private final SortedMap<String, SortedMap<String, String>> imagined = new TreeMap<>();
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

    /** Who may come: in the box of the namespace if it has one already; all others before. Gives the name of the node. */
    String add(Newcomer newcomer) {
        if (newcomer.isAnybody()) {
            String name = newcomer.label();
            outside.put(name, node(name, name, ADDRESSES).replace("]\n", " shape=diamond]\n"));
            return name;
        }
        String name = newcomer.pods() + "_in_" + newcomer.namespaces();
        SortedMap<String, SortedMap<String, String>> boxes =
                newcomer.isOneNamespace() && inside.containsKey(newcomer.namespaces()) ? inside : imagined;
        boxes.computeIfAbsent(newcomer.namespaces(), key -> new TreeMap<>())
                .put(name, "\t" + node(name, newcomer.pods(), ADDRESSES));
        return name;
    }

    private static String node(Peer peer, String label, String color) {
        return node(peer.label(), label, color);
    }

    private static String node(String name, String label, String color) {
        return "\t%s [label=%s color=\"%s\" fontcolor=\"%s\"]\n"
                .formatted(Quoting.quoted(name), Quoting.quoted(label), color, color);
    }

    void writeTo(Appendable out) throws IOException {
        boxes(inside, "black", out);
        boxes(imagined, ADDRESSES, out);
        for (String node : outside.values()) {
            out.append(node);
        }
    }

    private static void boxes(SortedMap<String, SortedMap<String, String>> boxes, String color, Appendable out)
            throws IOException {
        for (Map.Entry<String, SortedMap<String, String>> box : boxes.entrySet()) {
            String name = box.getKey() + "[namespace]";
            out.append("\tsubgraph ")
                    .append(Quoting.quoted("cluster_" + name.replace('-', '_')))
                    .append(" {\n");
            out.append("\t\tcolor=\"%s\"\n\t\tfontcolor=\"%s\"\n".formatted(color, color));
            for (String node : box.getValue().values()) {
                out.append(node);
            }
            out.append("\t\tlabel=").append(Quoting.quoted(name)).append("\n\t}\n");
        }
    }
}
