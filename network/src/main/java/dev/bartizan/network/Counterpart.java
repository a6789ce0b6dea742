package dev.bartizan.network;

import dev.bartizan.network.model.AddressRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A peer as each of two sides knows it.
 *
 * @param peer as it is shown
 * @param addresses which neither side cuts any further; empty for a workload
 */
record Counterpart(Peer peer, Optional<Peer> before, Optional<Peer> after, Optional<AddressRange> addresses) {

    /** Whether it is a workload that only one side knows. */
    boolean comesOrGoes() {
        return !peer.isExternal() && before.isPresent() != after.isPresent();
    }

    /** The workloads of both sides, by label. Of several with one label the first is compared with the first. */
    static List<Counterpart> workloads(Connectivity before, Connectivity after) {
        Map<String, Counterpart> paired = new TreeMap<>();
        labelled(before)
                .forEach((key, peer) ->
                        paired.put(key, new Counterpart(peer, Optional.of(peer), Optional.empty(), Optional.empty())));
        labelled(after).forEach((key, peer) -> {
            Optional<Peer> older = Optional.ofNullable(paired.get(key)).flatMap(Counterpart::before);
            paired.put(key, new Counterpart(peer, older, Optional.of(peer), Optional.empty()));
        });
        return List.copyOf(paired.values());
    }

    private static Map<String, Peer> labelled(Connectivity side) {
        var byLabel = new TreeMap<String, Peer>();
        var seen = new HashMap<String, Integer>();
        for (Peer peer : side.peers()) {
            if (side.addresses(peer).isEmpty()) {
                int nth = seen.merge(peer.label(), 1, Integer::sum);
                byLabel.put(peer.label() + (nth == 1 ? "" : " " + nth), peer);
            }
        }
        return byLabel;
    }

    /** The addresses outside, cut wherever one of the sides cuts them; in their order. A family that only one side tells apart is left out. */
    static List<Counterpart> addresses(Connectivity before, Connectivity after) {
        var counterparts = new ArrayList<Counterpart>();
        for (int bits : List.of(AddressRange.IPV4, AddressRange.IPV6)) {
            TreeMap<BigInteger, Peer> older = starts(before, bits);
            TreeMap<BigInteger, Peer> newer = starts(after, bits);
            if (!older.isEmpty() && !newer.isEmpty()) {
                cut(bits, older, newer, counterparts);
            }
        }
        return counterparts;
    }

    private static TreeMap<BigInteger, Peer> starts(Connectivity side, int bits) {
        var starts = new TreeMap<BigInteger, Peer>();
        side.peers()
                .forEach(peer -> side.addresses(peer)
                        .filter(range -> range.bits() == bits)
                        .ifPresent(range -> starts.put(range.first(), peer)));
        return starts;
    }

    private static void cut(
            int bits, TreeMap<BigInteger, Peer> older, TreeMap<BigInteger, Peer> newer, List<Counterpart> all) {
        var starts = new TreeSet<>(older.keySet());
        starts.addAll(newer.keySet());
        for (BigInteger first : starts) {
            BigInteger next = Optional.ofNullable(starts.higher(first)).orElse(AddressRange.end(bits));
            var range = new AddressRange(bits, first, next.subtract(BigInteger.ONE));
            Peer after = newer.floorEntry(first).getValue();
            all.add(new Counterpart(
                    Peer.external(range.toString(), after.party()),
                    Optional.of(older.floorEntry(first).getValue()),
                    Optional.of(after),
                    Optional.of(range)));
        }
    }
}
