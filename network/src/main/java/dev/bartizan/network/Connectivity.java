package dev.bartizan.network;

import dev.bartizan.graph.ReachabilityFacts;
import dev.bartizan.graph.Snapshot;
import dev.bartizan.network.engine.AddressRun;
import dev.bartizan.network.engine.Assumptions;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Hearings;
import dev.bartizan.network.engine.Reason;
import dev.bartizan.network.entries.Entries;
import dev.bartizan.network.entries.Entry;
import dev.bartizan.network.exposure.Exposures;
import dev.bartizan.network.flip.End;
import dev.bartizan.network.flip.Flip;
import dev.bartizan.network.mesh.Mesh;
import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Protocol;
import dev.bartizan.network.policies.ClusterReader;
import dev.bartizan.network.policies.PodOwner;
import dev.bartizan.source.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who can reach whom on a platform, under a profile. */
public final class Connectivity {
    private final CniProfile profile;
    private final DetectedProfile detected;
    private final ClusterReader.Answer read;
    private final Cluster cluster;
    private final Engine engine;
    private final SortedMap<String, Integer> notEvaluated;
    private final List<Problem> problems;
    private final List<Peer> peers;
    private final List<Peer> sources;
    private final List<Peer> receivers;
    private final List<Peer> pods;
    private final Snapshot snapshot;
    private final SecondaryNetworks secondary;
    private final NameExplanation names;
    private Optional<Entrance> entrance = Optional.empty();

    private Connectivity(CniProfile profile, DetectedProfile detected, ClusterReader.Answer read, Snapshot snapshot) {
        this(profile, detected, read, snapshot, profile.assumptions());
    }

    private Connectivity(
            CniProfile profile,
            DetectedProfile detected,
            ClusterReader.Answer read,
            Snapshot snapshot,
            Assumptions assumed) {
        this.profile = profile;
        this.detected = detected;
        this.read = read;
        this.cluster = read.cluster();
        this.notEvaluated = read.notEvaluated();
        this.problems = read.problems();
        this.engine = Engine.of(cluster, assumed);
        this.pods = podsOf(cluster, engine, read.owners());
        this.peers = peersOf(pods, engine);
        this.sources = cutFor(Direction.INGRESS);
        this.receivers = cutFor(Direction.EGRESS);
        this.snapshot = snapshot;
        this.secondary = new SecondaryNetworks(read.networks());
        this.names = NameExplanation.of(read.manifests());
    }

    public static Connectivity of(Snapshot snapshot, CniProfile profile) {
        Mesh.Presence mesh = profile == CniProfile.NP_GUARD ? Mesh.Presence.EVERYWHERE : Mesh.Presence.AS_WRITTEN;
        return new Connectivity(profile, DetectedProfile.of(snapshot), ClusterReader.read(snapshot, mesh), snapshot);
    }

    /** By their numbers in the cluster. Pods of one owner that no policy tells apart are one workload, as they would be if the files held their owner. */
    private static List<Peer> podsOf(Cluster cluster, Engine engine, Map<Integer, PodOwner> owners) {
        var pods = new ArrayList<Peer>();
        var byOwner = new TreeMap<String, Set<Peer>>();
        for (int i = 0; i < cluster.pods().size(); i++) {
            Pod pod = cluster.pods().get(i);
            int party = engine.partyOf(i);
            Optional<Peer> owned = owned(pod, party, owners);
            owned.ifPresent(peer -> byOwner.computeIfAbsent(peer.label(), key -> new HashSet<>())
                    .add(peer));
            pods.add(owned.orElseGet(() -> Peer.workload(pod, party)));
        }
        for (int i = 0; i < pods.size(); i++) {
            if (byOwner.getOrDefault(pods.get(i).label(), Set.of()).size() > 1) {
                pods.set(i, Peer.workload(cluster.pods().get(i), engine.partyOf(i)));
            }
        }
        return pods;
    }

    private static Optional<Peer> owned(Pod pod, int party, Map<Integer, PodOwner> owners) {
        return Optional.ofNullable(owners.get(pod.asset()))
                .map(owner -> Peer.workload(pod.namespace(), owner.name(), owner.kind(), party));
    }

    private static List<Peer> peersOf(List<Peer> pods, Engine engine) {
        var peers = new ArrayList<>(new LinkedHashSet<>(pods));
        for (int party = 0; party < engine.parties(); party++) {
            if (!engine.isPod(party)) {
                peers.add(
                        engine.isOutsider(party)
                                ? Peer.outsider(engine.outsider(party), party)
                                : Peer.external(engine.addressesOf(party).toString(), party));
            }
        }
        peers.sort(Comparator.naturalOrder());
        return List.copyOf(peers);
    }

    /** Whether there is anybody to reach. */
    public boolean hasPods() {
        return !pods.isEmpty();
    }

    /** Whose reading of the specifications counts. */
    public CniProfile profile() {
        return profile;
    }

    /** What is wrong with policies, and what was assumed instead. */
    public List<Problem> problems() {
        return problems;
    }

