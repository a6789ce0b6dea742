package dev.bartizan.network;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.knowledge.Vocabulary;
import dev.bartizan.network.intended.IntendedTraffic;
import dev.bartizan.network.engine.Assumptions;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.mesh.Mesh;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.suggest.PolicyKind;
import java.util.Arrays;
import java.util.Locale;
import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.suggest.KnownAddresses;
import dev.bartizan.network.suggest.SuggestedSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Policies that allow what is meant to be and nothing else, with the proof. */
public final class Suggestion {
    private final SuggestedSet suggested;

    /** Kinds of policies that can be written. */
    public enum Kind {
        NETWORK_POLICY(PolicyKind.NETWORK_POLICY),
        CLUSTER(PolicyKind.CLUSTER),
        CILIUM(PolicyKind.CILIUM),
        ISTIO(PolicyKind.ISTIO);

        private final PolicyKind policies;

        Kind(PolicyKind policies) {
            this.policies = policies;
        }

        /** As the command line writes it: {@code network-policy}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }

        /** Whether all of them can be applied together: the network plugin takes one of its kinds. */
        public static boolean areTogether(List<Kind> kinds) {
            return kinds.stream().filter(kind -> kind.policies.isOfNetwork()).count() < 2;
        }
    }

    /**
     * What policies are to be made of, and what is known besides.
     *
     * @param apiServer addresses or blocks of the API server, as pods see them after translation
     * @param nodes addresses or blocks of the machines of the cluster
     * @param kinds of policies that are wanted
     */
    public record Question(List<String> apiServer, List<String> nodes, List<Kind> kinds) {
        public Question {
            apiServer = List.copyOf(apiServer);
            nodes = List.copyOf(nodes);
            kinds = List.copyOf(kinds);
            if (kinds.isEmpty() || !Kind.areTogether(kinds)) {
                throw new IllegalArgumentException("one kind of policies of the network at most, and one at all");
            }
        }

        /** NetworkPolicies, with nothing known besides. */
        public static Question plain() {
            return new Question(List.of(), List.of(), List.of(Kind.NETWORK_POLICY));
        }

        /** Other kinds, with nothing known besides. */
        public static Question of(Kind... kinds) {
            return new Question(List.of(), List.of(), List.of(kinds));
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

    /**
     * From what the manifests of a platform declare.
     *
     * @param connectivity of the snapshot; policies of Cilium are asked about as Cilium reads them, whatever its profile
     */
    public static Suggestion of(Snapshot snapshot, Connectivity connectivity, Question question) {
        CniProfile given = connectivity.profile();
        CniProfile profile = question.kinds().contains(Kind.CILIUM) ? CniProfile.CILIUM : given;
        Cluster cluster = connectivity.cluster();
        Assumptions assumptions = profile.assumptions();
        var task = new SuggestedSet.Task(
                snapshot,
                given == CniProfile.NP_GUARD ? Mesh.Presence.EVERYWHERE : Mesh.Presence.AS_WRITTEN,
                cluster,
                profile == given ? connectivity.engine() : Engine.of(cluster, assumptions),
                assumptions,
                question.known(),
                question.kinds().stream().map(kind -> kind.policies).toList(),
                profile == CniProfile.CALICO);
        var intended = IntendedTraffic.declared(snapshot, cluster, Signatures.load(Vocabulary.load()));
        return new Suggestion(SuggestedSet.of(task, intended));
    }

    /** The text of each file by its path. */
    public SortedMap<String, String> files() {
        return suggested.files();
    }

    /** What would stop, and what was proven, in lines for a terminal. */
    public List<String> summary() {
        return suggested.summary();
    }

    /** Whether the policies, asked again, allow everything that they were made for, and nothing else but what labels or the kind of the policies force. */
    public boolean isProven() {
        return suggested.isProven();
    }
}
