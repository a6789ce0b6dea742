package dev.bartizan.network.engine;

import dev.bartizan.network.engine.Reason.Verdict;
import dev.bartizan.network.model.PortMatch;
import java.util.Arrays;
import java.util.List;

/** What one party may reach, by receiving party. */
public final class Row {
    private final PortAtoms atoms;
    private final long[] allowed;
    private final long[] depends;

    /**
     * @param allowed the ports of each party, one set after another
     * @param depends those whose answer hangs on an assumption
     */
    Row(PortAtoms atoms, long[] allowed, long[] depends) {
        this.atoms = atoms;
        this.allowed = allowed;
        this.depends = depends;
    }

    /** What is certainly allowed. */
    public List<PortMatch.Range> allowed(int receiver) {
        return atoms.ranges(set(allowed, receiver));
    }

    /** What may be allowed. */
    public List<PortMatch.Range> depends(int receiver) {
        return atoms.ranges(set(depends, receiver));
    }

    /** Whether nothing is or may be allowed. */
    public boolean isDenied(int receiver) {
        int words = atoms.words();
        for (int i = receiver * words; i < (receiver + 1) * words; i++) {
            if ((allowed[i] | depends[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** What holds for these ports, which are decided alike. */
    Verdict verdict(int receiver, long[] ports) {
        long open = 0;
        long sure = 0;
        for (int word = 0; word < ports.length; word++) {
            open |= depends[receiver * ports.length + word] & ports[word];
            sure |= allowed[receiver * ports.length + word] & ports[word];
        }
        if (open != 0) {
            return Verdict.DEPENDS;
        }
        return sure != 0 ? Verdict.ALLOWED : Verdict.DENIED;
    }

    private long[] set(long[] all, int receiver) {
        return Arrays.copyOfRange(all, receiver * atoms.words(), (receiver + 1) * atoms.words());
    }
}
