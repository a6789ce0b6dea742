package dev.bartizan.network;

import dev.bartizan.graph.Snapshot;
import java.util.Optional;

/** Answers who can reach whom, for the other analyses and for reports. */
public final class NetworkAnalysis {
    private NetworkAnalysis() {}

    /**
     * Who can reach whom?
     *
     * @param profile whose reading counts; empty: that of the network plugin that the input shows
     */
    public record Question(Optional<CniProfile> profile) {}

    /** Rows of the facts are worked out when somebody asks for them. */
    public static NetworkAnswer run(Snapshot snapshot, Question question) {
        CniProfile profile =
                question.profile().orElseGet(() -> DetectedProfile.of(snapshot).profile());
        var connectivity = Connectivity.of(snapshot, profile);
        return new NetworkAnswer(connectivity.facts(), connectivity.problems());
    }
}
