package dev.bartizan.network;

import dev.bartizan.graph.Intent;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.network.engine.Assumptions;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.intended.IntendedTraffic;
import dev.bartizan.network.intended.KnownAddresses;
import dev.bartizan.network.mesh.Mesh;
import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.observed.Flow;
import dev.bartizan.network.observed.FlowFile;
import dev.bartizan.network.suggest.PolicyKind;
import dev.bartizan.network.suggest.SuggestedSet;
import dev.bartizan.source.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
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

    /** Where intended traffic is taken from. */
    public enum Source {
        /** What manifests declare and components need. */
        LINKS(IntendedTraffic.Source.LINKS),
        /** What intents allow. */
        INTENTS(IntendedTraffic.Source.INTENTS),
        /** What was observed, and what components need. */
        FLOWS(IntendedTraffic.Source.FLOWS);

        private final IntendedTraffic.Source traffic;

        Source(IntendedTraffic.Source traffic) {
            this.traffic = traffic;
        }

        /** As the command line writes it: {@code links}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Source> of(String word) {
            return Arrays.stream(values())
                    .filter(source -> source.word().equals(word))
                    .findFirst();
        }
    }

    /**
     * Addresses or blocks that no manifest tells.
     *
     * @param apiServer of the API server, as pods see them after translation
     * @param nodes of the machines of the cluster
     * @param outside private ones that are nobody's in the cluster
     */
    public record Addresses(List<String> apiServer, List<String> nodes, List<String> outside) {
        /** None is known. */
        public static final Addresses NONE = new Addresses(List.of(), List.of(), List.of());

        public Addresses {
            apiServer = List.copyOf(apiServer);
            nodes = List.copyOf(nodes);
            outside = List.copyOf(outside);
        }

        /** What is given as an address and is none. */
        public List<String> notAddresses() {
            return Stream.of(apiServer, nodes, outside)
                    .flatMap(List::stream)
                    .filter(text -> range(text).isEmpty())
                    .toList();
        }

        KnownAddresses known() {
            return new KnownAddresses(ranges(apiServer), ranges(nodes), ranges(outside));
        }

        private static List<AddressRange> ranges(List<String> texts) {
            return texts.stream()
                    .map(Addresses::range)
                    .flatMap(Optional::stream)
                    .toList();
        }

        private static Optional<AddressRange> range(String text) {
            String single = text.indexOf(':') < 0 ? "/32" : "/128";
            return AddressRange.ofCidr(text.indexOf('/') < 0 ? text + single : text);
        }
    }

    /** What was observed, of one file, and what is wrong with it. */
    public record Observed(List<Problem> problems, List<Flow> flows) {
        public Observed {
            problems = List.copyOf(problems);
            flows = List.copyOf(flows);
        }

        /** @param name of the file */
        public static Observed read(String name, String text) {
            FlowFile.Answer read = FlowFile.read(name, text);
            return new Observed(read.problems(), read.flows());
        }
    }

    /**
     * What policies are to be made of.
     *
     * @param kinds of policies that are wanted
     * @param from where intended traffic is taken from
     * @param intents that nothing may break
     * @param observed connections
     */
    public record Question(
            Addresses addresses, List<Kind> kinds, Set<Source> from, List<Intent> intents, List<Observed> observed) {
        public Question {
            kinds = List.copyOf(kinds);
            from = Set.copyOf(from);
            intents = List.copyOf(intents);
            observed = List.copyOf(observed);
            if (kinds.isEmpty() || !Kind.areTogether(kinds)) {
                throw new IllegalArgumentException("one kind of policies of the network at most, and one at all");
            }
        }

        /** NetworkPolicies of what manifests declare, with nothing known besides. */
        public static Question plain() {
            return of(Kind.NETWORK_POLICY);
        }

        /** Other kinds, with nothing known besides. */
        public static Question of(Kind... kinds) {
            return new Question(Addresses.NONE, List.of(kinds), Set.of(Source.LINKS), List.of(), List.of());
        }

        /** The same with other addresses. */
        public Question with(Addresses known) {
            return new Question(known, kinds, from, intents, observed);
        }

        /** The same from other sources. */
        public Question from(Set<Source> sources, List<Intent> all, List<Observed> flows) {
            return new Question(addresses, kinds, sources, all, flows);
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
                question.addresses().known(),
                question.kinds().stream().map(kind -> kind.policies).toList(),
                profile == CniProfile.CALICO);
        var signatures = Signatures.load();
        List<Intent> intents = question.intents();
        var sources = new IntendedTraffic.Sources(
                question.from().stream().map(source -> source.traffic).collect(Collectors.toSet()),
                question.observed().stream()
                        .flatMap(each -> each.flows().stream())
                        .toList(),
                intents.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                IntentAnalysis.intentions(snapshot, cluster, task.engine(), intents, signatures)));
        var basis = new IntendedTraffic.Basis(snapshot, cluster, signatures, task.known());
        return new Suggestion(SuggestedSet.of(
                task,
                IntendedTraffic.of(basis, sources),
                (after, engine) -> intents.isEmpty()
                        ? List.of()
                        : IntentAnalysis.run(snapshot, after, engine, intents, signatures)));
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
