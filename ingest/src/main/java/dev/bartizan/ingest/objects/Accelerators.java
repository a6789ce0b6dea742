package dev.bartizan.ingest.objects;

import dev.bartizan.knowledge.Devices;
import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The accelerator resources that pods ask for. */
final class Accelerators {
    private static final Devices DEVICES = Devices.load();

    private Accelerators() {}

    /** Sorted, separated by commas; empty when they ask for none. */
    static String of(List<Pod> pods) {
        var found = new ArrayList<String>(0);
        for (Pod pod : pods) {
            for (Pod.Container container : pod.containers()) {
                if (container.mapping().get("resources") instanceof Mapping resources) {
                    collect(resources.get("limits"), found);
                    collect(resources.get("requests"), found);
                }
            }
        }
        return found.isEmpty() ? "" : String.join(", ", new TreeSet<>(found));
    }

    private static void collect(Node resources, List<String> found) {
        if (resources instanceof Mapping mapping) {
            for (int i = 0; i < mapping.size(); i++) {
                if (mapping.key(i).indexOf('/') > 0 && DEVICES.isAccelerator(mapping.key(i))) {
                    found.add(mapping.key(i));
                }
            }
        }
    }
}
