package dev.bartizan.network.engine;

import dev.bartizan.network.engine.Reason.Verdict;
import dev.bartizan.network.model.PortMatch;
import java.util.BitSet;
import java.util.List;

/** What one party may reach, by receiving party. */
public final class Row {
    private final PortAtoms atoms;
    private final long[] allowed;
    private final long[] denied;
    private final int words;

    /**
     * @param words of receivers for each piece of ports
     * @param allowed what may be allowed
     * @param denied what of it may be denied; empty when nothing is open
     */
    Row(PortAtoms atoms, int words, long[] allowed, long[] denied) {
        this.atoms = atoms;
        this.words = words;
        this.allowed = allowed;
        this.denied = denied;
    }

    /** What is certainly allowed. */
    public List<PortMatch.Range> allowed(int receiver) {
        return atoms.ranges(atoms(receiver, Verdict.ALLOWED));
    }

    /** What may be allowed. */
    public List<PortMatch.Range> depends(int receiver) {
        return atoms.ranges(atoms(receiver, Verdict.DEPENDS));
    }

    /** The pieces of ports with this answer. */
    BitSet atoms(int receiver, Verdict verdict) {
        var set = new BitSet();
        for (int atom = 0; atom < atoms.count(); atom++) {
            set.set(atom, verdict(receiver, atom) == verdict);
        }
        return set;
    }

    Verdict verdict(int receiver, int atom) {
        int at = atom * words + (receiver >>> 6);
        if ((allowed[at] & (1L << receiver)) == 0) {
            return Verdict.DENIED;
        }
        return denied.length == 0 || (denied[at] & (1L << receiver)) == 0 ? Verdict.ALLOWED : Verdict.DEPENDS;
    }

    /** Whether nothing is or may be allowed. */
    public boolean isDenied(int receiver) {
        return !reached().get(receiver);
    }

    /** Those to whom something is or may be allowed. */
    public BitSet reached() {
        long[] any = new long[words];
        for (int i = 0; i < allowed.length; i++) {
            any[i % words] |= allowed[i];
        }
        return BitSet.valueOf(any);
    }
}
