package dev.bartizan.threats;

import dev.bartizan.graph.Link;
import java.util.ArrayList;
import java.util.List;

/** A workload is called, read and written at the address of a service; a condition means the workload. */
final class Services {
    private static final String SERVICE = "network-service";
    private static final String EXPOSES = "exposes";

    private Services() {}

    /** The workloads that a service leads to; what is no service, or leads nowhere in the input, stands for itself. */
    static List<Integer> behind(World world, int asset) {
        if (!isService(world, asset)) {
            return List.of(asset);
        }
        List<Integer> workloads = world.platform().linksFrom(asset).stream()
                .filter(link -> link.kind().equals(EXPOSES))
                .map(Link::to)
                .toList();
        return workloads.isEmpty() ? List.of(asset) : workloads;
    }

    /** The services that lead to a workload. */
    static List<Integer> before(World world, int asset) {
        List<Integer> services = List.of();
        for (Link link : world.platform().linksTo(asset)) {
            if (link.kind().equals(EXPOSES) && isService(world, link.from())) {
                services = services.isEmpty() ? new ArrayList<>(2) : services;
                services.add(link.from());
            }
        }
        return services;
    }

    private static boolean isService(World world, int asset) {
        return world.platform().asset(asset).classification().role().equals(SERVICE);
    }
}
