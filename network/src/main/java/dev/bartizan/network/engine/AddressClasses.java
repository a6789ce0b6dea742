package dev.bartizan.network.engine;

import dev.bartizan.network.model.AddressRange;
import dev.bartizan.network.model.PeerMatch;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The addresses outside of the cluster, cut into ranges that no policy tells apart. Those of IPv6 only when a policy names some. */
final class AddressClasses {
    private final List<AddressRange> ranges = new ArrayList<>();

    AddressClasses(Collection<PeerMatch.Addresses> peers) {
        cut(AddressRange.IPV4, peers);
        if (peers.stream().anyMatch(peer -> peer.block().bits() == AddressRange.IPV6)) {
            cut(AddressRange.IPV6, peers);
        }
    }

    private void cut(int bits, Collection<PeerMatch.Addresses> peers) {
        ranges.addAll(pieces(bits, peers));
    }

    /**
     * All addresses, cut only where some of the blocks begin or end, each with one of the ranges within.
     *
     * @param from number of the first range
     */
    List<AddressRun> runs(Collection<PeerMatch.Addresses> peers, int from) {
        var runs = new ArrayList<AddressRun>();
        int at = 0;
        for (int bits : ranges.stream().map(AddressRange::bits).distinct().toList()) {
            for (AddressRange piece : pieces(bits, peers)) {
                runs.add(new AddressRun(piece, from + at));
                while (at < ranges.size() && piece.contains(ranges.get(at))) {
                    at++;
                }
            }
        }
        return runs;
    }

    private static List<AddressRange> pieces(int bits, Collection<PeerMatch.Addresses> peers) {
        var pieces = new ArrayList<AddressRange>();
        var starts = new TreeSet<>(List.of(BigInteger.ZERO, AddressRange.end(bits)));
        for (PeerMatch.Addresses peer : peers) {
            if (peer.block().bits() == bits) {
                add(peer.block(), starts);
                peer.except().forEach(except -> add(except, starts));
            }
        }
        BigInteger first = starts.pollFirst();
        for (BigInteger next : starts) {
            pieces.add(new AddressRange(bits, first == null ? BigInteger.ZERO : first, next.subtract(BigInteger.ONE)));
            first = next;
        }
        return pieces;
    }

    private static void add(AddressRange range, Set<BigInteger> starts) {
        starts.add(range.first());
        starts.add(range.last().add(BigInteger.ONE));
    }

    List<AddressRange> ranges() {
        return ranges;
    }

    /** Those within the block and outside of its exceptions, counted from an index. */
    void addTo(PeerMatch.Addresses peer, int from, BitSet parties) {
        for (int i = 0; i < ranges.size(); i++) {
            AddressRange range = ranges.get(i);
            if (peer.block().contains(range) && peer.except().stream().noneMatch(except -> except.contains(range))) {
                parties.set(from + i);
            }
        }
    }
}
