package dev.bartizan.network.engine;

import dev.bartizan.network.engine.Reason.Verdict;
import dev.bartizan.network.model.PortMatch;
import java.util.List;

/** Ports about which all policies say the same. */
public record Hearing(List<PortMatch.Range> ports, Side egress, Side ingress) {
    public Hearing {
        ports = List.copyOf(ports);
    }

    /**
     * One side of the connection.
     *
     * @param testimonies of all policies that have a say, not only of the one that decides; in the order in which they are asked
     * @param endsByDefault whether nobody decided it
     */
    public record Side(Verdict verdict, List<Testimony> testimonies, boolean endsByDefault) {
        public Side {
            testimonies = List.copyOf(testimonies);
        }

        /** Whether no policy says anything. */
        public boolean isSilent() {
            return testimonies.isEmpty();
        }
    }

    /** Of both sides together. */
    public Verdict verdict() {
        if (egress.verdict() == Verdict.DENIED || ingress.verdict() == Verdict.DENIED) {
            return Verdict.DENIED;
        }
        return egress.verdict() == Verdict.DEPENDS ? Verdict.DEPENDS : ingress.verdict();
    }
}
