package dev.bartizan.network;

import dev.bartizan.graph.Intent;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.intended.Intentions;
import dev.bartizan.network.intents.IntentCheck;
import dev.bartizan.network.intents.Participant;
import dev.bartizan.network.intents.RightsCheck;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.rbac.Impostors;
import dev.bartizan.network.rbac.Powers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what a design wants of connections holds. */
public final class IntentAnalysis {
    private IntentAnalysis() {}

    /**
     * Holds intents against what policies allow.
     *
     * @param snapshot that the connectivity is of
     * @return in the order of the intents
     */
    public static List<IntentResult> run(
            Snapshot snapshot, Connectivity connectivity, List<Intent> intents, Signatures signatures) {
        return check(snapshot, connectivity.cluster(), connectivity.engine(), List.of(), signatures)
                .run(intents);
    }

    /** The same, and who could break what holds, by the rights that the input shows. */
    public static List<IntentResult> runUnderRights(
            Snapshot snapshot, Connectivity connectivity, List<Intent> intents, Signatures signatures) {
        Cluster cluster = connectivity.cluster();
        var powers = Powers.of(snapshot);
        IntentCheck today = check(snapshot, cluster, connectivity.engine(), List.of(), signatures);
        Cluster larger = Impostors.joined(cluster, powers);
        List<Pod> more =
                larger.pods().subList(cluster.pods().size(), larger.pods().size());
        Engine engine = Engine.of(larger, connectivity.profile().assumptions());
        IntentCheck withImpostors = check(snapshot, cluster, engine, more, signatures);
        return new RightsCheck(
                        today,
                        withImpostors,
                        change -> check(
                                snapshot,
                                cluster,
                                Engine.of(
                                        change.applied(cluster),
                                        connectivity.profile().assumptions()),
                                List.of(),
                                signatures),
                        snapshot,
                        cluster,
                        powers)
                .run(intents, today.run(intents));
    }

    /** Whom intents mean, for those who ask about more than one cluster. */
    static Intentions intentions(
            Snapshot snapshot, Cluster cluster, Engine engine, List<Intent> intents, Signatures signatures) {
        return new Intentions(
                intents,
                check(snapshot, cluster, engine, List.of(), signatures),
                participants(cluster, engine, List.of()));
    }

    /** Holds intents against a cluster as it would be. */
    static List<IntentResult> run(
            Snapshot snapshot, Cluster cluster, Engine engine, List<Intent> intents, Signatures signatures) {
        return check(snapshot, cluster, engine, List.of(), signatures).run(intents);
    }

    /** @param impostors pods behind those of the cluster */
    private static IntentCheck check(
            Snapshot snapshot, Cluster cluster, Engine engine, List<Pod> impostors, Signatures signatures) {
        return new IntentCheck(
                snapshot.platform(),
                engine,
                participants(cluster, engine, impostors),
                signatures,
                ExplanationText::step);
    }

    private static List<Participant> participants(Cluster cluster, Engine engine, List<Pod> impostors) {
        var participants = new ArrayList<Participant>();
        List<Pod> pods = cluster.pods();
        for (int i = 0; i < pods.size(); i++) {
            Pod pod = pods.get(i);
            int party = engine.partyOf(i);
            String label = Peer.workload(pod.namespace(), pod.name(), pod.kind(), party)
                    .label();
            participants.add(new Participant(party, pod.asset(), label, Optional.of(pod)));
        }
        for (int i = 0; i < impostors.size(); i++) {
            participants.add(RightsCheck.impostor(engine.partyOf(pods.size() + i), impostors.get(i)));
        }
        for (int party = 0; party < engine.parties(); party++) {
            if (!engine.isPod(party)) {
                Peer peer = engine.isOutsider(party)
                        ? Peer.outsider(engine.outsider(party), party)
                        : Peer.external(engine.addressesOf(party).toString(), party);
                participants.add(new Participant(party, Participant.OUTSIDE, peer.label(), Optional.empty()));
            }
        }
        return participants;
    }
}
