package dev.bartizan.network.suggest;

import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Row;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Outsider;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.PortSet;
import dev.bartizan.network.suggest.Pair.Status;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Asks the policies, as they were written, about every pair again, and compares with what was meant. */
final class Proof {
    private final Cluster cluster;
    private final Engine engine;
    private final Supplier<Engine> others;
    private final Endpoints endpoints;
    private final Expected expected;
    private final Synthesis.Answer suggested;
    private final List<PolicyForm> forms;
    private final Predicate<Pod> isExempt;
    private final boolean hasOthers;
    private final Map<Integer, List<Integer>> podsOfParty = new HashMap<>();
    private final List<Integer> outside;
    private final Map<SegmentPair, PortSet> meantBetween = new HashMap<>();
    private final Map<Integer, Integer> firstPods = new HashMap<>();
    private final Findings found = new Findings();

    private record SegmentPair(int from, int to) {}

    /**
     * What is asked.
     *
     * @param cluster with the policies as they would be
     * @param others the policies that stay, alone
     * @param forms of the policies that were made
     * @param isExempt pods to which policies do not apply
     * @param hasOthers whether any policy stays
     */
    record Case(
            Cluster cluster,
            Engine engine,
            Supplier<Engine> others,
            Endpoints endpoints,
            Synthesis.Answer suggested,
            List<PolicyForm> forms,
            Predicate<Pod> isExempt,
            boolean hasOthers) {}

    Proof(Case asked) {
        this.cluster = asked.cluster();
        this.engine = asked.engine();
        this.others = asked.others();
        this.endpoints = asked.endpoints();
        this.suggested = asked.suggested();
        this.forms = asked.forms();
        this.isExempt = asked.isExempt();
        this.hasOthers = asked.hasOthers();
        this.expected = new Expected(cluster, endpoints, engine, suggested.kept(), suggested.peers());
        this.outside = IntStream.range(0, engine.parties())
                .filter(party -> !engine.isPod(party))
                .boxed()
                .toList();
        for (int pod = 0; pod < cluster.pods().size(); pod++) {
            podsOfParty
                    .computeIfAbsent(engine.partyOf(pod), key -> new ArrayList<>(1))
                    .add(pod);
            firstPods.putIfAbsent(endpoints.of(pod), pod);
        }
        firstPods.forEach((endpoint, pod) ->
                expected.from(endpoint).forEach((to, ports) -> mean(pod, firstPods.getOrDefault(to, 0), ports)));
    }

    private void mean(int from, int to, PortSet ports) {
        segments(from, to).ifPresent(pair -> meantBetween.merge(pair, ports, PortSet::union));
    }

    private Optional<SegmentPair> segments(int from, int to) {
        return suggested
                .segments()
                .of(from)
                .flatMap(sender ->
                        suggested.segments().of(to).map(receiver -> new SegmentPair(sender.index(), receiver.index())));
    }

    /** Takes in what one party may reach; each must come once. */
    void add(int party, Row row) {
        BitSet reached = row.reached();
        if (engine.isPod(party)) {
            var opened = new Opened(row);
            podsOfParty.getOrDefault(party, List.of()).stream()
                    .filter(pod -> !isExempt.test(cluster.pods().get(pod)))
                    .forEach(pod -> from(pod, opened, reached));
        } else if (!isDomain(party)) {
            fromOutside(party, new Opened(row), reached);
        }
    }

    /** As senders they are among the addresses outside. */
    private boolean isDomain(int party) {
        return engine.isOutsider(party) && engine.outsider(party).kind() == Outsider.Kind.DOMAIN;
    }

    /** Every pair that is meant or allowed; what pods to which no policy applies open themselves is left out. */
    Findings found() {
        return found;
    }

    private void from(int pod, Opened opened, BitSet reached) {
        int sender = endpoints.of(pod);
        for (int party = reached.nextSetBit(0);
                party >= 0 && engine.isPod(party);
                party = reached.nextSetBit(party + 1)) {
            for (int to : podsOfParty.getOrDefault(party, List.of())) {
                extra(pod, to, opened, party);
            }
        }
        for (int party : outside) {
            PortSet meant = expected.toOutside(sender, party);
            if (reached.get(party) || !meant.isEmpty()) {
                Optional<Pod> from = Optional.of(cluster.pods().get(pod));
                outside(endpoints.label(sender), label(party), opened.at(party), meant, from, Optional.empty());
            }
        }
        if (firstPods.getOrDefault(sender, -1) == pod || engine.partyOf(pod) != engine.partyOf(first(sender))) {
            expected.from(sender).forEach((to, meant) -> meant(pod, to, meant, opened));
        }
    }

    private int first(int endpoint) {
        return firstPods.getOrDefault(endpoint, 0);
    }

