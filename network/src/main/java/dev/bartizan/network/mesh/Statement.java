package dev.bartizan.network.mesh;

import dev.bartizan.network.mesh.Remainder.Part;
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
    private boolean isHttp() {
        return !tokens.isEmpty() || operation.isHttp();
    }

    /**
     * What it says about some pods.
     *
     * @param known what their proxies know of their ports
     * @param denials what all of them refuse before it is asked
     */
    List<Rule> rules(ProxyPorts known, List<Denial> denials) {
        TcpPorts taken = operation.ports().without(known.exempt());
        TcpPorts plain = taken.and(known.plain());
        var rules = new ArrayList<Rule>();
        add(new Part(senders, taken.without(plain), Optional.empty()), known, denials, rules);
        List<PeerMatch> unidentified =
                senders.stream().map(Identities::unidentified).toList();
        List<Denial> ofUnidentified = denials.stream().map(Denial::unidentified).toList();
        add(new Part(unidentified, plain, Optional.empty()), known, ofUnidentified, rules);
        return rules;
    }

    /** The same about whole connections, as it may be together with other rules. */
    Statement widened() {
        var assumed = new TreeSet<>(assumptions);
        assumed.add("that what is denied leaves no request");
        return new Statement(index, action, senders, Operation.ANY.on(operation.ports()), assumed, tokens, location);
    }

    /** On a port that carries no HTTP, what asks for HTTP never allows, and always denies (Authorization Policy of security.istio.io/v1). */
    private void add(Part part, ProxyPorts known, List<Denial> denials, List<Rule> rules) {
        if (!isHttp()) {
            add(part, false, rules);
            return;
        }
        Part http = new Part(part.senders(), part.ports().without(known.tcpOnly()), Optional.empty());
        if (!RequestCover.isNothing(operation.requests())) {
            List<Part> parts =
                    action == Action.ALLOW ? Remainder.of(operation.requests(), http, denials) : List.of(http);
            parts.forEach(each -> add(each, true, rules));
        }
        if (action != Action.ALLOW) {
            add(new Part(part.senders(), part.ports().and(known.tcpOnly()), Optional.empty()), false, rules);
        }
    }

    private void add(Part part, boolean looksIntoRequests, List<Rule> rules) {
        if (part.ports().isEmpty()) {
            return;
        }
        var assumed = new TreeSet<>(assumptions);
        part.assumption().ifPresent(assumed::add);
        assumed.addAll(looksIntoRequests ? tokens : List.of());
        boolean isAboutSome = looksIntoRequests && !operation.isAny();
        rules.add(new Rule(
                Direction.INGRESS,
                index,
                "rule " + (index + 1),
                action,
                part.senders(),
                part.ports().ranges(),
                isAboutSome ? Optional.of(operation.requests()) : Optional.empty(),
                assumed.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", assumed)),
                location));
    }
}
