package dev.bartizan.network.flip;

import dev.bartizan.network.engine.Assumptions;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Hearing;
import dev.bartizan.network.engine.Reason;
import dev.bartizan.network.engine.Reason.Verdict;
import dev.bartizan.network.engine.Step;
import dev.bartizan.network.engine.Testimony;
import dev.bartizan.network.engine.Testimony.Said;
import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Layer;
import dev.bartizan.network.model.PeerMatch;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Rank;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.model.Tier;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the smallest change of policies that would allow a denied port, or deny an allowed one: in each place that denies, a rule more or a rule less. The
 * change is evaluated before it is told; where none of the simple ones does it, nothing is told.
 */
public final class Flip {
    /** More places than this do not deny one connection. */
    private static final int MOST_ROUNDS = 8;

    private final Cluster cluster;
    private final Assumptions assumptions;
    private final End from;
    private final End to;
    private final PortMatch.Range port;
    private final String what;
    private final List<String> lines = new ArrayList<>();
    private final List<Policy> policies;

    private Flip(Cluster cluster, Assumptions assumptions, End from, End to, PortMatch.Range port, String what) {
        this.cluster = cluster;
        this.assumptions = assumptions;
        this.from = from;
        this.to = to;
        this.port = port;
        this.what = what;
        this.policies = new ArrayList<>(cluster.policies());
    }

    /**
     * In lines for a reader.
     *
     * @param port one, or several that are decided alike
     * @param what the port is called in the lines
     */
    public static List<String> of(
            Cluster cluster, Assumptions assumptions, End from, End to, PortMatch.Range port, String what) {
        return new Flip(cluster, assumptions, from, to, port, what).search();
    }

    private List<String> search() {
        Optional<Verdict> now = reason().map(Reason::verdict);
        if (now.isEmpty() || now.get() == Verdict.DEPENDS) {
            return List.of();
        }
        boolean turns = now.get() == Verdict.ALLOWED ? denies() : allows();
        return turns ? List.copyOf(lines) : List.of();
    }

    private Engine engine() {
        return Engine.of(new Cluster(cluster.pods(), cluster.namespaces(), policies), assumptions);
    }

    private Optional<Reason> reason() {
        Engine engine = engine();
        return engine.reasons(from.party(engine), to.party(engine)).stream()
                .filter(reason -> isAmong(reason.ports()))
                .findFirst();
    }

    private Optional<Hearing> hearing() {
        Engine engine = engine();
        return engine.hearings().of(from.party(engine), to.party(engine)).stream()
                .filter(hearing -> isAmong(hearing.ports()))
                .findFirst();
    }

    private boolean isAmong(List<PortMatch.Range> ranges) {
        return ranges.stream()
                .anyMatch(range -> range.protocol() == port.protocol()
                        && range.first() <= port.first()
                        && port.last() <= range.last());
    }

