package dev.bartizan.network;

import dev.bartizan.network.ConnectionChange.DiffType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a change does to who can reach whom. Peers are compared by what they are called, addresses after cutting them wherever one of the two sides does;
 * ranges that touch and changed alike are shown as one.
 */
public final class ConnectivityDiff {
    private static final Comparator<ConnectionChange> BY_LABEL = Comparator.comparing(
                    (ConnectionChange change) -> change.from().label())
            .thenComparing(change -> change.to().label());

    private final Connectivity before;
    private final Connectivity after;
    private final List<Counterpart> workloads;
    private final List<Counterpart> addresses;

    private ConnectivityDiff(Connectivity before, Connectivity after) {
        this.before = before;
        this.after = after;
        this.workloads = Counterpart.workloads(before, after);
        this.addresses = Counterpart.addresses(before, after);
    }

    public static ConnectivityDiff of(Connectivity before, Connectivity after) {
        return new ConnectivityDiff(before, after);
    }

    /** Whether a connection comes, goes or changes. */
    public boolean has(DiffType type) {
        return changes().anyMatch(change -> change.type() == type);
    }

    /** Whether nothing comes, goes or changes. */
    public boolean isEmpty() {
        return changes().allMatch(change -> change.type() == DiffType.UNCHANGED);
    }

    /** All connections that one of the sides has, by labels; computed while they are gone through. */
    public Stream<ConnectionChange> changes() {
        Reaches older = before.reaches();
        Reaches newer = after.reaches();
        var bySource = new TreeMap<String, List<Stream<ConnectionChange>>>();
        ofAddresses(older, newer)
                .forEach(change -> bySource.computeIfAbsent(change.from().label(), key -> new ArrayList<>())
                        .add(Stream.of(change)));
        for (Counterpart source : workloads) {
            // A stream is asked only when the one before it has been gone through: one source is held at a time.
            bySource.computeIfAbsent(source.peer().label(), key -> new ArrayList<>())
                    .add(Stream.of(source)
                            .flatMap(each -> openedBy(each, reach(older, each.before()), reach(newer, each.after()))));
        }
        return Stream.concat(
                bySource.values().stream().flatMap(streams -> streams.stream().flatMap(each -> each)), entering());
    }

    /** What comes in through a controller whose pods neither side names. */
    private Stream<ConnectionChange> entering() {
        var source =
                new Counterpart(after.entrance().controller(), Optional.empty(), Optional.empty(), Optional.empty());
        return workloads.stream().flatMap(receiver -> {
            Access older = receiver.before()
                    .map(peer -> before.entrance().to(peer).access())
                    .orElse(Access.NONE);
            Access newer = receiver.after()
                    .map(peer -> after.entrance().to(peer).access())
                    .orElse(Access.NONE);
            return change(source, older, receiver, newer).stream();
        });
    }

    private Stream<ConnectionChange> openedBy(Counterpart source, Reach older, Reach newer) {
        var changes = new ArrayList<ConnectionChange>();
        for (Counterpart receiver : workloads) {
            if (!receiver.equals(source)) {
                change(source, older, receiver, newer).ifPresent(changes::add);
            }
        }
        var runs = new AddressRuns(ConnectionChange::to);
        for (Counterpart receiver : addresses) {
            receiver.addresses()
                    .ifPresent(range ->
                            change(source, older, receiver, newer).ifPresent(change -> runs.add(range, change)));
        }
        changes.addAll(runs.all());
        changes.sort(BY_LABEL);
        return changes.stream();
    }

    private List<ConnectionChange> ofAddresses(Reaches olderReaches, Reaches newerReaches) {
        List<AddressRuns> byReceiver = workloads.stream()
                .map(receiver -> new AddressRuns(ConnectionChange::from))
                .toList();
        for (Counterpart source : addresses) {
            Reach older = reach(olderReaches, source.before());
            Reach newer = reach(newerReaches, source.after());
            for (int i = 0; i < workloads.size(); i++) {
                AddressRuns runs = byReceiver.get(i);
                Counterpart receiver = workloads.get(i);
                source.addresses()
                        .ifPresent(range ->
                                change(source, older, receiver, newer).ifPresent(change -> runs.add(range, change)));
            }
        }
        return byReceiver.stream()
                .flatMap(runs -> runs.all().stream())
                .sorted(BY_LABEL)
                .toList();
    }

    private static Reach reach(Reaches side, Optional<Peer> source) {
        return source.map(side::of).orElse(Reach.NOTHING);
    }

    private static Optional<ConnectionChange> change(
            Counterpart source, Reach older, Counterpart receiver, Reach newer) {
        Access before = receiver.before().map(older::to).orElse(Access.NONE);
        Access after = receiver.after().map(newer::to).orElse(Access.NONE);
        return change(source, before, receiver, after);
    }

    private static Optional<ConnectionChange> change(
            Counterpart source, Access before, Counterpart receiver, Access after) {
        return before.isNone() && after.isNone()
                ? Optional.empty()
                : Optional.of(ConnectionChange.of(source, receiver, before, after));
    }
}
