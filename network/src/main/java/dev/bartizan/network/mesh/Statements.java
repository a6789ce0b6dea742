package dev.bartizan.network.mesh;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.reading.Complaints;
import dev.bartizan.network.reading.PolicyManifest;
import dev.bartizan.network.reading.Written;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The rules of an AuthorizationPolicy: one of the sources, one of the operations and all conditions must match. What is not known here fails closed: it lets
 * nobody in, and turns everybody away.
 */
final class Statements {
    private final Sources sources;
    private final Operations operations;
    private final Conditions conditions;

    Statements(MeshSettings settings, Complaints complaints) {
        var identities = new Identities(settings);
        this.sources = new Sources(identities, complaints);
        this.operations = new Operations(complaints);
        this.conditions = new Conditions(identities, complaints);
    }

    /** What can be asked of a sender besides who it is. */
    private record Manner(SortedSet<String> assumptions, SortedSet<String> tokens, SortedSet<String> conditions) {}

    /** @param assumption what besides must hold for its rules to do something */
    List<Statement> of(PolicyManifest manifest, Action action, Optional<String> assumption) {
        var statements = new ArrayList<Statement>();
        Written rules = manifest.root().get("spec").get("rules");
        for (int i = 0; i < rules.items(); i++) {
            rule(i, rules.item(i), manifest.namespace(), action, assumption, statements);
        }
        return statements;
    }

    private void rule(
            int index,
            Written rule,
            String namespace,
            Action action,
            Optional<String> assumption,
            List<Statement> statements) {
        boolean allows = action == Action.ALLOW;
        Source always = conditions
                .sender(rule.get("when"), namespace, allows)
                .and(assumption.map(that -> Source.ifTrue(that)).orElse(Source.ANYBODY));
        TcpPorts ports = conditions.ports(rule.get("when"));
        var senders = new LinkedHashMap<Manner, List<PeerMatch>>();
        for (Source source : sources(rule.get("from"), namespace, allows)) {
            Source whole = source.and(always);
            senders.computeIfAbsent(
                            new Manner(whole.assumptions(), whole.tokens(), whole.conditions()),
                            manner -> new ArrayList<>())
                    .add(whole.peer());
        }
        for (Operation operation : operations(rule.get("to"), allows)) {
            Operation left = operation.on(ports);
            if (!left.ports().isEmpty()) {
                senders.forEach((manner, peers) -> statements.add(new Statement(
                        index,
                        action,
                        peers,
                        left.when(manner.conditions()),
                        manner.assumptions(),
                        manner.tokens(),
                        rule.location())));
            }
        }
    }

    private List<Source> sources(Written from, String namespace, boolean allows) {
        if (from.items() == 0) {
            return List.of(Source.ANYBODY);
        }
        var read = new ArrayList<Source>();
        for (Written item : Values.items(from)) {
            sources.read(item.get("source"), namespace, allows)
                    .or(() -> allows ? Optional.empty() : Optional.of(Source.ANYBODY))
                    .ifPresent(read::add);
        }
        return read;
    }

    private List<Operation> operations(Written to, boolean allows) {
        if (to.items() == 0) {
            return List.of(Operation.ANY);
        }
        var read = new ArrayList<Operation>();
        for (Written item : Values.items(to)) {
            operations
                    .read(item.get("operation"))
                    .or(() -> allows ? Optional.empty() : Optional.of(Operation.ANY))
                    .ifPresent(read::add);
        }
        return read;
    }
}
