package dev.bartizan.network.escalation;

import dev.bartizan.network.engine.Assumptions;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.flip.End;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.rbac.Calls;
import dev.bartizan.network.rbac.Holder;
import dev.bartizan.network.rbac.Impostors;
import dev.bartizan.network.rbac.Power;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A pod of somebody's own beside the sender, other labels on the sender, or on the receiver. */
final class LabelCalls {
    private static final Comparator<Pod> FEWEST =
            Comparator.<Pod>comparingInt(pod -> pod.labels().size()).thenComparing(Calls::pod);

    private final Ground ground;
    private final Cluster larger;
    private final Engine engine;
    private final Map<String, List<Integer>> impostors = new HashMap<>();

    LabelCalls(Ground ground, Assumptions assumptions) {
        this.ground = ground;
        this.larger = Impostors.joined(ground.cluster(), ground.powers());
        this.engine = Engine.of(larger, assumptions);
        for (int i = ground.cluster().pods().size(); i < larger.pods().size(); i++) {
            impostors
                    .computeIfAbsent(larger.pods().get(i).namespace(), key -> new ArrayList<>())
                    .add(i);
        }
        impostors.replaceAll((namespace, pods) -> distinct(pods));
    }

    /** Of those that policies cannot tell apart the one with the fewest labels. */
    private List<Integer> distinct(List<Integer> pods) {
        Set<Look> seen = new HashSet<>();
        return pods.stream()
                .sorted(Comparator.comparing(larger.pods()::get, FEWEST))
                .filter(pod -> seen.add(
                        new Look(engine.partyOf(pod), larger.pods().get(pod).attributes())))
                .toList();
    }

    private record Look(int party, Map<String, String> attributes) {}

    /** @param open what need not be opened */
    void senders(End from, End to, PortSet open, List<Escalation> into) {
        ground.pod(from).ifPresent(sender -> {
            List<Holder> makers = ground.holders(Power.CREATE_POD, sender.namespace());
            List<Holder> labellers = Holder.without(ground.holders(Power.LABEL_POD, sender.namespace()), makers);
            first(sender.namespace(), makers, pod -> true, one -> opened(one, to, open))
                    .ifPresent(one -> into.add(sent(Power.CREATE_POD.word() + " " + text(one), makers, one, to, open)));
            first(sender.namespace(), labellers, alike(sender), one -> opened(one, to, open))
                    .ifPresent(one -> into.add(sent(Calls.relabel(pod(one)), labellers, one, to, open)));
        });
    }

    /** @param open what need not be opened */
    void receivers(End from, End to, PortSet open, List<Escalation> into) {
        ground.pod(to).ifPresent(receiver -> {
            List<Holder> labellers = ground.holders(Power.LABEL_POD, receiver.namespace());
            first(
                            receiver.namespace(),
                            labellers,
                            alike(receiver),
                            one -> ground.allowed(engine, from, new End.OfPod(one))
                                    .minus(open))
                    .ifPresent(one -> {
                        End changed = new End.OfPod(one);
                        PortSet ports = ground.allowed(engine, from, changed).minus(open);
                        into.add(new Escalation(
                                Calls.relabel(pod(one)),
                                labellers,
                                ground.label(from),
                                ground.label(to) + " as " + text(one),
                                ports,
                                () -> Ground.steps(engine, from, changed, ports)));
                    });
        });
    }

    private Escalation sent(String call, List<Holder> holders, int impostor, End to, PortSet open) {
        PortSet ports = opened(impostor, to, open);
        return new Escalation(
                call,
                holders,
                text(impostor),
                ground.label(to),
                ports,
                () -> Ground.steps(engine, new End.OfPod(impostor), to, ports));
    }

    /** Labels change, but not what else a pod is. */
    private static Predicate<Pod> alike(Pod other) {
        return pod -> pod.attributes().equals(other.attributes());
    }

    private interface Gain {
        PortSet of(int impostor);
    }

    private Optional<Integer> first(String namespace, List<Holder> holders, Predicate<Pod> isMeant, Gain gain) {
        return holders.isEmpty()
                ? Optional.empty()
                : impostors.getOrDefault(namespace, List.of()).stream()
                        .filter(one -> isMeant.test(pod(one)))
                        .filter(one -> !gain.of(one).isEmpty())
                        .findFirst();
    }

    private PortSet opened(int impostor, End to, PortSet open) {
        return ground.allowed(engine, new End.OfPod(impostor), to).minus(open);
    }

    private Pod pod(int impostor) {
        return larger.pods().get(impostor);
    }

    private String text(int impostor) {
        return Calls.pod(pod(impostor));
    }
}
