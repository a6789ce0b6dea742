package dev.bartizan.network;

import static dev.bartizan.network.forms.Quoting.bar;
import static dev.bartizan.network.forms.Quoting.cell;
import static dev.bartizan.network.forms.Quoting.quoted;

import dev.bartizan.network.ExposureLines.Line;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Connections, and what workloads are open to besides each other, in the forms of np-guard's netpol-analyzer (its list command with exposure).
 */
public enum ExposureList {
    /** With what no policy protects at the end. */
    TXT {
        @Override
        public void write(Connections connections, Appendable out) throws IOException {
            ConnectionList.TXT.write(connections, out);
            out.append(connections.iterator().hasNext() ? "\n" : "");
            writeBehind(connections, out);
        }
    },
    /** {@code connlist_results} and {@code exposure_results}. */
    JSON {
        @Override
        public void write(Connections connections, Appendable out) throws IOException {
            out.append("{\n  \"connlist_results\": ");
            String before = "[\n";
            for (Connection each : connections) {
                out.append(before);
                object(
                        "    ",
                        each.from().label(),
                        each.to().label(),
                        each.access().toString(),
                        out);
                before = ",\n";
            }
            out.append(before.startsWith("[") ? "[]" : "\n  ]");
            ExposureLines lines = connections.exposure();
            out.append(",\n  \"exposure_results\": {\n    \"egress_exposure\": ");
            array(lines.egress(), false, out);
            out.append(",\n    \"ingress_exposure\": ");
            array(lines.ingress(), true, out);
            out.append("\n  }\n}\n");
        }
    },
    /** One table after the other. */
    CSV {
        @Override
        public void write(Connections connections, Appendable out) throws IOException {
            ConnectionList.CSV.write(connections, out);
            ExposureLines lines = connections.exposure();
            out.append("Exposure Analysis Result:,,\n");
            for (boolean isIngress : List.of(false, true)) {
                List<Line> own = isIngress ? lines.ingress() : lines.egress();
                if (!own.isEmpty()) {
                    out.append(
                            isIngress ? "Ingress Exposure:,,\ndst,src,conn\n" : "Egress Exposure:,,\nsrc,dst,conn\n");
                    for (Line line : own) {
                        out.append(cell(line.workload())).append(',').append(cell(line.other()));
                        out.append(',').append(cell(line.ports())).append('\n');
                    }
                }
            }
        }
    },
    /** One table of Markdown after the other. */
    MD {
        @Override
        public void write(Connections connections, Appendable out) throws IOException {
            ConnectionList.MD.write(connections, out);
            ExposureLines lines = connections.exposure();
            out.append("## Exposure Analysis Result:\n");
            table("### Egress Exposure:\n| src | dst | conn |\n", lines.egress(), out);
            out.append('\n');
            table("### Ingress Exposure:\n| dst | src | conn |\n", lines.ingress(), out);
        }
    },
    /** For Graphviz: who could come in red, what would be open to them dashed. */
    DOT {
        @Override
        public void write(Connections connections, Appendable out) throws IOException {
            ExposureGraph.write(connections, out);
        }
    };

    /** A whole document; the same connections give the same text. */
    public abstract void write(Connections connections, Appendable out) throws IOException;

    /** By its name in small letters. */
    public static Optional<ExposureList> named(String format) {
        return Arrays.stream(values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(format))
                .findFirst();
    }

    /** What comes behind the connections, or behind their reasons, as text. */
    public static void writeBehind(Connections connections, Appendable out) throws IOException {
        out.append("Exposure Analysis Result:\n");
        ExposureLines lines = connections.exposure();
        int width = Math.max(width(lines.egress()), width(lines.ingress()));
        String before = "";
        for (boolean isIngress : List.of(false, true)) {
            List<Line> own = isIngress ? lines.ingress() : lines.egress();
            if (!own.isEmpty()) {
                out.append(before).append(isIngress ? "Ingress" : "Egress").append(" Exposure:\n");
                for (Line line : own) {
                    out.append(line.workload())
                            .append(" ".repeat(width - line.workload().length()));
                    out.append(isIngress ? " \t<= \t" : " \t=> \t").append(line.other());
                    out.append(" : ").append(line.ports()).append('\n');
                }
                before = "\n";
            }
        }
        if (!lines.unprotected().isEmpty()) {
            out.append("\nWorkloads not protected by network policies:\n");
            for (String line : lines.unprotected()) {
                out.append(line).append('\n');
            }
        }
    }

    private static int width(List<Line> lines) {
        return lines.stream().mapToInt(line -> line.workload().length()).max().orElse(0);
    }

    private static void table(String header, List<Line> lines, Appendable out) throws IOException {
        if (!lines.isEmpty()) {
            out.append(header).append("|-----|-----|------|\n");
            for (Line line : lines) {
                out.append("| ").append(bar(line.workload())).append(" | ").append(bar(line.other()));
                out.append(" | ").append(bar(line.ports())).append(" |\n");
            }
        }
    }

    private static void array(List<Line> lines, boolean isIngress, Appendable out) throws IOException {
        String before = "[\n";
        for (Line line : lines) {
            out.append(before);
            String from = isIngress ? line.other() : line.workload();
            String to = isIngress ? line.workload() : line.other();
            object("      ", from, to, line.ports(), out);
            before = ",\n";
        }
        out.append(lines.isEmpty() ? "null" : "\n    ]");
    }

    private static void object(String indent, String from, String to, String ports, Appendable out) throws IOException {
        out.append(indent).append("{\n").append(indent).append("  \"src\": ").append(quoted(from));
        out.append(",\n").append(indent).append("  \"dst\": ").append(quoted(to));
        out.append(",\n").append(indent).append("  \"conn\": ").append(quoted(ports));
        out.append('\n').append(indent).append('}');
    }
}
