package dev.bartizan.network;

import dev.bartizan.network.engine.Hearing;
import dev.bartizan.network.engine.Reason.Verdict;
import dev.bartizan.network.engine.Testimony;
import dev.bartizan.network.forms.Quoting;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.network.model.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Why one peer may reach another, or not, in the sentences of np-guard's netpol-analyzer. */
final class PairReasons {
    static final String BY_DEFAULT = "due to the system default (Allow all)";

    private final String from;
    private final String to;

    PairReasons(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /** What is allowed first; ports for which all sentences are the same stand together. */
    void write(List<Hearing> heard, Appendable out) throws IOException {
        write("Allowed", of(Verdict.ALLOWED, heard), out);
        write("Depending", of(Verdict.DEPENDS, heard), out);
        write("Denied", of(Verdict.DENIED, heard), out);
    }

    private Map<String, List<PortMatch.Range>> of(Verdict verdict, List<Hearing> heard) {
        var byReasons = new LinkedHashMap<String, List<PortMatch.Range>>();
        heard.stream()
                .filter(each -> each.verdict() == verdict)
                .forEach(each -> byReasons
                        .computeIfAbsent(reasons(each), key -> new ArrayList<>())
                        .addAll(each.ports()));
        return byReasons;
    }

    private static void write(String result, Map<String, List<PortMatch.Range>> byReasons, Appendable out)
            throws IOException {
        if (byReasons.isEmpty()) {
            return;
        }
        SortedMap<String, String> byPorts = new TreeMap<>();
        byReasons.forEach((reasons, ports) -> byPorts.put(result + " " + written(ports), reasons));
        out.append(result).append(" connections:\n");
        for (Map.Entry<String, String> each : byPorts.entrySet()) {
            out.append('\t')
                    .append(each.getKey())
                    .append(' ')
                    .append(each.getValue())
                    .append('\n');
        }
    }

    /** {@code TCP:[1-79,81-65535], UDP, SCTP}. */
    private static String written(List<PortMatch.Range> ports) {
        var parts = new ArrayList<String>();
        for (Protocol protocol : Protocol.values()) {
            List<PortMatch.Range> own = Ports.joined(
                    ports.stream().filter(range -> range.protocol() == protocol).toList());
            if (own.equals(List.of(PortMatch.all(protocol)))) {
                parts.add(protocol.name());
            } else if (!own.isEmpty()) {
                parts.add(protocol + ":[" + Ports.numbers(own) + "]");
            }
        }
        return String.join(", ", parts);
    }

    private String reasons(Hearing hearing) {
        if (hearing.egress().isSilent() && hearing.ingress().isSilent()) {
            return BY_DEFAULT + "\n";
        }
        return "due to the following policies and rules:\n"
                + side("Egress", hearing.egress())
                + side("Ingress", hearing.ingress());
    }

    private String side(String name, Hearing.Side side) {
        String begin = "\t\t" + name + " (" + word(side.verdict()) + ")";
        if (side.isSilent()) {
            return begin + " " + BY_DEFAULT + "\n";
        }
        Map<String, TreeSet<String>> byKind = new LinkedHashMap<>();
        side.testimonies()
                .forEach(testimony -> byKind.computeIfAbsent(testimony.policy().kind(), key -> new TreeSet<>())
                        .add(sentence(testimony)));
        var text = new StringBuilder(begin);
        byKind.forEach((kind, sentences) -> text.append(list(kind, sentences)));
        return text.append(side.endsByDefault() ? "\n\t\t\tthe system default (Allow all)\n" : "\n")
                .toString();
    }

    private static String list(String kind, SortedSet<String> sentences) {
        if (sentences.size() == 1) {
            return "\n\t\t\t" + sentences.first();
        }
        var list = new StringBuilder("\n\t\t\t" + Quoting.printable(kind) + " list:\n");
        sentences.forEach(sentence -> list.append("\t\t\t\t- ").append(sentence).append('\n'));
        return list.toString();
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case ALLOWED -> "Allowed";
            case DENIED -> "Denied";
            case DEPENDS -> "Depends";
        };
    }

    private String sentence(Testimony testimony) {
        boolean isIngress = testimony.direction() == Direction.INGRESS;
        String way = isIngress ? "Ingress" : "Egress";
        String subject = isIngress ? to : from;
        String peer = isIngress ? from : to;
        Policy policy = testimony.policy();
        String rule = testimony.rule().map(each -> way + " rule " + name(each)).orElse("");
        String selects = " selects " + subject + ", ";
        return Quoting.printable(policy.kind()) + " '" + Quoting.printable(policy.name()) + "'"
                + switch (testimony.said()) {
                    case ALLOWS -> " allows connections by " + rule;
                    case DENIES -> " denies connections by " + rule;
                    case PASSES -> " passes connections by " + rule;
                    case HAS_NO_RULES ->
                        selects + "but " + peer + " is not allowed by any " + way + " rule (no rules defined)";
                    case MEANS_OTHERS -> selects + "but " + peer + " is not allowed by any " + way + " rule";
                    case MEANS_OTHER_PORTS ->
                        selects + "and " + rule + " selects " + peer + ", but the protocols and ports do not match";
                    case MEANS_UNKNOWN_PORTS ->
                        selects + "and " + rule + " selects " + peer
                                + ", but named ports of the rule have no match in the configuration of the destination peer";
                };
    }

    /** The name that its author gave it, else where it stands. */
    private static String name(Rule rule) {
        String place = Integer.toString(rule.index() + 1);
        return rule.name().equals("rule " + place) ? "#" + place : Quoting.printable(rule.name());
    }
}
