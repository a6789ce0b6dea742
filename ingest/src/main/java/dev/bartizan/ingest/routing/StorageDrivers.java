package dev.bartizan.ingest.routing;

import dev.bartizan.ingest.draft.PlatformDraft;
import dev.bartizan.ingest.objects.Identified;
import dev.bartizan.ingest.objects.Place;
import dev.bartizan.ingest.objects.Pod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workloads that are a storage driver: on each node its socket lies in a folder under the driver's name. */
final class StorageDrivers {
    private static final String PLUGINS = "/plugins/";

    private StorageDrivers() {}

    static void link(List<Identified> all, List<Identified> workloads, PlatformDraft draft) {
        Map<String, Identified> drivers = new HashMap<>();
        for (Identified entry : all) {
            if (entry.manifest().is("storage.k8s.io", "CSIDriver")) {
                drivers.put(key(entry, entry.asset().name()), entry);
            }
        }
        if (drivers.isEmpty()) {
            return;
        }
        for (Identified workload : workloads) {
            for (Pod pod : workload.pods()) {
                for (int i = 0; i < pod.volumes().items(); i++) {
                    Place path = pod.volumes().item(i).get("hostPath").get("path");
                    driver(path)
                            .map(name -> drivers.get(key(workload, name)))
                            .ifPresent(driver -> draft.link(
                                    driver.asset(), workload.asset(), StorageLinks.PROVISIONED_BY, path.location()));
                }
            }
        }
    }

    private static String key(Identified entry, String driver) {
        return entry.cluster() + " " + driver;
    }

    private static Optional<String> driver(Place path) {
        String text = path.node().text("");
        int start = text.indexOf(PLUGINS);
        if (start < 0) {
            return Optional.empty();
        }
        String rest = text.substring(start + PLUGINS.length());
        int slash = rest.indexOf('/');
        return Optional.of(slash < 0 ? rest : rest.substring(0, slash));
    }
}
