package dev.bartizan.network;

import dev.bartizan.network.model.AddressRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Puts ranges of addresses together again that touch and whose connections changed alike. */
final class AddressRuns {
    private final BiFunction<ConnectionChange, Peer, ConnectionChange> place;
    private final List<ConnectionChange> done = new ArrayList<>();
    private Optional<Run> open = Optional.empty();

    private record Run(AddressRange range, ConnectionChange change) {
        boolean goesOnWith(AddressRange next, ConnectionChange other) {
            return range.bits() == next.bits()
                    && range.last().add(BigInteger.ONE).equals(next.first())
                    && change.isLike(other);
        }

        Run upTo(AddressRange next) {
            return new Run(new AddressRange(range.bits(), range.first(), next.last()), change);
        }
    }

    /** @param place puts the peer of a longer range into a change, as its source or as its receiver */
    AddressRuns(BiFunction<ConnectionChange, Peer, ConnectionChange> place) {
        this.place = place;
    }

    /** In the order of the addresses. */
    void add(AddressRange range, ConnectionChange change) {
        Optional<Run> longer = open.filter(run -> run.goesOnWith(range, change)).map(run -> run.upTo(range));
        if (longer.isEmpty()) {
            close();
        }
        open = Optional.of(longer.orElseGet(() -> new Run(range, change)));
    }

    private void close() {
        open.ifPresent(run -> done.add(place.apply(
                run.change(),
                Peer.external(run.range().toString(), run.change().to().party()))));
    }

    List<ConnectionChange> all() {
        close();
        open = Optional.empty();
        return done;
    }
}
