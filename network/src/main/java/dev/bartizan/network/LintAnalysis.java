package dev.bartizan.network;

import dev.bartizan.graph.ControlFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.lint.PolicyLint;
import dev.bartizan.network.lint.Scene;
import dev.bartizan.network.model.Pod;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** What is written in policies and does not do what its author thinks. */
public final class LintAnalysis {
    private LintAnalysis() {}

    /**
     * Looks at the policies of a platform.
     *
     * @param snapshot that the connectivity is of
     * @return a check for each rule of the lint, with its findings
     */
    public static ControlFacts run(Snapshot snapshot, Connectivity connectivity) {
        Map<Integer, String> byParty = new HashMap<>();
        connectivity.peers().stream()
                .sorted(Comparator.comparing(Peer::label))
                .forEach(peer -> byParty.putIfAbsent(peer.party(), peer.label()));
        Engine engine = connectivity.engine();
        return PolicyLint.run(new Scene(
                snapshot,
                connectivity.cluster(),
                engine,
                LintAnalysis::label,
                party -> byParty.getOrDefault(party, ""),
                connectivity.profile() == CniProfile.CILIUM));
    }

    private static String label(Pod pod) {
        return Peer.workload(pod, 0).label();
    }
}
