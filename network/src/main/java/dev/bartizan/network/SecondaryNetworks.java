package dev.bartizan.network;

import dev.bartizan.network.engine.Assumptions;
import dev.bartizan.network.engine.Engine;
import dev.bartizan.network.engine.Reason;
import dev.bartizan.network.model.Cluster;
import dev.bartizan.network.model.Pod;
import dev.bartizan.network.model.Policy;
import dev.bartizan.network.multus.SecondaryNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What passes on the networks besides the cluster's own, where only policies for that network count. */
final class SecondaryNetworks {
    /** Attached pods have addresses of that network, which no file tells; none of them is its node there. */
    private static final Assumptions ASSUMPTIONS = new Assumptions(true, false, false);

    private final List<SecondaryNetwork> networks;

    SecondaryNetworks(List<SecondaryNetwork> networks) {
        this.networks = List.copyOf(networks);
    }

    /** What the lists of connections leave out. */
    List<String> notes() {
        return networks.stream()
                .map(network ->
                        "Besides: " + network.cluster().pods().size() + " workloads are attached to the network "
                                + network.name() + ", about which only policies for it say something ("
                                + network.cluster().policies().stream()
                                        .map(Policy::id)
                                        .distinct()
                                        .count()
                                + "); 'bartizan network explain' tells what passes there.")
                .toList();
    }

    /** What passes from one workload to another on each network that both are attached to. */
    List<String> explain(Peer from, Peer to, Predicate<Reason> isAsked) {
        var lines = new ArrayList<String>();
        for (SecondaryNetwork network : networks) {
            OptionalInt source = pod(network.cluster(), from);
            OptionalInt receiver = pod(network.cluster(), to);
            if (source.isPresent() && receiver.isPresent()) {
                Engine engine = Engine.of(network.cluster(), ASSUMPTIONS);
                List<Reason> reasons =
                        engine.reasons(engine.partyOf(source.getAsInt()), engine.partyOf(receiver.getAsInt())).stream()
                                .filter(isAsked)
                                .toList();
                lines.add("");
                lines.add("on the network " + network.name() + ", which the policies above do not cover:");
                ExplanationText.of(from, to, reasons).stream().skip(1).forEach(lines::add);
            }
        }
        return lines;
    }

    private static OptionalInt pod(Cluster cluster, Peer peer) {
        return IntStream.range(0, cluster.pods().size())
                .filter(i -> isOf(peer, cluster.pods().get(i)))
                .findFirst();
    }

    private static boolean isOf(Peer peer, Pod pod) {
        return peer.namespace().equals(pod.namespace())
                && peer.name().equals(pod.name())
                && peer.kind().equals(pod.kind());
    }
}
