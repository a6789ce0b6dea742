package dev.bartizan.network.suggest;

import dev.bartizan.network.intended.Traffic.Reason;
import dev.bartizan.network.mesh.Mesh;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.model.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A rule of an AuthorizationPolicy that allows.
 *
 * @param principals the identities of the senders
 * @param blocks the addresses of senders outside; without these and principals, anybody
 * @param ports of TCP
 */
record MeshRule(NavigableSet<String> principals, List<String> blocks, PortSet ports, List<Reason> reasons) {
    /** Rules list ports one by one. */
    private static final int MOST_NUMBERS = 64;

    static MeshRule of(Synthesis.Answer answer, SuggestedRule rule) {
        PortSet ports = tcp(rule.ports());
        return switch (rule.peer()) {
            case RulePeer.Pods(var segment) ->
                new MeshRule(new TreeSet<>(MeshForm.principals(answer, segment)), List.of(), ports, rule.reasons());
            case RulePeer.Block(var range) ->
                new MeshRule(new TreeSet<>(), range.isAll() ? List.of() : List.of(range.cidr()), ports, rule.reasons());
            case RulePeer.ApiServer _, RulePeer.Nodes _, RulePeer.NameService _, RulePeer.Domain _ ->
                new MeshRule(new TreeSet<>(), List.of(), ports, rule.reasons());
        };
    }

    static PortSet tcp(PortSet ports) {
        return PortSet.of(ports.ranges().stream()
                .filter(range -> range.protocol() == Protocol.TCP)
                .toList());
    }

    /** One by one; empty when there are too many. */
    static Optional<List<Integer>> numbers(PortSet ports) {
        var numbers = new ArrayList<Integer>();
        for (PortMatch.Range range : ports.ranges()) {
            if (numbers.size() + range.last() - range.first() + 1 > MOST_NUMBERS) {
                return Optional.empty();
            }
            for (int port = range.first(); port <= range.last(); port++) {
                numbers.add(port);
            }
        }
        return Optional.of(numbers);
    }

    boolean isIdentified() {
        return !principals.isEmpty();
    }

    /** The ports that it opens as it is written. */
    PortSet widened() {
        return numbers(ports).isPresent() ? ports : PortSet.TCP;
    }

    /** Whether somebody may come in by it; addresses of pods are not known. */
    boolean admits(Optional<Pod> sender) {
        return principals.isEmpty()
                || sender.flatMap(Mesh::principal).filter(principals::contains).isPresent();
    }

    void write(YamlText yaml) {
        yaml.reasons(2, reasons);
        Optional<List<Integer>> numbers = numbers(ports);
        if (!principals.isEmpty()) {
            yaml.line(2, "- from:");
            yaml.line(4, "- source:");
            yaml.line(6, "principals:");
            principals.forEach(principal -> yaml.line(7, "- " + YamlText.scalar(principal)));
        } else if (!blocks.isEmpty()) {
            yaml.line(2, "- from:");
            yaml.line(4, "- source: {ipBlocks: [\"" + blocks.getFirst() + "\"]}");
        }
        String start = isIdentified() || !blocks.isEmpty() ? "  " : "- ";
        if (numbers.isPresent()) {
            String listed =
                    numbers.get().stream().map(port -> "\"" + port + "\"").collect(Collectors.joining(", "));
            yaml.line(2, start + "to:");
            yaml.line(4, "- operation: {ports: [" + listed + "]}");
        } else if (start.equals("- ")) {
            yaml.line(2, "- {}");
        }
    }
}
