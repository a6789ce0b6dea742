package dev.bartizan.network.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Connections that a rule matches: from any of the sources to any of the receivers at any of the ports. */
final class Box {
    private final BitSet sources;
    private final BitSet maybeSources;
    private final PartySet receivers;
    private final PartySet maybeReceivers;
    private final int[] atoms;

    /**
     * @param sources those who are certainly meant
     * @param receivers those who are certainly meant
     * @param atoms numbers of the pieces of ports, rising
     */
    Box(Parties.Meant sources, Parties.Meant receivers, int[] atoms) {
        this.sources = sources.sure();
        this.maybeSources = sources.maybe();
        this.receivers = new PartySet(receivers.sure());
        this.maybeReceivers = new PartySet(receivers.maybe());
        this.atoms = atoms;
    }

    /** Those whose policy it is. */
    BitSet subjects(boolean isIngress) {
        return isIngress ? receivers.set() : sources;
    }

    /** Those on the other side who are certainly meant. */
    BitSet peers(boolean isIngress) {
        return isIngress ? sources : receivers.set();
    }

    /** Those on the other side who are meant if an assumption holds. */
    BitSet maybePeers(boolean isIngress) {
        return isIngress ? maybeSources : maybeReceivers.set();
    }

    boolean contains(int atom) {
        return Arrays.binarySearch(atoms, atom) >= 0;
    }

    /** Those who are or may be meant. */
    IntStream possibleSources() {
        return IntStream.concat(sources.stream(), maybeSources.stream());
    }

    /** Those who are or may be meant as receivers. */
    IntStream possibleReceivers() {
        return IntStream.concat(receivers.stream(), maybeReceivers.stream());
    }

    /** The first piece of ports; -1 when there is none. */
    int firstAtom() {
        return atoms.length == 0 ? -1 : atoms[0];
    }

    /** Whether everybody who may be meant is. */
    boolean isCertain() {
        return maybeSources.isEmpty() && maybeReceivers.isEmpty();
    }

    /**
     * Moves what it matches of a source.
     *
     * @param open connections still undecided, by piece of ports so many words of receivers each; loses what it certainly matches
     * @param into gains what it may match
     */
    void apply(int source, int words, long[] open, long[] into) {
        boolean isSure = sources.get(source);
        for (int atom : atoms) {
            int offset = atom * words;
            if (isSure) {
                maybeReceivers.copy(open, into, offset);
                receivers.move(open, into, offset);
            } else {
                receivers.copy(open, into, offset);
            }
        }
    }

    /** Whether it matches for certain, if an assumption holds, or not. */
    Match match(int source, int receiver, int atom) {
        boolean isPossible = (sources.get(source) || maybeSources.get(source))
                && (receivers.holds(receiver) || maybeReceivers.holds(receiver))
                && contains(atom);
        if (!isPossible) {
            return Match.NO;
        }
        return sources.get(source) && receivers.holds(receiver) ? Match.YES : Match.MAYBE;
    }

    /** The answer to whether a rule matches. */
    enum Match {
        YES,
        MAYBE,
        NO
    }
}
