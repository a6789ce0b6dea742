package dev.bartizan.network.intents;

import dev.bartizan.graph.Intent;
import dev.bartizan.network.engine.Row;
import dev.bartizan.network.model.PortMatch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** One intent, held against one row after another. */
final class Inquiry {
    private static final int MOST_CASES = 64;
    private static final Comparator<Case> ORDER =
            Comparator.comparing(Case::isOpen).thenComparingInt(Case::from).thenComparingInt(Case::to);

    private final Intent intent;
    private final Participants participants;
    private final Map<Integer, Crowd> senders;
    private final List<Receivers> receivers;
    private final TreeSet<Case> cases = new TreeSet<>(ORDER);
    private long against;
    private long open;

    /**
     * A pair that breaks the intent, or may.
     *
     * @param isOpen whether it hangs on an assumption
     * @param ports at which
     */
    record Case(int from, int to, boolean isOpen, List<PortMatch.Range> ports) {}

    /** @param senders by their class, numbers rising */
    Inquiry(Intent intent, Participants participants, Map<Integer, Crowd> senders, List<Receivers> receivers) {
        this.intent = intent;
        this.participants = participants;
        this.senders = senders;
        this.receivers = receivers;
    }

    Intent intent() {
        return intent;
    }

    /** The classes of those whose rows it needs. */
    Iterable<Integer> sources() {
        return senders.keySet();
    }

    void look(int source, Row row) {
        Crowd from = senders.get(source);
        if (from == null) {
            return;
        }
        BitSet reached = row.reached();
        boolean isAllow = intent.demand() == Intent.Demand.ALLOW;
        for (Receivers to : receivers) {
            if (isAllow) {
                missing(from, to, row);
            } else if (reached.get(to.party())) {
                possible(from, to, row);
            }
        }
    }

    private void possible(Crowd from, Receivers to, Row row) {
        List<PortMatch.Range> allowed = both(row.allowed(to.party()), to.ports());
        List<PortMatch.Range> depends = allowed.isEmpty() ? both(row.depends(to.party()), to.ports()) : List.of();
        if (!allowed.isEmpty()) {
            count(from, to, false, allowed);
        } else if (!depends.isEmpty()) {
            count(from, to, true, depends);
        }
    }

    /** Where ports were named each must be open, else one of those that are meant. */
    private void missing(Crowd from, Receivers to, Row row) {
        List<PortMatch.Range> allowed = row.allowed(to.party());
        List<PortMatch.Range> depends = row.depends(to.party());
        if (intent.ports().isEmpty()) {
            if (both(allowed, to.ports()).isEmpty()) {
                count(from, to, !both(depends, to.ports()).isEmpty(), to.ports());
            }
            return;
        }
        var either = new ArrayList<>(allowed);
        either.addAll(depends);
        List<PortMatch.Range> denied = lacking(to.ports(), either);
        List<PortMatch.Range> unsure = denied.isEmpty() ? lacking(to.ports(), allowed) : denied;
        if (!unsure.isEmpty()) {
            count(from, to, denied.isEmpty(), unsure);
        }
    }

    /** Those of some ports that are not all in others. */
    private static List<PortMatch.Range> lacking(List<PortMatch.Range> ports, List<PortMatch.Range> others) {
        return ports.stream()
                .filter(port -> size(both(others, List.of(port))) < size(List.of(port)))
                .toList();
    }

    private static long size(List<PortMatch.Range> disjoint) {
        return disjoint.stream()
                .mapToLong(range -> range.last() - range.first() + 1)
                .sum();
    }

    private static List<PortMatch.Range> both(List<PortMatch.Range> some, List<PortMatch.Range> others) {
        return some.stream()
                .flatMap(one -> others.stream().map(one::and))
                .flatMap(Optional::stream)
                .toList();
    }

    private void count(Crowd from, Receivers to, boolean isOpen, List<PortMatch.Range> ports) {
        long pairs = from.pairs(to.crowd());
        if (pairs == 0) {
            return;
        }
        against += isOpen ? 0 : pairs;
        open += isOpen ? pairs : 0;
        first(from, to).ifPresent(pair -> cases.add(new Case(pair[0], pair[1], isOpen, ports)));
        if (cases.size() > MOST_CASES) {
            cases.removeLast();
        }
    }

    private Optional<int[]> first(Crowd from, Receivers to) {
        for (int sender : from.members()) {
            for (int receiver : to.crowd().members()) {
                if (participants.get(sender).asset()
                        != participants.get(receiver).asset()) {
                    return Optional.of(new int[] {sender, receiver});
                }
            }
        }
        return Optional.empty();
    }

    /** Those who are asked for a port of theirs. */
    BitSet receivers() {
        var members = new BitSet();
        receivers.forEach(each -> each.crowd().members().forEach(members::set));
        return members;
    }

    /** How many pairs it is about. */
    long pairs() {
        List<Integer> numbers = senders.values().stream()
                .flatMap(crowd -> crowd.members().stream())
                .toList();
        Crowd all = Crowd.of(numbers, participants);
        return receivers.stream().mapToLong(to -> all.pairs(to.crowd())).sum();
    }

    long against() {
        return against;
    }

    long open() {
        return open;
    }

    /** Those that break it first; not all of very many. */
    List<Case> cases() {
        return List.copyOf(cases);
    }
}
