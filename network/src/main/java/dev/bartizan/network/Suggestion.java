package dev.bartizan.network;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.network.intended.IntendedTraffic;
import dev.bartizan.network.mesh.Mesh;
import dev.bartizan.network.policies.ClusterReader;
import dev.bartizan.network.suggest.SuggestedSet;
import java.util.List;
import java.util.SortedMap;

/** Policies that allow what is meant to be and nothing else, with the proof. */
public final class Suggestion {
    private final SuggestedSet suggested;

    private Suggestion(SuggestedSet suggested) {
        this.suggested = suggested;
    }

    /** From what the manifests of a platform declare. */
    public static Suggestion of(Snapshot snapshot, SuggestionQuestion question) {
        CniProfile profile = question.profile();
        Mesh.Presence mesh = profile == CniProfile.NP_GUARD ? Mesh.Presence.EVERYWHERE : Mesh.Presence.AS_WRITTEN;
        ClusterReader.Answer read = ClusterReader.read(snapshot, mesh);
        var intended = IntendedTraffic.declared(snapshot, read.cluster(), Signatures.load(Vocabulary.load()));
        return new Suggestion(
                SuggestedSet.of(snapshot, read.cluster(), intended, question.known(), profile.assumptions()));
    }

    /** The text of each file by its path. */
    public SortedMap<String, String> files() {
        return suggested.files();
    }

    /** What would stop, and what was proven, in lines for a terminal. */
    public List<String> summary() {
        return suggested.summary();
    }

    /** Whether the policies, asked again, allow everything that they were made for, and nothing else but what labels force. */
    public boolean isProven() {
        return suggested.isProven();
    }
}
