package dev.bartizan.network.intended;

import dev.bartizan.graph.Snapshot;
import dev.bartizan.knowledge.Signatures;
import dev.bartizan.network.model.Cluster;
import java.util.ArrayList;
import java.util.List;

/**
 * Which connections are meant to be.
 *
 * @param traffic in the order of the assets that say so; one connection may stand several times, for several reasons
 * @param isCut whether there was more than is looked at
 */
public record IntendedTraffic(List<Traffic> traffic, boolean isCut) {
    private static final int MOST = 2_000_000;

    public IntendedTraffic {
        traffic = List.copyOf(traffic);
    }

    /** What manifests declare. */
    public static IntendedTraffic declared(Snapshot snapshot, Cluster cluster, Signatures signatures) {
        var workloads = new Workloads(cluster, snapshot.trees().pods());
        var values = new WrittenValues(snapshot);
        var backends = new Backends(snapshot, workloads, new CreatedServices(snapshot.platform(), signatures));
        var collected = new ArrayList<Traffic>();
        new LinkTraffic(snapshot, workloads, backends, values).addTo(traffic -> add(collected, traffic));
        new EntranceTraffic(snapshot, workloads, backends, values).addTo(traffic -> add(collected, traffic));
        var components = new Components(snapshot.platform(), signatures, workloads);
        new NeedTraffic(snapshot.platform(), workloads, components).addTo(traffic -> add(collected, traffic));
        new ApiAccess(snapshot, workloads, components).addTo(traffic -> add(collected, traffic));
        return new IntendedTraffic(collected, collected.size() >= MOST);
    }

    private static void add(List<Traffic> collected, Traffic traffic) {
        if (collected.size() < MOST) {
            collected.add(traffic);
        }
    }
}
