package dev.bartizan.network;

import dev.bartizan.graph.Intent;
import dev.bartizan.graph.IntentResult;
import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Intents;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Vocabulary;
import java.util.List;
import java.util.Optional;

/** Answers who can reach whom, for the other analyses and for reports. */
public final class NetworkAnalysis {
    private NetworkAnalysis() {}

    /**
     * Who can reach whom?
     *
     * @param profile whose reading counts; empty: that of the network plugin that the input shows
     * @param intents what the design wants of connections; without any, what every AI platform should keep is asked
     */
    public record Question(Optional<CniProfile> profile, List<Intent> intents) {
        public Question {
            intents = List.copyOf(intents);
        }
    }

    /** Rows of the facts are worked out when somebody asks for them. */
    public static NetworkAnswer run(Snapshot snapshot, Question question) {
        CniProfile profile =
                question.profile().orElseGet(() -> DetectedProfile.of(snapshot).profile());
        var connectivity = Connectivity.of(snapshot, profile);
        ReachabilityFacts facts = connectivity
                .facts()
                .withLint(LintAnalysis.run(snapshot, connectivity).findings());
        return new NetworkAnswer(facts.withIntents(intents(snapshot, connectivity, question)), connectivity.problems());
    }

    private static List<IntentResult> intents(Snapshot snapshot, Connectivity connectivity, Question question) {
        var signatures = Signatures.load();
        return IntentAnalysis.run(
                snapshot,
                connectivity,
                question.intents().isEmpty() ? Intents.load(Vocabulary.load(), signatures) : question.intents(),
                signatures);
    }
}
