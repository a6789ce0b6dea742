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
            out.append(header)
                    .append(BETWEEN_PAIRS)
                    .append("Connections between ")
                    .append(pair.names())
                    .append(":\n\n");
            new PairReasons(pair.from().label(), pair.to().label()).write(pair.heard(), out);
            header = "";
        }
        header = header("All Connections " + PairReasons.BY_DEFAULT);
        for (Pair pair : pairs(connections, hearings, ConnectionReasons::isByDefault)) {
            out.append(header).append(pair.names()).append('\n');
            header = "";
        }
    }

    private record Pair(Peer from, Peer to, List<Hearing> heard) {
        String names() {
            return from.label() + " => " + to.label();
        }
    }

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
