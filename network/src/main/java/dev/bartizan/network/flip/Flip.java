package dev.bartizan.network.flip;

import dev.bartizan.network.engine.Assumptions;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Hearing;
import dev.bartizan.network.engine.Reason.Verdict;
import dev.bartizan.network.engine.Testimony;
import dev.bartizan.network.engine.Testimony.Said;
import dev.bartizan.network.model.Action;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Direction;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PodMatch;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.model.PortMatch;
import dev.bartizan.network.model.Rank;
import dev.bartizan.network.model.Rule;
import dev.bartizan.network.model.Tier;
import dev.bartizan.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the smallest change of NetworkPolicies that would allow a denied port, or deny an allowed one. Each change is evaluated before it is told; where
 * none of the simple ones does it, nothing is told.
 */
public final class Flip {
    private final Cluster cluster;
    private final Assumptions assumptions;
    private final End from;
    private final End to;
    private final PortMatch.Range port;
    private final List<String> lines = new ArrayList<>();
    private final List<Policy> policies;

    private Flip(Cluster cluster, Assumptions assumptions, End from, End to, PortMatch.Range port) {
        this.cluster = cluster;
        this.assumptions = assumptions;
        this.from = from;
        this.to = to;
        this.port = port;
        this.policies = new ArrayList<>(cluster.policies());
    }

    /**
     * In lines for a reader.
     *
     * @param port one, or several that are decided alike
     */
    public static List<String> of(Cluster cluster, Assumptions assumptions, End from, End to, PortMatch.Range port) {
        return new Flip(cluster, assumptions, from, to, port).search();
    }

    private List<String> search() {
        Optional<Hearing> now = ask(cluster);
        if (now.isEmpty() || now.get().verdict() == Verdict.DEPENDS) {
            return List.of();
        }
        boolean isAllowed = now.get().verdict() == Verdict.ALLOWED;
        if (isAllowed) {
            deny(now.get());
        } else {
            allow(Direction.EGRESS, now.get().egress());
            allow(Direction.INGRESS, now.get().ingress());
        }
        Verdict wanted = isAllowed ? Verdict.DENIED : Verdict.ALLOWED;
        boolean turns = ask(new Cluster(cluster.pods(), cluster.namespaces(), policies))
                .map(then -> then.verdict() == wanted)
                .orElse(false);
        return turns ? List.copyOf(lines) : List.of();
    }

    private Optional<Hearing> ask(Cluster asked) {
        Engine engine = Engine.of(asked, assumptions);
        return engine.hearings().of(from.party(engine), to.party(engine)).stream()
                .filter(hearing -> hearing.ports().stream()
                        .anyMatch(range -> range.protocol() == port.protocol()
                                && range.first() <= port.first()
                                && port.last() <= range.last()))
                .findFirst();
    }

    /** A rule more in one of the policies that isolate the pod. */
    private void allow(Direction direction, Hearing.Side side) {
        if (side.verdict() != Verdict.DENIED) {
            return;
        }
        Optional<Policy> isolating = side.testimonies().stream()
                .filter(testimony -> testimony.said() != Said.DENIES && testimony.said() != Said.PASSES)
                .map(Testimony::policy)
                .filter(policy ->
                        policy.kind().equals("NetworkPolicy") && policy.tier().equals(Tier.NAMESPACE))
                .findFirst();
        if (isolating.isPresent()) {
            Policy policy = isolating.get();
            boolean isIngress = direction == Direction.INGRESS;
            PeerWords peer = PeerWords.of(isIngress ? from : to, cluster);
            var rules = new ArrayList<>(policy.rules());
            rules.add(new Rule(
                    direction, rules.size(), "the new rule", Action.ALLOW, peer.peers(), ports(), policy.location()));
            replace(policy, rules);
            lines.add("to allow it, add to spec." + (isIngress ? "ingress" : "egress") + " of NetworkPolicy "
                    + policy.name() + place(policy.location()) + ":");
            lines.add("  - {" + (isIngress ? "from" : "to") + ": [{" + peer.yaml() + "}]" + portWords() + "}");
        }
    }

    private void deny(Hearing now) {
        Optional<List<Testimony>> rules = List.of(now.ingress(), now.egress()).stream()
                .map(side -> side.testimonies().stream()
                        .filter(testimony -> testimony.said() == Said.ALLOWS)
                        .toList())
                .filter(allowing -> !allowing.isEmpty())
                .min((one, other) -> Integer.compare(one.size(), other.size()));
        if (rules.isPresent()) {
            rules.get().forEach(this::take);
        } else if (to instanceof End.OfPod(int pod)) {
            isolate(cluster.pods().get(pod), Direction.INGRESS);
        } else if (from instanceof End.OfPod(int pod)) {
            isolate(cluster.pods().get(pod), Direction.EGRESS);
        }
    }

    /** Without the rule, the connection is not allowed; to narrow it does less harm. */
    private void take(Testimony testimony) {
        testimony.rule().ifPresent(rule -> {
            Policy policy = policies.stream()
                    .filter(each -> each.id().equals(testimony.policy().id()))
                    .findFirst()
                    .orElse(testimony.policy());
            replace(
                    policy,
                    policy.rules().stream().filter(each -> !each.equals(rule)).toList());
            lines.add("to deny it, narrow or remove " + rule.name() + " for "
                    + (rule.direction() == Direction.INGRESS ? "ingress" : "egress") + " of " + policy.kind() + " "
                    + policy.name() + place(rule.location()));
        });
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
        lines.add("to deny it, isolate the pod, then list what it still needs in the same policy:");
        lines.add("  {apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: isolate-"
                + type.toLowerCase(Locale.ROOT)
                + ", namespace: " + PeerWords.quoted(pod.namespace()) + "}, spec: {podSelector: "
                + PeerWords.yaml(selector) + ", policyTypes: [" + type + "]}}");
    }

    private void replace(Policy policy, List<Rule> rules) {
        policies.replaceAll(each -> each.id().equals(policy.id())
                        && each.name().equals(policy.name())
                        && each.tier().equals(policy.tier())
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

    private boolean isEveryPort() {
        return port.equals(PortMatch.all(port.protocol()));
    }

    private List<PortMatch> ports() {
        return List.of(port);
    }

    private String portWords() {
        String number = isEveryPort()
                ? ""
                : ", port: " + port.first() + (port.first() == port.last() ? "" : ", endPort: " + port.last());
        return ", ports: [{protocol: " + port.protocol() + number + "}]";
    }

    private static String place(Location location) {
        return " (" + location.file() + ":" + location.line() + ")";
    }
}