    /** Behind one denial there may be another one, which is found only when the first is gone. */
    private boolean allows() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Optional<Reason> reason = reason();
            if (reason.isEmpty() || reason.get().verdict() != Verdict.DENIED) {
                return reason.map(Reason::verdict).equals(Optional.of(Verdict.ALLOWED));
            }
            List<Step> denials = reason.get().steps().stream()
                    .filter(step -> !step.isAssumed())
                    .filter(step -> step.outcome() == Step.Outcome.DENIED || step.outcome() == Step.Outcome.NOT_ALLOWED)
                    .toList();
            if (denials.isEmpty() || !denials.stream().allMatch(this::overcome)) {
                return false;
            }
        }
        return false;
    }

    /** Whether something could be done about it. */
    private boolean overcome(Step denial) {
        if (denial.outcome() == Step.Outcome.NOT_ALLOWED) {
            return narrowestFirst(denial.policies()).stream().anyMatch(policy -> add(policy, denial.direction()));
        }
        // The mode of a PeerAuthentication is for all senders, and not one rule among others.
        boolean isRule = denial.rule().isPresent()
                && denial.policies().stream().noneMatch(policy -> policy.kind().equals("PeerAuthentication"));
        return isRule && take(denial.policies().getFirst(), denial.rule().get(), "allow");
    }

    /** In a policy of few pods a rule more opens few. */
    private List<Policy> narrowestFirst(List<Policy> isolating) {
        Engine engine = engine();
        return isolating.stream()
                .sorted(Comparator.comparingInt(
                        (Policy policy) -> engine.subjects(policy).cardinality()))
                .toList();
    }

    /** A rule more in one of the policies that isolate the pod. */
    private boolean add(Policy policy, Direction direction) {
        PeerWords peer = PeerWords.of(direction == Direction.INGRESS ? from : to, cluster);
        Optional<Dialect> dialect = Dialect.of(policy);
        Optional<List<PeerMatch>> peers = dialect.flatMap(known -> known.peers(peer, direction, port));
        if (dialect.isEmpty() || peers.isEmpty()) {
            return false;
        }
        var rules = new ArrayList<>(policy.rules());
        rules.add(new Rule(
                direction, rules.size(), "the new rule", Action.ALLOW, peers.get(), List.of(port), policy.location()));
        replace(policy, rules);
        lines.add("to allow " + what + ", add to " + dialect.get().list(direction) + " of " + policy.kind() + " "
                + policy.name() + place(policy.location()) + ":");
        lines.add("  - " + dialect.get().yaml(direction, peer, port));
        return true;
    }

    private boolean denies() {
        Optional<Hearing> now = hearing();
        if (now.isEmpty()) {
            return false;
        }
        Optional<List<Testimony>> rules = List.of(now.get().ingress(), now.get().egress()).stream()
                .map(Flip::allowing)
                .filter(allowing -> !allowing.isEmpty())
                .min((one, other) -> Integer.compare(one.size(), other.size()));
        if (rules.isPresent()) {
            rules.get()
                    .forEach(testimony -> testimony.rule().ifPresent(rule -> take(testimony.policy(), rule, "deny")));
        } else if (to instanceof End.OfPod(int pod)) {
            isolate(cluster.pods().get(pod), Direction.INGRESS);
        } else if (from instanceof End.OfPod(int pod)) {
            isolate(cluster.pods().get(pod), Direction.EGRESS);
        }
        return reason().map(Reason::verdict).equals(Optional.of(Verdict.DENIED));
    }

    private static List<Testimony> allowing(Hearing.Side side) {
        return side.testimonies().stream()
                .filter(testimony -> testimony.said() == Said.ALLOWS)
                .toList();
    }

    /** Without the rule, the answer is another one; to narrow it does less harm. */
    private boolean take(Policy named, Rule rule, String verb) {
        Optional<Policy> policy = policies.stream()
                .filter(each -> each.id().equals(named.id()) && each.rules().contains(rule))
                .findFirst();
        policy.ifPresent(holding -> {
            replace(
                    holding,
                    holding.rules().stream().filter(each -> !each.equals(rule)).toList());
            lines.add("to " + verb + " " + what + ", narrow or remove " + rule.name() + side(holding, rule) + " of "
                    + holding.kind() + " " + holding.name() + place(rule.location()));
        });
        return policy.isPresent();
    }

    private static String side(Policy policy, Rule rule) {
        return policy.tier().layer() == Layer.MESH
                ? ""
                : " for " + (rule.direction() == Direction.INGRESS ? "ingress" : "egress");
    }

    private void isolate(Pod pod, Direction direction) {
        String type = direction == Direction.INGRESS ? "Ingress" : "Egress";
        var selector = PeerWords.stable(pod);
        policies.add(new Policy(
                "~new",
                "NetworkPolicy",
                pod.namespace() + "/new",
                Tier.NAMESPACE,
                Rank.NETWORK_POLICY,
                PodMatch.in(pod.namespace(), PeerWords.selector(selector)),
                Set.of(direction),
                List.of(),
                Location.ofFile("new.yaml")));
        lines.add("to deny " + what + ", isolate the pod, then list what it still needs in the same policy:");
        lines.add("  {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: isolate-"
                + type.toLowerCase(Locale.ROOT)
                + ", namespace: " + PeerWords.quoted(pod.namespace()) + "}, spec: {podSelector: "
                + PeerWords.yaml(selector) + ", policyTypes: [" + type + "]}}");
    }

    private void replace(Policy policy, List<Rule> rules) {
        policies.replaceAll(each -> each.equals(policy)
                ? new Policy(
                        policy.id(),
                        policy.kind(),
                        policy.name(),
                        policy.tier(),
                        policy.rank(),
                        policy.subject(),
                        policy.isolates(),
                        rules,
                        policy.location())
                : each);
    }

    private static String place(Location location) {
        return " (" + location.file() + ":" + location.line() + ")";
    }
}
