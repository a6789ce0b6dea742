package dev.bartizan.network;

import static dev.bartizan.network.forms.Quoting.bar;
import static dev.bartizan.network.forms.Quoting.cell;
import static dev.bartizan.network.forms.Quoting.quoted;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Connections in the forms of np-guard's netpol-analyzer (its list command), so that scripts and eyes that know them go on. What hangs on an assumption
 * follows in words of its own.
 */
public enum ConnectionList {
    /** {@code shop/web[Deployment] => shop/api[Deployment] : TCP 8080}. */
    TXT {
        @Override
        public void write(Connections connections, Appendable out) throws IOException {
            for (Connection each : connections) {
                out.append(each.from().label()).append(" => ").append(each.to().label());
                out.append(" : ").append(each.access().toString()).append('\n');
            }
        }
    },
    /** A list of {@code src}, {@code dst} and {@code conn}. */
    JSON {
        @Override
        public void write(Connections connections, Appendable out) throws IOException {
            String before = "[\n";
            for (Connection each : connections) {
                out.append(before)
                        .append("  {\n    \"src\": ")
                        .append(quoted(each.from().label()));
                out.append(",\n    \"dst\": ").append(quoted(each.to().label()));
                out.append(",\n    \"conn\": ")
                        .append(quoted(each.access().toString()))
                        .append("\n  }");
                before = ",\n";
            }
            out.append(before.startsWith("[") ? "[]\n" : "\n]\n");
        }
    },
    /** With a line of names. */
    CSV {
        @Override
        public void write(Connections connections, Appendable out) throws IOException {
            out.append("src,dst,conn\n");
            for (Connection each : connections) {
                out.append(cell(each.from().label()))
                        .append(',')
                        .append(cell(each.to().label()));
                out.append(',').append(cell(each.access().toString())).append('\n');
            }
        }
    },
    /** A table of Markdown. */
    MD {
        @Override
        public void write(Connections connections, Appendable out) throws IOException {
            out.append("| src | dst | conn |\n|-----|-----|------|\n");
            for (Connection each : connections) {
                out.append("| ")
                        .append(bar(each.from().label()))
                        .append(" | ")
                        .append(bar(each.to().label()));
                out.append(" | ").append(bar(each.access().toString())).append(" |\n");
            }
        }
    },
    /** For Graphviz, namespaces as boxes. */
    DOT {
        @Override
        public void write(Connections connections, Appendable out) throws IOException {
            var nodes = new DotNodes();
            connections.drawn().forEach(nodes::add);
            for (Connection each : connections) {
                nodes.add(each.from());
                nodes.add(each.to());
            }
            out.append("digraph {\n");
            nodes.writeTo(out);
            for (Connection each : connections) {
                out.append(edge(each));
            }
            out.append("}\n");
        }
    };

    /** A whole document; the same connections give the same text. */
    public abstract void write(Connections connections, Appendable out) throws IOException;

    static String edge(Connection connection) {
        return edge(connection.from(), connection.to(), connection.access().toString(), "gold2", "darkgreen");
    }

    /** An edge for Graphviz. Those from left to right weigh less, so that the layout does not stretch. */
    static String edge(Peer from, Peer to, String label, String color, String fontColor) {
        String weight = from.label().compareTo(to.label()) < 0 ? "0.5" : "1";
        return "\t%s -> %s [label=%s color=\"%s\" fontcolor=\"%s\" weight=%s]\n"
                .formatted(quoted(from.label()), quoted(to.label()), quoted(label), color, fontColor, weight);
    }

    /** By its name in small letters. */
    public static Optional<ConnectionList> named(String format) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(format))
                .findFirst();
    }
}
