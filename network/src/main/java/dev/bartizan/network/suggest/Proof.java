package dev.bartizan.network.suggest;

import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Row;
import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.Cluster;
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
import java.util.stream.IntStream;

/** Asks the policies, as they were written, about every pair again, and compares with what was meant. */
final class Proof {
    private final Cluster cluster;
    private final Engine engine;
    private final Engine others;
    private final Expected expected;
    private final Synthesis.Answer suggested;
    private final Predicate<Pod> isExempt;
    private final Map<Integer, List<Integer>> podsOfParty = new HashMap<>();
    private final List<Integer> outside;
    private final Map<SegmentPair, PortSet> meantBetween = new HashMap<>();
    private final List<Pair> pairs = new ArrayList<>();

    private record SegmentPair(int from, int to) {}

    /**
     * @param cluster with the policies as they would be
     * @param others the policies that stay, alone
     * @param isExempt pods to which policies do not apply
     */
    Proof(
            Cluster cluster,
            Engine engine,
            Engine others,
            Expected expected,
            Synthesis.Answer suggested,
            Predicate<Pod> isExempt) {
        this.cluster = cluster;
        this.engine = engine;
        this.others = others;
        this.expected = expected;
        this.suggested = suggested;
        this.isExempt = isExempt;
        this.outside = IntStream.range(0, engine.parties())
                .filter(party -> !engine.isPod(party) && !engine.isOutsider(party))
                .boxed()
                .toList();
        for (int pod = 0; pod < cluster.pods().size(); pod++) {
            podsOfParty
                    .computeIfAbsent(engine.partyOf(pod), key -> new ArrayList<>(1))
                    .add(pod);
            int from = pod;
            expected.from(pod).forEach((to, ports) -> mean(from, to, ports));
        }
    }

    private void mean(int from, int to, PortSet ports) {
        suggested
                .segments()
                .of(from)
                .ifPresent(sender -> suggested
                        .segments()
                        .of(to)
                        .ifPresent(receiver -> meantBetween.merge(
                                new SegmentPair(sender.index(), receiver.index()), ports, PortSet::union)));
    }

    /** Takes in what one party may reach; each must come once. */
    void add(int party, Row row) {
        if (engine.isPod(party)) {
            podsOfParty.getOrDefault(party, List.of()).stream()
                    .filter(pod -> !isExempt.test(cluster.pods().get(pod)))
                    .forEach(pod -> from(pod, row));
        } else if (!engine.isOutsider(party)) {
            from(engine.addressesOf(party), row);
        }
    }

    /** Every pair that is meant or allowed; what pods to which no policy applies open themselves is left out. */
    List<Pair> pairs() {
        return List.copyOf(pairs);
    }

    private void from(int pod, Row row) {
        row.reached().stream().filter(engine::isPod).forEach(party -> {
            for (int to : podsOfParty.getOrDefault(party, List.of())) {
                extra(pod, to, row, party);
            }
        });
        for (int party : outside) {
            AddressRange range = engine.addressesOf(party);
            outside(label(pod), range.toString(), row, party, expected.to(pod, range));
        }
        expected.from(pod).forEach((to, ports) -> meant(pod, to, ports, row));
    }

    private void extra(int from, int to, Row row, int party) {
        PortSet extra = reached(row, party).minus(expected.between(from, to));
        if (!extra.isEmpty()) {
            boolean isAssumed = extra.minus(PortSet.of(row.depends(party))).isEmpty();
            Status status = isForced(from, to, extra) ? Status.LABELS : isAssumed ? Status.ADDRESSES : Status.OTHER;
            pairs.add(new Pair(label(from), label(to), extra, status, why(status, to)));
        }
    }

    /** Whether the rule between their segments allows it for the sake of another pair. */
    private boolean isForced(int from, int to, PortSet extra) {
        Optional<Segment> sender = suggested.segments().of(from);
        Optional<Segment> receiver = suggested.segments().of(to);
        return sender.isPresent()
                && receiver.isPresent()
                && extra.minus(meantBetween.getOrDefault(
                                new SegmentPair(
                                        sender.get().index(), receiver.get().index()),
                                PortSet.NONE))
                        .isEmpty();
    }

    private String why(Status status, int to) {
        return switch (status) {
            case LABELS -> "no stable label tells these workloads from others that are to talk";
            case ADDRESSES -> "a block of addresses may hold the address of " + label(to);
            case OTHER ->
                isExempt.test(cluster.pods().get(to))
                        ? "policies do not apply to " + label(to)
                        : "policies of others allow it, or nothing isolates both";
            case INTENDED, ASSUMED, DENIED_BY_OTHERS, MISSING -> "";
        };
    }

    private void meant(int from, int to, PortSet ports, Row row) {
        int party = engine.partyOf(to);
        PortSet sure = PortSet.of(row.allowed(party));
        PortSet missing = ports.minus(reached(row, party));
        PortSet assumed = ports.minus(sure).minus(missing);
        add(label(from), label(to), ports.minus(missing).minus(assumed), Status.INTENDED, "");
        add(label(from), label(to), assumed, Status.ASSUMED, "it hangs on what no manifest tells");
        if (!missing.isEmpty()) {
            PortSet elsewhere = missing.minus(reached(others.row(others.partyOf(from)), others.partyOf(to)));
            add(label(from), label(to), elsewhere, Status.DENIED_BY_OTHERS, "'network explain' names the policy");
            add(label(from), label(to), missing.minus(elsewhere), Status.MISSING, "");
        }
    }

    private void from(AddressRange range, Row row) {
        BitSet reached = row.reached();
        for (int pod = 0; pod < cluster.pods().size(); pod++) {
            int receiver = engine.partyOf(pod);
            PortSet meant = expected.from(range, pod);
            if (!isExempt.test(cluster.pods().get(pod)) && (reached.get(receiver) || !meant.isEmpty())) {
                outside(range.toString(), label(pod), row, receiver, meant);
            }
        }
    }

    private void outside(String from, String to, Row row, int party, PortSet meant) {
        PortSet reached = reached(row, party);
        add(from, to, meant.minus(meant.minus(reached)), Status.INTENDED, "");
        add(from, to, meant.minus(reached), Status.DENIED_BY_OTHERS, "");
        add(from, to, reached.minus(meant), Status.OTHER, "policies of others allow it, or nothing isolates it");
    }

    private void add(String from, String to, PortSet ports, Status status, String why) {
        if (!ports.isEmpty()) {
            pairs.add(new Pair(from, to, ports, status, why));
        }
    }

    private static PortSet reached(Row row, int party) {
        return PortSet.of(row.allowed(party)).union(PortSet.of(row.depends(party)));
    }

    private String label(int pod) {
        Pod workload = cluster.pods().get(pod);
        return workload.namespace() + "/" + workload.name() + "[" + workload.kind() + "]";
    }
}
