package dev.bartizan.network.intended;

import dev.bartizan.graph.Intent;
import dev.bartizan.graph.Intent.Demand;
import dev.bartizan.network.intents.IntentCheck;
import dev.bartizan.network.intents.Outside;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.PortSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes away from traffic what intents forbid. Of somebody of whom nothing is known but that he exists, no intent says anything. */
final class Prohibitions {
    private final Intentions intentions;
    private final Cluster cluster;
    private final EndNames names;
    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> cut = new LinkedHashSet<>();

    /** @param ports by the number of the receiving pod, as far as somebody asked */
    private record Rule(Intent intent, IntentCheck.Between between, Map<Integer, PortSet> ports) {}

    Prohibitions(Intentions intentions, Cluster cluster) {
        this.intentions = intentions;
        this.cluster = cluster;
        this.names = new EndNames(cluster);
        intentions.all().stream()
                .filter(intent -> intent.demand() != Demand.ALLOW)
                .forEach(intent -> rules.add(new Rule(intent, intentions.check().between(intent), new HashMap<>())));
    }

    /** What is left of it; nothing when everything is forbidden. */
    Optional<Traffic> kept(Traffic traffic) {
        PortSet left = traffic.ports();
        for (Rule rule : rules) {
            PortSet forbidden = forbidden(rule, traffic);
            PortSet before = left;
            left = left.minus(forbidden);
            if (!left.equals(before)) {
                cut.add("intent " + rule.intent().id() + " ("
                        + rule.intent().location().file() + ":"
                        + rule.intent().location().line() + ") forbids " + names.of(with(traffic, before.minus(left))));
            }
        }
        return left.isEmpty() && !traffic.ports().isEmpty() ? Optional.empty() : Optional.of(with(traffic, left));
    }

    /** What was taken away, a line each. */
    List<String> cut() {
        return List.copyOf(cut);
    }

    private static Traffic with(Traffic traffic, PortSet ports) {
        return new Traffic(traffic.from(), traffic.to(), ports, traffic.reason(), traffic.importance());
    }

    private PortSet forbidden(Rule rule, Traffic traffic) {
        boolean isMeant = isSender(rule, traffic.from())
                && isReceiver(rule, traffic.to())
                && !isOfSameAsset(traffic.from(), traffic.to());
        return isMeant ? ports(rule, traffic.to()) : PortSet.NONE;
    }

    private static boolean isSender(Rule rule, End end) {
        return switch (end) {
            case End.Workload(var pod) -> rule.between().from().get(pod);
            case End.Block(var range) -> IntentCheck.isFromOutside(rule.intent(), new Outside(Optional.of(range)));
            case End.Domain _, End.Internet _ ->
                IntentCheck.isFromOutside(rule.intent(), new Outside(Optional.empty()));
            case End.ApiServer _, End.Nodes _, End.NameService _, End.Unnamed _ -> false;
        };
    }

    private static boolean isReceiver(Rule rule, End end) {
        return switch (end) {
            case End.Workload(var pod) -> rule.between().to().get(pod);
            case End.Block(var range) -> IntentCheck.isToOutside(rule.intent(), new Outside(Optional.of(range)));
            case End.Domain _, End.Internet _ -> IntentCheck.isToOutside(rule.intent(), new Outside(Optional.empty()));
            case End.ApiServer _, End.Nodes _, End.NameService _, End.Unnamed _ -> false;
        };
    }

    private boolean isOfSameAsset(End from, End to) {
        return from instanceof End.Workload(var one)
                && to instanceof End.Workload(var other)
                && cluster.pods().get(one).asset() == cluster.pods().get(other).asset();
    }

    private PortSet ports(Rule rule, End to) {
        return to instanceof End.Workload(var pod)
                ? rule.ports()
                        .computeIfAbsent(
                                pod,
                                number -> PortSet.of(
                                        intentions.check().ports(rule.intent(), intentions.participant(number))))
                : PortSet.of(intentions.check().ports(rule.intent(), Intentions.outside()));
    }
}
