package dev.bartizan.network;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.network.intended.IntendedTraffic;
import dev.bartizan.network.mesh.Mesh;
import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.policies.ClusterReader;
import dev.bartizan.network.suggest.KnownAddresses;
import dev.bartizan.network.suggest.SuggestedSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Policies that allow what is meant to be and nothing else, with the proof. */
public final class Suggestion {
    private final SuggestedSet suggested;

    /**
     * What policies are to be made of, and what is known besides.
     *
     * @param apiServer addresses or blocks of the API server, as pods see them after translation
     * @param nodes addresses or blocks of the machines of the cluster
     */
    public record Question(CniProfile profile, List<String> apiServer, List<String> nodes) {
        public Question {
            apiServer = List.copyOf(apiServer);
            nodes = List.copyOf(nodes);
        }

        /** With nothing known besides. */
        public static Question of(CniProfile profile) {
            return new Question(profile, List.of(), List.of());
        }

        /** What is given as an address and is none. */
        public List<String> notAddresses() {
            return Stream.concat(apiServer.stream(), nodes.stream())
                    .filter(text -> range(text).isEmpty())
                    .toList();
        }

        KnownAddresses known() {
            return new KnownAddresses(ranges(apiServer), ranges(nodes));
        }

        private static List<AddressRange> ranges(List<String> texts) {
            return texts.stream().map(Question::range).flatMap(Optional::stream).toList();
        }

        private static Optional<AddressRange> range(String text) {
            String single = text.indexOf(':') < 0 ? "/32" : "/128";
            return AddressRange.ofCidr(text.indexOf('/') < 0 ? text + single : text);
        }
    }

    private Suggestion(SuggestedSet suggested) {
        this.suggested = suggested;
    }

    /** From what the manifests of a platform declare. */
    public static Suggestion of(Snapshot snapshot, Question question) {
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
