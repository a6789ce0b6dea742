package dev.bartizan.network.exposure;

import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.model.Tier;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the policies about one side of a pod would let through. */
final class SideExposure {
    private final List<Policy> policies;
    private final Direction direction;
    private final Optional<SortedMap<String, List<PortMatch.Range>>> named;

    /**
     * Pods of which this is the same have the same answer.
     *
     * @param policies by their ids
     */
    record Question(List<String> policies, Direction direction, SortedMap<String, List<PortMatch.Range>> ports) {}

    /**
     * @param policies in the order in which they are asked
     * @param ports of the pod, by name: its own matter only for what it receives
     */
    SideExposure(List<Policy> policies, Direction direction, SortedMap<String, List<PortMatch.Range>> ports) {
        this.policies = policies;
        this.direction = direction;
        this.named = direction == Direction.INGRESS ? Optional.of(ports) : Optional.empty();
    }

    Exposed of(List<Representative> representatives) {
        PortSpace everybody = open(Representative.ENTIRE_CLUSTER);
        var byPeer = new TreeMap<Newcomer, String>();
        if (!everybody.isEmpty()) {
            byPeer.put(Newcomer.ANYBODY, everybody.toString());
        }
        for (Representative each : representatives) {
            PortSpace open = open(each);
            // Who is kept out of what everybody else gets is told as well.
            boolean isTold = !open.isEmpty() || !everybody.isEmpty();
            if (isTold && !open.isSameAs(everybody)) {
                byPeer.put(each.name(), open.toString());
            }
        }
        return new Exposed(!policies.isEmpty(), byPeer);
    }

    /** Tier after tier, each deciding what the ones before it left open. */
    private PortSpace open(Representative peer) {
        var allowed = new PortSpace();
        PortSpace left = PortSpace.everything();
        for (Tier tier : policies.stream().map(Policy::tier).distinct().toList()) {
            List<Policy> own = policies.stream()
                    .filter(policy -> policy.tier().equals(tier))
                    .toList();
            var passed = new PortSpace();
            for (Policy policy : own) {
                for (Rule rule : policy.rules()) {
                    if (rule.direction() == direction && peer.isMeantBy(rule.peers())) {
                        PortSpace meant = PortSpace.of(rule.ports(), named).both(left);
                        left.remove(meant);
                        if (rule.action() != Action.DENY) {
                            (rule.action() == Action.ALLOW ? allowed : passed).add(meant);
                        }
                    }
                }
            }
            if (own.stream().anyMatch(policy -> policy.isolates().contains(direction))) {
                left = new PortSpace();
            }
            left.add(passed);
        }
        allowed.add(left);
        return allowed;
    }
}
