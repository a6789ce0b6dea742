package dev.bartizan.network;

import dev.bartizan.graph.Snapshot;

/** Answers who can reach whom, for the other analyses and for reports. */
public final class NetworkAnalysis {
    private NetworkAnalysis() {}

    /** Rows of the facts are worked out when somebody asks for them. */
    public static NetworkAnswer run(Snapshot snapshot, NetworkQuestion question) {
        CniProfile profile =
                question.profile().orElseGet(() -> DetectedProfile.of(snapshot).profile());
        var connectivity = Connectivity.of(snapshot, profile);
        return new NetworkAnswer(connectivity.facts(), connectivity.problems());
    }
}