    /** The same for other analyses and for reports. */
    ReachabilityFacts facts() {
        var tables = new FactTables(cluster, engine);
        return new ReachabilityFacts(
                new ReachabilityFacts.Basis(
                        profile.word(), enforcement(), cluster.policies().size(), limits()),
                tables.classes(),
                tables.table(Direction.EGRESS),
                tables.table(Direction.INGRESS));
    }

    /** What every answer takes for granted, in sentences. */
    public List<String> assumptions() {
        var assumptions = new ArrayList<>(List.of(enforcement() + " Profile " + profile.word() + "."));
        assumptions.addAll(limits());
        assumptions.addAll(entrance().notices());
        if (profile == CniProfile.ALL) {
            assumptions.addAll(OpenQuestions.of(
                    this, profile.assumptions(), other -> new Connectivity(profile, detected, read, snapshot, other)));
        }
        return assumptions;
    }

    /** Ways of workloads that policies do not cover, by workload. */
    public List<ExemptPath> exemptPaths() {
        return ExemptPaths.of(snapshot);
    }

    private String enforcement() {
        long ofPlugin = cluster.policies().stream()
                .filter(policy -> policy.tier().layer() == Layer.NETWORK)
                .map(Policy::id)
                .distinct()
                .count();
        String assumed = ofPlugin == 0
                ? "No policy of the input is for the network plugin of the cluster to enforce: "
                : "Assumes that the network plugin of the cluster enforces its " + ofPlugin
                        + (ofPlugin == 1 ? " policy: " : " policies: ");
        return detected.evidence()
                .map(place -> assumed + detected.reason() + " (" + place.file() + ":" + place.line() + ").")
                .orElse(assumed + "nothing in manifests shows " + (ofPlugin == 0 ? "which that is." : "it."));
    }

    private List<String> limits() {
        List<String> ofMesh = Mesh.assumptions(cluster);
        var limits = new ArrayList<>(ofMesh);
        limits.addAll(ofMesh.isEmpty() ? List.of() : read.notes());
        names.note().ifPresent(limits::add);
        limits.addAll(secondary.notes());
        ExemptPaths.said(exemptPaths()).ifPresent(limits::add);
        notEvaluated.forEach((kind, count) -> limits.add("Not evaluated: " + count + " " + kind
                + ". What they deny is shown as allowed, what only they allow as denied."));
        return limits;
    }

