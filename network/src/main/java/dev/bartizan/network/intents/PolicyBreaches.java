package dev.bartizan.network.intents;

import dev.bartizan.graph.Intent;
import dev.bartizan.graph.IntentResult.Breach;
import dev.bartizan.network.escalation.Wall;
import dev.bartizan.network.escalation.Walls;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.rbac.Holder;
import dev.bartizan.network.rbac.Power;
import dev.bartizan.network.rbac.Powers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Who could break an intent by writing policies: those of the receiver's namespace, and where the sender is held back too, those of the sender's. */
final class PolicyBreaches {
    private static final int MOST_SENDERS = 20;

    private final IntentCheck check;
    private final Powers powers;
    private final Walls walls;

    PolicyBreaches(IntentCheck check, Powers powers) {
        this.check = check;
        this.powers = powers;
        this.walls = new Walls(check.engine());
    }

    /** One for each namespace of receivers; where none is a workload, one for each of senders. */
    List<Breach> of(Intent intent) {
        BitSet senders = check.senders(intent);
        BitSet receivers = check.inquiry(intent, senders).receivers();
        var breaches = new ArrayList<Breach>();
        Map<String, Integer> first = firstOfNamespaces(receivers);
        first.forEach((namespace, receiver) -> {
            List<Holder> writers = powers.holders(Power.EDIT_POLICY, namespace);
            if (!writers.isEmpty()) {
                breach(intent, receiver, namespace, writers).ifPresent(breaches::add);
            }
        });
        if (first.isEmpty() && !receivers.isEmpty()) {
            firstOfNamespaces(senders)
                    .forEach((namespace, sender) -> wayOut(intent, sender, receivers.nextSetBit(0), namespace)
                            .ifPresent(breaches::add));
        }
        return breaches;
    }

    private Map<String, Integer> firstOfNamespaces(BitSet participants) {
        var first = new TreeMap<String, Integer>();
        participants.stream()
                .filter(number -> check.participants().get(number).isWorkload())
                .forEach(number -> first.putIfAbsent(namespace(number), number));
        return first;
    }

    private Optional<Breach> wayOut(Intent intent, int sender, int receiver, String namespace) {
        List<Holder> writers = powers.holders(Power.EDIT_POLICY, namespace);
        return writers.isEmpty() || held(sender, receiver).isEmpty()
                ? Optional.empty()
                : Optional.of(breach(intent, sender, receiver, "edit the policies of " + namespace, writers));
    }

    private Breach breach(Intent intent, int sender, int receiver, String call, List<Holder> able) {
        return new Breach(
                call,
                able.stream().map(Holder::principal).toList(),
                check.packet(intent, sender, receiver),
                able.getFirst().evidence());
    }

    private Optional<Breach> breach(Intent intent, int receiver, String namespace, List<Holder> writers) {
        return check.senders(intent).stream()
                .filter(sender -> check.participants().get(sender).isWorkload())
                .filter(sender -> check.participants().get(sender).asset()
                        != check.participants().get(receiver).asset())
                .limit(MOST_SENDERS)
                .boxed()
                .flatMap(sender -> between(intent, sender, receiver, namespace, writers).stream())
                .findFirst();
    }

    private Optional<Breach> between(Intent intent, int sender, int receiver, String namespace, List<Holder> writers) {
        Set<Direction> held = held(sender, receiver);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        String other = namespace(sender);
        boolean needsBoth = held.contains(Direction.EGRESS) && !other.equals(namespace);
        Set<String> alsoThere = new HashSet<>(powers.holders(Power.EDIT_POLICY, other).stream()
                .map(Holder::principal)
                .toList());
        List<Holder> able = writers.stream()
                .filter(holder -> !needsBoth || alsoThere.contains(holder.principal()))
                .toList();
        String call = "edit the policies of " + namespace + (needsBoth ? " and of " + other : "");
        return able.isEmpty() ? Optional.empty() : Optional.of(breach(intent, sender, receiver, call, able));
    }

    private String namespace(int participant) {
        return check.participants().get(participant).pod().map(Pod::namespace).orElse("");
    }

    /** The directions in which policies of namespaces stop it; none when others do. */
    private Set<Direction> held(int sender, int receiver) {
        return walls.between(
                        check.participants().get(sender).party(),
                        check.participants().get(receiver).party())
                .map(Wall::held)
                .orElse(Set.of());
    }
}
