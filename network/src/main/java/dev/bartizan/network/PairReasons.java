package dev.bartizan.network;

import dev.bartizan.network.engine.Hearing;
import dev.bartizan.network.engine.Reason.Verdict;
import dev.bartizan.network.engine.Testimony;
import dev.bartizan.network.entries.Entry;
import dev.bartizan.network.forms.Quoting;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.model.Tier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Why one peer may reach another, or not, in the sentences of np-guard's netpol-analyzer. */
final class PairReasons {
    static final String BY_DEFAULT = "due to the system default (Allow all)";

    private static final String BY_RULES = "due to the following policies and rules:\n";
    private static final String ALLOWS = "%s '%s' allows ingress connections through service %s";
    private static final String LEADS_ELSEWHERE =
            "%s '%s' allows ingress to service %s, but the protocols and ports do not match";

    private final String from;
    private final String to;
    private final List<Entry> ways;

    PairReasons(String from, String to) {
        this(from, to, List.of());
    }

    /** @param ways that what comes from outside takes to the receiver; empty for what does not take any */
    PairReasons(String from, String to, List<Entry> ways) {
        this.from = from;
        this.to = to;
        this.ways = List.copyOf(ways);
    }

    /** Ports that are decided alike. */
    private record Piece(Verdict verdict, List<PortMatch.Range> ports, String reasons) {}

    /** What is allowed first; ports for which all sentences are the same stand together. */
    void write(List<Hearing> heard, Appendable out) throws IOException {
        List<Piece> pieces = heard.stream()
                .flatMap(each -> ways.isEmpty() ? Stream.of(piece(each)) : entering(each))
                .toList();
        write("Allowed", of(Verdict.ALLOWED, pieces), out);
        write("Depending", of(Verdict.DEPENDS, pieces), out);
        write("Denied", of(Verdict.DENIED, pieces), out);
    }

    private static Map<String, List<PortMatch.Range>> of(Verdict verdict, List<Piece> pieces) {
        var byReasons = new LinkedHashMap<String, List<PortMatch.Range>>();
        pieces.stream()
                .filter(each -> each.verdict() == verdict)
                .forEach(each -> byReasons
                        .computeIfAbsent(each.reasons(), key -> new ArrayList<>())
                        .addAll(each.ports()));
        return byReasons;
    }

    private Piece piece(Hearing heard) {
        boolean isSilent = heard.egress().isSilent() && heard.ingress().isSilent();
        return new Piece(
                heard.verdict(),
                heard.ports(),
                isSilent
                        ? BY_DEFAULT + "\n"
                        : BY_RULES + side("Egress", heard.egress()) + side("Ingress", heard.ingress()));
    }

    /** What comes from outside needs a way besides the policies; what they say of the controller's own egress does not count. */
    private Stream<Piece> entering(Hearing heard) {
        var pieces = new ArrayList<Piece>();
        var rest = new Ports(heard.ports());
        for (int port :
                ways.stream().flatMap(way -> way.ports().stream()).distinct().toList()) {
            if (rest.contains(Protocol.TCP, port)) {
                List<Entry> taken = heard.ingress().verdict() == Verdict.DENIED
                        ? List.of()
                        : ways.stream()
                                .filter(way -> way.ports().contains(port))
                                .toList();
                pieces.add(entering(heard.ingress(), Ports.of(Protocol.TCP, port), taken, ALLOWS));
                rest = rest.without(Ports.of(Protocol.TCP, port));
            }
        }
        boolean isDenied = heard.ingress().verdict() == Verdict.DENIED;
        var denied = new Hearing.Side(Verdict.DENIED, isDenied ? heard.ingress().testimonies() : List.of(), false);
        pieces.add(entering(denied, rest, ways, LEADS_ELSEWHERE));
        return pieces.stream().filter(piece -> !piece.ports().isEmpty());
    }

    private Piece entering(Hearing.Side ingress, Ports ports, List<Entry> taken, String sentence) {
        var told = new TreeMap<String, SortedSet<String>>();
        taken.forEach(way -> told.computeIfAbsent(way.kind(), key -> new TreeSet<>())
                .add(sentence.formatted(
                        Quoting.printable(way.kind()),
                        Quoting.printable(way.object()),
                        Quoting.printable(way.service()))));
        String reasons = BY_RULES + "\t\tEgress (Allowed) " + BY_DEFAULT + "\n" + side("Ingress", ingress, told);
        return new Piece(ingress.verdict(), ports.ranges(), reasons);
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

    private String side(String name, Hearing.Side side) {
        return side(name, side, new TreeMap<>());
    }

    /** @param others that have a say beside the policies of namespaces, by kind */
    private String side(String name, Hearing.Side side, SortedMap<String, SortedSet<String>> others) {
        String begin = "\t\t" + name + " (" + word(side.verdict()) + ")";
        if (side.isSilent() && others.isEmpty()) {
            return begin + " " + BY_DEFAULT + "\n";
        }
        Map<String, SortedSet<String>> before = new LinkedHashMap<>();
        var beside = new TreeMap<>(others);
        Map<String, SortedSet<String>> after = new LinkedHashMap<>();
        side.testimonies().forEach(testimony -> {
            int order = testimony.policy().tier().compareTo(Tier.NAMESPACE);
            (order < 0 || others.isEmpty() ? before : order == 0 ? beside : after)
                    .computeIfAbsent(testimony.policy().kind(), key -> new TreeSet<>())
                    .add(sentence(testimony));
        });
        var text = new StringBuilder(begin);
        List.of(before, beside, after)
                .forEach(kinds -> kinds.forEach((kind, sentences) -> text.append(list(kind, sentences))));
        return text.append(side.endsByDefault() && others.isEmpty() ? "\n\t\t\tthe system default (Allow all)\n" : "\n")
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
