package dev.bartizan.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Connections in the forms of np-guard's netpol-analyzer (its list command), so that scripts and eyes that know them go on. What hangs on an assumption
 * follows in words of its own.
 */
public enum ConnectionList {
    /** {@code shop/web[Deployment] => shop/api[Deployment] : TCP 8080}. */
    TXT {
        @Override
        public String of(List<Connection> connections) {
            return connections.stream()
                    .map(each -> each.from().label() + " => " + each.to().label() + " : " + words(each) + "\n")
                    .collect(Collectors.joining());
        }
    },
    /** A list of {@code src}, {@code dst} and {@code conn}. */
    JSON {
        @Override
        public String of(List<Connection> connections) {
            return connections.isEmpty()
                    ? "[]"
                    : connections.stream()
                            .map(each -> "  {\n    \"src\": "
                                    + quoted(each.from().label()) + ",\n    \"dst\": "
                                    + quoted(each.to().label()) + ",\n    \"conn\": " + quoted(words(each)) + "\n  }")
                            .collect(Collectors.joining(",\n", "[\n", "\n]"));
        }
    },
    /** With a line of names. */
    CSV {
        @Override
        public String of(List<Connection> connections) {
            return connections.stream()
                    .map(each ->
                            cell(each.from().label()) + "," + cell(each.to().label()) + "," + cell(words(each)) + "\n")
                    .collect(Collectors.joining("", "src,dst,conn\n", ""));
        }
    },
    /** A table of Markdown. */
    MD {
        @Override
        public String of(List<Connection> connections) {
            return connections.stream()
                    .map(each -> "| " + bar(each.from().label()) + " | "
                            + bar(each.to().label()) + " | " + bar(words(each)) + " |")
                    .collect(Collectors.joining("\n", "| src | dst | conn |\n|-----|-----|------|\n", ""));
        }
    },
    /** For Graphviz, namespaces as boxes. */
    DOT {
        @Override
        public String of(List<Connection> connections) {
            Map<String, TreeSet<Peer>> inside = new TreeMap<>();
            var outside = new TreeSet<Peer>();
            connections.stream()
                    .flatMap(each -> List.of(each.from(), each.to()).stream())
                    .forEach(peer -> (peer.isExternal()
                                    ? outside
                                    : inside.computeIfAbsent(peer.namespace(), key -> new TreeSet<>()))
                            .add(peer));
            var lines = new ArrayList<>(List.of("digraph {"));
            inside.forEach((namespace, peers) -> lines.addAll(box(namespace, List.copyOf(peers))));
            outside.forEach(peer -> lines.add("\t" + node(peer, peer.label(), "red2")));
            connections.forEach(each -> lines.add("\t" + edge(each)));
            lines.add("}");
            return String.join("\n", lines);
        }
    };

    /** A whole document; the same connections give the same text. */
    public abstract String of(List<Connection> connections);

    /** By its name in small letters. */
    public static Optional<ConnectionList> named(String format) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(format))
                .findFirst();
    }

    private static String words(Connection connection) {
        String allowed = connection.allowed().isEmpty() && !connection.depends().isEmpty()
                ? ""
                : connection.allowed().toString();
        String depends = connection.depends().isEmpty() ? "" : "depends: " + connection.depends();
        return allowed + (allowed.isEmpty() || depends.isEmpty() ? "" : "; ") + depends;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String cell(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static String bar(String text) {
        return text.replace("|", "\\|");
    }

    private static List<String> box(String namespace, List<Peer> peers) {
        String name = quoted(namespace + "[namespace]");
        var lines = new ArrayList<>(List.of(
                "\tsubgraph " + quoted("cluster_" + namespace + "[namespace]") + " {",
                "\t\tcolor=\"black\"",
                "\t\tfontcolor=\"black\""));
        peers.forEach(peer -> lines.add("\t\t" + node(peer, peer.name() + "[" + peer.kind() + "]", "blue")));
        lines.add("\t\tlabel=" + name);
        lines.add("\t}");
        return lines;
    }

    private static String node(Peer peer, String label, String color) {
        return "%s [label=%s color=\"%s\" fontcolor=\"%s\"]"
                .formatted(quoted(peer.label()), quoted(label), color, color);
    }

    /** Edges from left to right weigh less, so that the layout does not stretch. */
    private static String edge(Connection each) {
        String weight = each.from().label().compareTo(each.to().label()) < 0 ? "0.5" : "1";
        return "%s -> %s [label=%s color=\"gold2\" fontcolor=\"darkgreen\" weight=%s]"
                .formatted(quoted(each.from().label()), quoted(each.to().label()), quoted(words(each)), weight);
    }
}
