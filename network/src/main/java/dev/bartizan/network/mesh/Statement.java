package dev.bartizan.network.mesh;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Rule;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A rule for one kind of senders and one operation.
 *
 * @param index of the rule in its policy
 * @param senders any of them
 * @param assumptions what must hold for it to match and no file tells
 * @param tokens what must hold of a token for it to match, and no file tells
 */
record Statement(
        int index,
        Action action,
        List<PeerMatch> senders,
        Operation operation,
        SortedSet<String> assumptions,
        SortedSet<String> tokens,
        Location location) {
    Statement {
        senders = List.copyOf(senders);
    }

    /** Whether only a request of HTTP can show that it matches. */
    boolean isHttp() {
        return !tokens.isEmpty() || !operation.isAny();
    }

    /** What it says about pods whose proxies know such things of their ports. */
    List<Rule> rules(ProxyPorts known) {
        TcpPorts taken = operation.ports().without(known.exempt());
        TcpPorts plain = taken.and(known.plain());
        var rules = new ArrayList<Rule>();
        add(taken.without(plain), senders, known, rules);
        add(plain, senders.stream().map(Identities::unidentified).toList(), known, rules);
        return rules;
    }

    /** On a port that carries no HTTP, what asks for HTTP never allows, and always denies (Authorization Policy of security.istio.io/v1). */
    private void add(TcpPorts ports, List<PeerMatch> peers, ProxyPorts known, List<Rule> rules) {
        if (!isHttp()) {
            add(ports, peers, Operation.ANY, assumptions, rules);
            return;
        }
        var all = new TreeSet<>(assumptions);
        all.addAll(tokens);
        add(ports.without(known.tcpOnly()), peers, operation, all, rules);
        if (action != Action.ALLOW) {
            add(ports.and(known.tcpOnly()), peers, Operation.ANY, assumptions, rules);
        }
    }

    private void add(
            TcpPorts ports, List<PeerMatch> peers, Operation asked, SortedSet<String> assumed, List<Rule> rules) {
        if (!ports.isEmpty()) {
            rules.add(new Rule(
                    Direction.INGRESS,
                    index,
                    "rule " + (index + 1),
                    action,
                    peers,
                    ports.ranges(),
                    asked.isAny() ? Optional.empty() : Optional.of(asked.requests()),
                    assumed.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", assumed)),
                    location));
        }
    }
}
