package dev.bartizan.network.intents;

import dev.bartizan.graph.Intent;
import dev.bartizan.graph.Intent.Demand;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.IntentResult.Breach;
import dev.bartizan.graph.IntentResult.Verdict;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.engine.Row;
import dev.bartizan.network.escalation.Doors;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.rbac.Calls;
import dev.bartizan.network.rbac.Holder;
import dev.bartizan.network.rbac.NamespaceChange;
import dev.bartizan.network.rbac.Power;
import dev.bartizan.network.rbac.Powers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Tells who could break what holds today: with a pod of his own making, with other labels on a pod, or with a policy. Pods that could be started take part in the
 * evaluation like all others, so each breach is a packet that passes.
 */
public final class RightsCheck {
    private final IntentCheck today;
    private final IntentCheck withImpostors;
    private final SortedMap<String, BitSet> impostors;
    private final Powers powers;
    private final ChangedLabels changed;
    private final RelayBreaches relays;

    /**
     * Of a cluster.
     *
     * @param withImpostors the same cluster, and the pods that could be started
     * @param then the same cluster, with other labels on a namespace
     */
    public RightsCheck(
            IntentCheck today,
            IntentCheck withImpostors,
            Function<NamespaceChange, IntentCheck> then,
            Snapshot snapshot,
            Cluster cluster,
            Powers powers) {
        this.today = today;
        this.withImpostors = withImpostors;
        this.powers = powers;
        this.changed = new ChangedLabels(NamespaceChange.of(cluster, powers), then, powers);
        this.relays = new RelayBreaches(today, cluster, Doors.of(snapshot, cluster), powers);
        this.impostors = new TreeMap<>();
        Participants all = withImpostors.participants();
        for (int i = 0; i < all.count(); i++) {
            Participant each = all.get(i);
            if (each.asset() == Participant.IMPOSTOR) {
                impostors.computeIfAbsent(namespace(each), key -> new BitSet()).set(i);
            }
        }
    }

    /** A pod that could be started. */
    public static Participant impostor(int party, Pod pod) {
        return new Participant(party, Participant.IMPOSTOR, Calls.pod(pod), Optional.of(pod));
    }

    private static String namespace(Participant each) {
        return each.pod().map(Pod::namespace).orElse("");
    }

    private record Attempt(int result, String namespace, Inquiry inquiry) {}

    /** The results with who could break those that hold. */
    public List<IntentResult> run(List<Intent> intents, List<IntentResult> results) {
        List<List<Breach>> found = new ArrayList<>();
        var attempts = new ArrayList<Attempt>();
        var policies = new PolicyBreaches(today, powers);
        for (int i = 0; i < intents.size(); i++) {
            found.add(new ArrayList<>());
            Intent intent = intents.get(i);
            if (results.get(i).verdict() == Verdict.PROVEN && intent.demand() != Demand.ALLOW) {
                for (String namespace : namespaces(intent)) {
                    BitSet from = impostors.getOrDefault(namespace, new BitSet());
                    attempts.add(new Attempt(i, namespace, withImpostors.inquiry(intent, from)));
                }
                found.get(i).addAll(policies.of(intent));
            }
        }
        look(attempts);
        attempts.forEach(attempt -> found.get(attempt.result()).addAll(breaches(attempt)));
        var relabelled = new Relabelled(withImpostors, impostors, powers);
        List<Integer> holding = IntStream.range(0, intents.size())
                .filter(i -> results.get(i).verdict() == Verdict.PROVEN
                        && intents.get(i).demand() != Demand.ALLOW)
                .boxed()
                .toList();
        List<List<Breach>> byNamespace =
                changed.of(holding.stream().map(intents::get).toList());
        var told = new ArrayList<>(results);
        for (int i = 0; i < holding.size(); i++) {
            int number = holding.get(i);
            List<Breach> breaches = found.get(number);
            breaches.addAll(relabelled.of(intents.get(number), breaches));
            breaches.addAll(byNamespace.get(i));
            breaches.addAll(relays.of(intents.get(number)));
            told.set(number, results.get(number).with(breaches, note(breaches)));
        }
        return told;
    }

    private String note(List<Breach> breaches) {
        String rest = changed.isCut() ? "; not all ways to label namespaces were looked at" : "";
        return breaches.isEmpty()
                ? "nobody whose rights the input shows could break it with one or two calls" + rest
                : "holds only against those without the rights below";
    }

    /** Where a pod would count among the senders. */
    private Iterable<String> namespaces(Intent intent) {
        if (intent.demand() == Demand.ONLY) {
            return impostors.keySet();
        }
        var namespaces = new TreeSet<String>();
        today.senders(intent).stream()
                .forEach(sender -> namespaces.add(namespace(today.participants().get(sender))));
        return namespaces;
    }

    private void look(List<Attempt> attempts) {
        var sources = new TreeSet<Integer>();
        attempts.forEach(attempt -> attempt.inquiry().sources().forEach(sources::add));
        for (int source : sources) {
            Row row = withImpostors.engine().row(source);
            attempts.forEach(attempt -> attempt.inquiry().look(source, row));
        }
    }

    private List<Breach> breaches(Attempt attempt) {
        return withImpostors
                .firstAgainst(attempt.inquiry())
                .map(packet -> breaches(packet, attempt.namespace()))
                .orElse(List.of());
    }

    private List<Breach> breaches(IntentResult.Example packet, String namespace) {
        List<Holder> makers = powers.holders(Power.CREATE_POD, namespace);
        List<String> known = makers.stream().map(Holder::principal).toList();
        List<Holder> labellers = powers.holders(Power.LABEL_POD, namespace).stream()
                .filter(holder -> !known.contains(holder.principal()))
                .toList();
        var breaches = new ArrayList<Breach>();
        add(Power.CREATE_POD, makers, packet, breaches);
        add(Power.LABEL_POD, labellers, packet, breaches);
        return breaches;
    }

    private static void add(Power power, List<Holder> holders, IntentResult.Example packet, List<Breach> into) {
        if (!holders.isEmpty()) {
            into.add(new Breach(
                    power.word() + " " + packet.from(),
                    holders.stream().map(Holder::principal).toList(),
                    packet,
                    holders.getFirst().evidence()));
        }
    }
}
