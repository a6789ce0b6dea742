package dev.bartizan.cli.network;

import dev.bartizan.diagram.ConnectionPicture;
import dev.bartizan.diagram.ConnectionPicture.Arrow;
import dev.bartizan.diagram.ConnectionPicture.Node;
import dev.bartizan.diagram.Svg;
import dev.bartizan.network.Connection;
import dev.bartizan.network.Connections;
import dev.bartizan.network.Peer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Connections as a picture: namespaces are boxes, workloads of a namespace that no policy tells apart are one node, and so are ranges of addresses that may do and
 * receive the same.
 */
final class ConnectionDrawing {
    private static final String OUTSIDE = "outside of the cluster";
    private static final int MOST_NAMED = 2;

    /** Peers that are drawn as one. */
    private final Map<String, List<Peer>> members = new LinkedHashMap<>();

    private ConnectionDrawing() {}

    static String svg(Connections connections) {
        return new ConnectionDrawing().draw(connections);
    }

    private String draw(Connections connections) {
        List<Connection> all = new ArrayList<>();
        connections.forEach(all::add);
        Map<Peer, String> looks = looks(all);
        Map<Peer, String> ids = new LinkedHashMap<>();
        Stream.concat(connections.drawn().stream(), all.stream().flatMap(each -> Stream.of(each.from(), each.to())))
                .distinct()
                .sorted()
                .forEach(peer -> {
                    String id = group(peer) + " "
                            + (peer.isExternal() ? looks.getOrDefault(peer, "") : Integer.toString(peer.party()));
                    ids.put(peer, id);
                    members.computeIfAbsent(id, key -> new ArrayList<>()).add(peer);
                });
        Map<String, Arrow> arrows = new LinkedHashMap<>();
        for (Connection each : all) {
            String from = ids.getOrDefault(each.from(), "");
            String to = ids.getOrDefault(each.to(), "");
            if (!from.equals(to)) {
                arrows.putIfAbsent(
                        from + "\n" + to,
                        new Arrow(from, to, ports(each), each.allowed().isEmpty()));
            }
        }
        List<Node> nodes = members.entrySet().stream()
                .map(entry -> node(entry.getKey(), entry.getValue()))
                .toList();
        return ConnectionPicture.svg(
                "Who can reach whom: " + nodes.size() + " nodes, " + all.size() + " connections",
                nodes,
                List.copyOf(arrows.values()),
                Svg.Theme.LIGHT);
    }

    /** What each peer outside may do and receive, so that those that are alike stand together. */
    private static Map<Peer, String> looks(List<Connection> all) {
        Map<Peer, TreeSet<String>> said = new LinkedHashMap<>();
        for (Connection each : all) {
            if (each.from().isExternal()) {
                said.computeIfAbsent(each.from(), key -> new TreeSet<>())
                        .add("to " + each.to().label() + each.to().party() + ports(each));
            }
            if (each.to().isExternal()) {
                said.computeIfAbsent(each.to(), key -> new TreeSet<>())
                        .add("from " + each.from().label() + each.from().party() + ports(each));
            }
        }
        return said.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.join("\n", entry.getValue())));
    }

    private static String group(Peer peer) {
        return peer.isExternal() ? OUTSIDE : peer.namespace();
    }

    private static String ports(Connection each) {
        String text = each.allowed().isEmpty()
                ? (each.depends().isAll() ? "all" : each.depends()) + "?"
                : each.allowed().toString();
        String limited = each.limits().isEmpty() ? "" : ", some requests";
        return (each.allowed().isAll() ? "all" : text) + limited;
    }

    private static Node node(String id, List<Peer> peers) {
        Peer first = peers.getFirst();
        String names =
                peers.stream().map(Peer::name).distinct().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = peers.size() - MOST_NAMED;
        String kinds =
                peers.stream().map(ConnectionDrawing::kind).distinct().sorted().collect(Collectors.joining(", "));
        return new Node(id, group(first), names + (more > 0 ? " and " + more + " more" : ""), kinds);
    }

    private static String kind(Peer peer) {
        return peer.kind().equals("External") ? "addresses" : peer.kind();
    }
}
