package dev.bartizan.network;

import static dev.bartizan.network.forms.Quoting.printable;
import static dev.bartizan.network.forms.Quoting.quoted;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.escalation.Escalation;
import dev.bartizan.network.escalation.Escalations;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.rbac.Holder;
import dev.bartizan.source.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who could make connections pass that do not pass today, with the rights that roles and bindings of the input give. */
public final class RightsAnalysis {
    private static final int MOST_PAIRS = 20_000;
    private static final int MOST_SHOWN = 10;
    private static final int MOST_NAMED = 6;
    private static final String NOBODY =
            "nobody whose rights the input shows could open more with one or two calls to the API server";

    private static final Comparator<Peer> INSIDE_FIRST = Comparator.comparing(Peer::isExternal);

    private final Connectivity connectivity;
    private final Escalations escalations;

    private RightsAnalysis(Snapshot snapshot, Connectivity connectivity) {
        this.connectivity = connectivity;
        this.escalations = new Escalations(
                snapshot,
                connectivity.cluster(),
                connectivity.engine(),
                connectivity.profile().assumptions(),
                RightsAnalysis::label);
    }

    /** @param snapshot that the connectivity is of */
    public static RightsAnalysis of(Snapshot snapshot, Connectivity connectivity) {
        return new RightsAnalysis(snapshot, connectivity);
    }

    private static String label(Pod pod) {
        return Peer.workload(pod.namespace(), pod.name(), pod.kind(), 0).label();
    }

    /** Of one pair, in lines for a reader: each call, who may make it, and the packet that passes then. */
    public List<String> explain(Peer from, Peer to, Optional<PortQuery> port) {
        var lines = new ArrayList<>(List.of("", "Under the rights that the input shows:"));
        for (Escalation each : between(from, to)) {
            var ports = new Ports(each.ports().ranges());
            if (port.map(query -> ports.contains(query.protocol(), query.port()))
                    .orElse(true)) {
                lines.add("  " + call(each));
                lines.add("    " + each.from() + " => " + each.to() + " : " + ports);
                each.steps().forEach(step -> lines.add("      " + ExplanationText.line(step)));
            }
        }
        if (lines.size() == 2) {
            lines.add("  " + NOBODY);
        }
        rest().ifPresent(sentence -> lines.add("  " + sentence));
        return lines;
    }

    private static String call(Escalation each) {
        return each.call() + ": " + principals(each.holders()) + place(each);
    }

    private static String principals(List<Holder> holders) {
        String named = holders.stream().limit(MOST_NAMED).map(Holder::principal).collect(Collectors.joining(", "));
        int more = holders.size() - MOST_NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }

    private static String place(Escalation each) {
        Location location = each.holders().getFirst().evidence();
        return "  " + location.file() + ":" + location.line();
    }

    private Optional<String> rest() {
        return escalations.isCut() ? Optional.of("not all ways to label namespaces were looked at") : Optional.empty();
    }

    private List<Escalation> between(Peer from, Peer to) {
        return connectivity
                .end(from)
                .flatMap(source -> connectivity.end(to).map(receiver -> escalations.between(source, receiver)))
                .orElse(List.of());
    }

    /** Those of the same call and the same people. */
    private record Group(String call, List<Holder> holders, List<Escalation> opened) {}

    private record Found(List<Group> groups, boolean isCut) {}

    private Found found(Connections asked) {
        Map<String, Group> groups = new LinkedHashMap<>();
        int pairs = 0;
        for (Peer from : asked.sources().sorted(INSIDE_FIRST).toList()) {
            for (Peer to : asked.receivers(from).sorted(INSIDE_FIRST).toList()) {
                if (pairs++ == MOST_PAIRS) {
                    return new Found(List.copyOf(groups.values()), true);
                }
                for (Escalation each : between(from, to)) {
                    groups.computeIfAbsent(call(each), key -> new Group(each.call(), each.holders(), new ArrayList<>()))
                            .opened()
                            .add(each);
                }
            }
        }
        return new Found(List.copyOf(groups.values()), false);
    }

    private static List<Opened> opened(Group group) {
        return group.opened().stream()
                .map(each -> new Opened(
                        each.from(), each.to(), new Ports(each.ports().ranges()).toString()))
                .distinct()
                .toList();
    }

    private record Opened(String from, String to, String ports) {
        @Override
        public String toString() {
            return printable(from + " => " + to + " : " + ports);
        }
    }

    /** As JSON: the connections of today, then each call with the connections that it opens. */
    public void writeJson(Connections asked, Appendable out) throws IOException {
        out.append("{\n\"connections\": ");
        ConnectionList.JSON.write(asked, out);
        Found found = found(asked);
        out.append(",\"pairsLeftOut\": " + (found.isCut() || escalations.isCut()) + ",\n\"underRights\": [");
        String before = "\n";
        for (Group group : found.groups()) {
            out.append(before).append("  {\"call\": ").append(quoted(group.call()));
            out.append(", \"principals\": ").append(list(group.holders(), holder -> quoted(holder.principal())));
            Location evidence = group.holders().getFirst().evidence();
            out.append(", \"evidence\": {\"file\": ").append(quoted(evidence.file()));
            out.append(", \"line\": " + evidence.line() + "},\n   \"opens\": ")
                    .append(list(
                            opened(group),
                            each -> "{\"src\": " + quoted(each.from()) + ", \"dst\": " + quoted(each.to())
                                    + ", \"conn\": " + quoted(each.ports()) + "}"))
                    .append("}");
            before = ",\n";
        }
        out.append("\n]\n}\n");
    }

    private static <T> String list(List<T> items, Function<T, String> form) {
        return items.stream().map(form).collect(Collectors.joining(", ", "[", "]"));
    }

    /** As text: each call with the connections that it opens. */
    public void write(Connections asked, Appendable out) throws IOException {
        Found found = found(asked);
        out.append("\nUnder the rights that the input shows:\n");
        for (Group group : found.groups()) {
            out.append(printable(call(group.opened().getFirst()))).append('\n');
            List<Opened> opened = opened(group);
            for (Opened each : opened.subList(0, Math.min(MOST_SHOWN, opened.size()))) {
                out.append("  ").append(each.toString()).append('\n');
            }
            if (opened.size() > MOST_SHOWN) {
                out.append("  and " + (opened.size() - MOST_SHOWN) + " more\n");
            }
        }
        out.append(found.groups().isEmpty() ? NOBODY + "\n" : "");
        out.append(
                found.isCut()
                        ? "only the first " + MOST_PAIRS + " pairs were looked at; narrow by --from, --to\n"
                        : "");
        out.append(rest().map(sentence -> sentence + "\n").orElse(""));
    }
}
