package dev.bartizan.network;

import dev.bartizan.graph.Intent;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.intents.IntentCheck;
import dev.bartizan.network.intents.Participant;
import dev.bartizan.network.model.Pod;
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
        return new IntentCheck(
                        snapshot.platform(),
                        connectivity.engine(),
                        participants(connectivity),
                        signatures,
                        ExplanationText::step)
                .run(intents);
    }

    private static List<Participant> participants(Connectivity connectivity) {
        Engine engine = connectivity.engine();
        var participants = new ArrayList<Participant>();
        List<Pod> pods = connectivity.cluster().pods();
        for (int i = 0; i < pods.size(); i++) {
            Pod pod = pods.get(i);
            int party = engine.partyOf(i);
            String label = Peer.workload(pod.namespace(), pod.name(), pod.kind(), party)
                    .label();
            participants.add(new Participant(party, pod.asset(), label, Optional.of(pod)));
        }
        connectivity.peers().stream()
                .filter(Peer::isExternal)
                .map(peer -> new Participant(peer.party(), Participant.OUTSIDE, peer.label(), Optional.empty()))
                .forEach(participants::add);
        return participants;
    }
}