    /**
     * The peer that a text names: its label, {@code shop/web}, {@code web} when it is the only one of this name, or an address outside.
     *
     * @return empty when it names none or several
     */
    public Optional<Peer> peer(String text) {
        List<Peer> named = peers(text);
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /** Those that a text names: workloads of one name may be in several namespaces. */
    public List<Peer> peers(String text) {
        List<Peer> known = entrance().connections().isEmpty()
                ? peers
                : Stream.concat(peers.stream(), Stream.of(entrance().controller()))
                        .toList();
        return Stream.<Supplier<Stream<Peer>>>of(
                        () -> known.stream().filter(peer -> peer.label().equals(text)),
                        () -> known.stream().filter(peer -> peer.isNamed(text)),
                        () -> owned(text),
                        () -> outside(text))
                .map(way -> way.get().distinct().toList())
                .filter(named -> !named.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Those of a pod that is called otherwise in the list. */
    private Stream<Peer> owned(String text) {
        return IntStream.range(0, pods.size())
                .filter(i -> Peer.workload(cluster.pods().get(i), 0).isNamed(text))
                .mapToObj(pods::get);
    }

    private Stream<Peer> outside(String text) {
        return AddressRange.ofCidr(text.indexOf(':') < 0 ? text + "/32" : text + "/128").stream()
                .flatMap(address -> peers.stream()
                        .filter(peer -> addresses(peer).stream().anyMatch(range -> range.contains(address))));
    }

    Cluster cluster() {
        return cluster;
    }

    Engine engine() {
        return engine;
    }

    /** Workloads and addresses, by label. */
    List<Peer> peers() {
        return peers;
    }

    /**
     * The same, with addresses cut only where the rules about one direction of workloads do.
     *
     * @param direction ingress for those whom workloads receive from, egress for those whom they open to
     */
    List<Peer> peers(Direction direction) {
        return direction == Direction.INGRESS ? sources : receivers;
    }

    private List<Peer> cutFor(Direction direction) {
        return Stream.concat(
                        peers.stream().filter(peer -> addresses(peer).isEmpty()),
                        engine.addresses(direction).stream().map(Connectivity::peer))
                .sorted()
                .toList();
    }

    private static Peer peer(AddressRun run) {
        return Peer.external(run.range().toString(), run.party());
    }

    /** The one of those that a peer is, or is within. */
    Peer within(Peer peer, Direction direction) {
        return addresses(peer).stream()
                .flatMap(range -> engine.addresses(direction).stream()
                        .filter(run -> run.range().contains(range)))
                .findFirst()
                .map(Connectivity::peer)
                .orElse(peer);
    }

    /** Of a peer outside. */
    Optional<AddressRange> addresses(Peer peer) {
        return peer.isExternal() && !peer.isPlaceholder() && !engine.isOutsider(peer.party())
                ? Optional.of(engine.addressesOf(peer.party()))
                : Optional.empty();
    }

    /** What comes in through a controller whose pods nobody names. */
    Entrance entrance() {
        Entrance known = entrance.orElseGet(this::readEntrance);
        entrance = Optional.of(known);
        return known;
    }

    private Entrance readEntrance() {
        boolean asNpGuard = profile == CniProfile.NP_GUARD;
        List<Entry> entries =
                !asNpGuard && Entrance.isKnown(snapshot) ? List.of() : Entries.of(snapshot, cluster, asNpGuard);
        return Entrance.of(cluster, profile.assumptions(), entries, pods);
    }

    /** The pods by their numbers in the cluster. */
    List<Peer> pods() {
        return pods;
    }

    /** What pods are open to that do not exist yet. */
    Exposures exposures() {
        return Exposures.of(snapshot, cluster);
    }

    /** What each peer may open, of many peers one after another. */
    Reaches reaches() {
        return new Reaches(engine);
    }

    /** All that policies say, of many pairs of peers one after another. */
    Hearings hearings() {
        return engine.hearings();
    }

    /** What one peer may open to another. */
    public Connection connection(Peer from, Peer to) {
        return from.isPlaceholder()
                ? entrance().to(to)
                : Connection.of(from, to, reaches().of(from).to(to));
    }

    /** Why one peer may reach another, or not, in lines for a reader; of one port, or of all. */
    public List<String> explain(Peer from, Peer to, Optional<PortQuery> port) {
        if (from.isPlaceholder()) {
            return entrance().explain(to);
        }
        Predicate<Reason> isAsked =
                reason -> port.map(query -> new Ports(reason.ports()).contains(query.protocol(), query.port()))
                        .orElse(true);
        var lines = new ArrayList<>(ExplanationText.of(
                from, to, reasons(from, to).stream().filter(isAsked).toList()));
        lines.addAll(ExplanationText.requests(engine.requestLimits().of(from.party(), to.party()).stream()
                .filter(limit -> port.map(query -> new Ports(limit.ports()).contains(query.protocol(), query.port()))
                        .orElse(true))
                .toList()));
        lines.addAll(secondary.explain(from, to, isAsked));
        lines.addAll(names.advice(pod(from), pod(to)));
        lines.addAll(flip(from, to, port));
        return lines;
    }

    /** What policies say about the addresses of a name that the mesh knows outside; empty when it knows none of that name. */
    public Optional<List<String>> explainName(Peer from, String name, Optional<PortQuery> port) {
        return names.named(name).map(destination -> names.explain(this, from, name, destination, port));
    }

    /** Of a workload of the cluster. */
    Optional<Pod> pod(Peer peer) {
        int number = pods.indexOf(peer);
        return number < 0 ? Optional.empty() : Optional.of(cluster.pods().get(number));
    }

    /** The smallest change that would turn the answer round, evaluated; of the port that is asked for, else of the one that matters most. */
    private List<String> flip(Peer from, Peer to, Optional<PortQuery> query) {
        Optional<End> source = end(from);
        Optional<End> receiver = end(to);
        if (source.isEmpty() || receiver.isEmpty()) {
            return List.of();
        }
        PortMatch.Range port = query.map(asked -> new PortMatch.Range(asked.protocol(), asked.port(), asked.port()))
                .orElseGet(() -> mostOf(from, to));
        String what = query.isPresent() ? "it" : new Ports(List.of(port)).toString();
        List<String> change = Flip.of(cluster, profile.assumptions(), source.get(), receiver.get(), port, what);
        return change.isEmpty()
                ? change
                : Stream.concat(Stream.of(""), change.stream()).toList();
    }

    /** Of what is open the first, else the port that the receiver names, else every port of TCP. */
    private PortMatch.Range mostOf(Peer from, Peer to) {
        Stream<PortMatch.Range> open = reasons(from, to).stream()
                .filter(reason -> reason.verdict() == Reason.Verdict.ALLOWED)
                .flatMap(reason -> reason.ports().stream());
        Stream<PortMatch.Range> named =
                pod(to).stream().flatMap(pod -> pod.ports().values().stream()).flatMap(List::stream);
        return Stream.concat(open, named)
                .findFirst()
                .orElseGet(() -> new PortMatch.Range(Protocol.TCP, PortMatch.FIRST, PortMatch.LAST));
    }

    /** Of a peer whose pods or addresses are known. */
    Optional<End> end(Peer peer) {
        int pod = pods.indexOf(peer);
        return pod >= 0 ? Optional.of(new End.OfPod(pod)) : addresses(peer).map(End.OfAddresses::new);
    }

    /** The ports that are decided alike, together. */
    List<Reason> reasons(Peer from, Peer to) {
        return engine.reasons(from.party(), to.party());
    }

    /** Every connection that is or may be allowed, by source and receiver; gone through without holding them all. */
    public Connections list() {
        return Connections.of(this);
    }

    /** Every connection that is or may be allowed, by source and receiver. A workload's connections to itself and those outside are left out. */
    public List<Connection> connections() {
        return list().stream().toList();
    }
}
