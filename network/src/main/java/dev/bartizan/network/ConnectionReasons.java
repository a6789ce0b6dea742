package dev.bartizan.network;

import dev.bartizan.network.engine.Hearing;
import dev.bartizan.network.engine.Hearings;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Why each pair of peers may reach the other, or not, as np-guard's netpol-analyzer explains it (its list command with explain): first the pairs about which
 * some policy says something, then those about which none does.
 */
public final class ConnectionReasons {
    private static final String BETWEEN_PAIRS = "-".repeat(160) + "\n";

    private ConnectionReasons() {}

    /** A whole document, written while it is computed. */
    public static void write(Connections connections, Appendable out) throws IOException {
        Hearings hearings = connections.hearings();
        String header = header("Specific connections and their reasons");
        for (Pair pair : pairs(connections, hearings, heard -> !isByDefault(heard))) {
            out.append(header).append(title(pair.from(), pair.to()));
            new PairReasons(pair.from().label(), pair.to().label()).write(pair.heard(), out);
            header = "";
        }
        for (Connection entering : (Iterable<Connection>) connections.entering()::iterator) {
            Peer receiver = entering.to();
            out.append(header).append(title(entering.from(), receiver));
            new PairReasons(
                            entering.from().label(),
                            receiver.label(),
                            connections.entrance().entries(receiver))
                    .write(connections.entrance().heard(receiver), out);
            header = "";
        }
        header = header("All Connections " + PairReasons.BY_DEFAULT);
        for (Pair pair : pairs(connections, hearings, ConnectionReasons::isByDefault)) {
            out.append(header).append(names(pair.from(), pair.to())).append('\n');
            header = "";
        }
    }

    private static String title(Peer from, Peer to) {
        return BETWEEN_PAIRS + "Connections between " + names(from, to) + ":\n\n";
    }

    private static String names(Peer from, Peer to) {
        return from.label() + " => " + to.label();
    }

    private record Pair(Peer from, Peer to, List<Hearing> heard) {}

    private static Iterable<Pair> pairs(Connections connections, Hearings hearings, Predicate<List<Hearing>> isAsked) {
        return () -> pairsOf(connections, hearings, isAsked);
    }

    private static Iterator<Pair> pairsOf(
            Connections connections, Hearings hearings, Predicate<List<Hearing>> isAsked) {
        return connections
                .sources()
                .flatMap(from -> connections
                        .receivers(from)
                        .map(to -> new Pair(from, to, hearings.of(from.party(), to.party())))
                        .filter(pair -> isAsked.test(pair.heard())))
                .iterator();
    }

    private static boolean isByDefault(List<Hearing> heard) {
        return heard.stream()
                .allMatch(each -> each.egress().isSilent() && each.ingress().isSilent());
    }

    private static String header(String title) {
        String line = "#".repeat(title.length() + 4) + "\n";
        return "\n" + line + "# " + title + " #\n" + line;
    }
}
