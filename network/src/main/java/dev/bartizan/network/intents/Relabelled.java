package dev.bartizan.network.intents;

import dev.bartizan.graph.Intent;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Breach;
import dev.bartizan.network.engine.Row;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.rbac.Calls;
import dev.bartizan.network.rbac.Holder;
import dev.bartizan.network.rbac.Power;
import dev.bartizan.network.rbac.Powers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who could break an intent with other labels on its receivers, so that other policies hold for them, or none. */
final class Relabelled {
    private final IntentCheck check;
    private final SortedMap<String, BitSet> impostors;
    private final Powers powers;
    private final Map<Integer, Row> rows = new HashMap<>();

    /**
     * Of a cluster with pods that look as the receivers could.
     *
     * @param impostors their numbers by namespace
     */
    Relabelled(IntentCheck check, SortedMap<String, BitSet> impostors, Powers powers) {
        this.check = check;
        this.impostors = impostors;
        this.powers = powers;
    }

    /** @param told who can break it in another way is not told again */
    List<Breach> of(Intent intent, List<Breach> told) {
        Set<String> known = new HashSet<>();
        told.forEach(breach -> known.addAll(breach.principals()));
        var asked = new TreeMap<String, PortSet>();
        check.receivers(intent).stream()
                .forEach(number -> check.participants()
                        .get(number)
                        .pod()
                        .ifPresent(pod ->
                                asked.merge(pod.namespace(), PortSet.of(check.asked(intent, number)), PortSet::union)));
        var breaches = new ArrayList<Breach>();
        asked.forEach((namespace, ports) -> {
            List<Holder> labellers = powers.holders(Power.LABEL_POD, namespace).stream()
                    .filter(holder -> !known.contains(holder.principal()))
                    .toList();
            BitSet relabelled = impostors.getOrDefault(namespace, new BitSet());
            if (!labellers.isEmpty() && !relabelled.isEmpty() && !ports.isEmpty()) {
                breach(intent, relabelled, ports.ranges(), labellers, breaches);
            }
        });
        return breaches;
    }

    private void breach(
            Intent intent, BitSet relabelled, List<PortMatch.Range> ports, List<Holder> labellers, List<Breach> into) {
        Inquiry inquiry = check.inquiry(intent, check.senders(intent), relabelled, number -> ports);
        for (int source : inquiry.sources()) {
            inquiry.look(source, rows.computeIfAbsent(source, check.engine()::row));
        }
        inquiry.cases().stream()
                .filter(each -> !each.isOpen())
                .min(Comparator.comparingInt(this::labels))
                .ifPresent(each -> {
                    IntentResult.Example packet = check.packet(each);
                    String call = check.participants()
                            .get(each.to())
                            .pod()
                            .map(Calls::relabel)
                            .orElse(packet.to());
                    into.add(new Breach(
                            call,
                            labellers.stream().map(Holder::principal).toList(),
                            packet,
                            labellers.getFirst().evidence()));
                });
    }

    private int labels(Inquiry.Case each) {
        return check.participants()
                .get(each.to())
                .pod()
                .map(pod -> pod.labels().size())
                .orElse(0);
    }
}