    private void extra(int from, int to, Opened opened, int party) {
        int sender = endpoints.of(from);
        int receiver = endpoints.of(to);
        PortSet extra = opened.at(party).all().minus(expected.between(sender, receiver));
        if (!extra.isEmpty()) {
            boolean isForced = isForced(from, to, extra);
            Optional<String> beyond = isForced ? Optional.empty() : beyond(from, to, extra);
            Status status = isForced
                    ? Status.LABELS
                    : beyond.map(why -> Status.KIND)
                            .orElseGet(() -> opened.at(party).isAssumed(extra) ? Status.ADDRESSES : Status.OTHER);
            found.add(new Pair(
                    endpoints.label(sender),
                    endpoints.label(receiver),
                    extra,
                    status,
                    beyond.orElseGet(() -> why(status, to))));
        }
    }

    /** Whether the rule between their segments allows it for the sake of another pair. */
    private boolean isForced(int from, int to, PortSet extra) {
        return segments(from, to)
                .filter(pair -> extra.minus(meantBetween.getOrDefault(pair, PortSet.NONE))
                        .isEmpty())
                .isPresent();
    }

    private Optional<String> beyond(int from, int to, PortSet ports) {
        return beyond(
                Optional.of(cluster.pods().get(from)),
                Optional.of(cluster.pods().get(to)),
                ports);
    }

    /** Only where no form can deny it. */
    private Optional<String> beyond(Optional<Pod> from, Optional<Pod> to, PortSet ports) {
        Optional<String> last = Optional.empty();
        for (PolicyForm form : forms) {
            last = form.beyond(suggested, from, to, ports);
            if (last.isEmpty()) {
                return last;
            }
        }
        return last;
    }

    private String why(Status status, int to) {
        return switch (status) {
            case LABELS -> "no stable label tells these workloads from others that are to talk";
            case ADDRESSES -> "a block of addresses may hold the address of " + endpoints.label(endpoints.of(to));
            case OTHER ->
                isExempt.test(cluster.pods().get(to))
                        ? "policies do not apply to " + endpoints.label(endpoints.of(to))
                        : "policies of others allow it, or nothing isolates both";
            case INTENDED, ASSUMED, DENIED_BY_OTHERS, MISSING, KIND -> "";
        };
    }

    /** Of each way in which a variant of the receiver may be met. */
    private void meant(int from, int receiver, PortSet ports, Opened opened) {
        String sender = endpoints.label(endpoints.of(from));
        String label = endpoints.label(receiver);
        for (int to : endpoints.pods(receiver)) {
            Opened.To open = opened.at(engine.partyOf(to));
            PortSet missing = ports.minus(open.all());
            PortSet assumed = ports.minus(open.sure()).minus(missing);
            add(sender, label, ports.minus(missing).minus(assumed), Status.INTENDED, "");
            add(sender, label, assumed, Status.ASSUMED, "it hangs on what no manifest tells");
            if (!missing.isEmpty()) {
                Engine staying = others.get();
                var before = new Opened(staying.row(staying.partyOf(from)));
                PortSet elsewhere = missing.minus(before.at(staying.partyOf(to)).all());
                add(sender, label, elsewhere, Status.DENIED_BY_OTHERS, "'network explain' names the policy");
                add(sender, label, missing.minus(elsewhere), Status.MISSING, "");
            }
        }
    }

    private void fromOutside(int party, Opened opened, BitSet reached) {
        for (int pod = 0; pod < cluster.pods().size(); pod++) {
            int receiver = engine.partyOf(pod);
            Pod to = cluster.pods().get(pod);
            PortSet meant = expected.fromOutside(party, endpoints.of(pod));
            if (!isExempt.test(to) && (reached.get(receiver) || !meant.isEmpty())) {
                String label = endpoints.label(endpoints.of(pod));
                outside(label(party), label, opened.at(receiver), meant, Optional.empty(), Optional.of(to));
            }
        }
    }

    private void outside(
            String from, String to, Opened.To open, PortSet meant, Optional<Pod> sender, Optional<Pod> receiver) {
        PortSet reached = open.all();
        add(from, to, meant.minus(meant.minus(reached)), Status.INTENDED, "");
        add(from, to, meant.minus(reached), hasOthers ? Status.DENIED_BY_OTHERS : Status.MISSING, "");
        PortSet extra = reached.minus(meant);
        if (!extra.isEmpty()) {
            Optional<String> beyond = beyond(sender, receiver, extra);
            boolean isAssumed = open.isAssumed(extra);
            Status status = beyond.isPresent() ? Status.KIND : isAssumed ? Status.ADDRESSES : Status.OTHER;
            String why = isAssumed
                    ? "a block of addresses may hold its address"
                    : "policies of others allow it, or nothing isolates it";
            add(from, to, extra, status, beyond.orElse(why));
        }
    }

    private void add(String from, String to, PortSet ports, Status status, String why) {
        if (!ports.isEmpty()) {
            found.add(new Pair(from, to, ports, status, why));
        }
    }

    private String label(int party) {
        if (!engine.isOutsider(party)) {
            return engine.addressesOf(party).toString();
        }
        Outsider outsider = engine.outsider(party);
        return switch (outsider.kind()) {
            case NODES -> "the nodes";
            case API_SERVER -> "the API server";
            case DOMAIN -> outsider.name();
        };
    }
}
