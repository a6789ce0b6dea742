package dev.bartizan.ingest.kubernetes;

import dev.bartizan.source.Mapping;
import dev.bartizan.source.Node;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The accelerator resources that pods ask for.
 *
 * <p>Source: the resource names that the vendors' device plugins register.
 */
final class Accelerators {
    private static final List<String> PREFIXES = List.of(
            "nvidia.com/",
            "amd.com/gpu",
            "gpu.intel.com/",
            "habana.ai/",
            "google.com/tpu",
            "aws.amazon.com/neuron",
            "huawei.com/Ascend",
            "cloud-tpus.google.com/");

    private Accelerators() {}

    static SortedSet<String> of(List<Pod> pods) {
        var found = new TreeSet<String>();
        for (Pod pod : pods) {
            for (Pod.Container container : pod.containers()) {
                Node resources = container.mapping().get("resources");
                collect(resources.get("limits"), found);
                collect(resources.get("requests"), found);
            }
        }
        return found;
    }

    private static void collect(Node resources, SortedSet<String> found) {
        if (resources instanceof Mapping mapping) {
            for (String name : mapping.keys()) {
                if (PREFIXES.stream().anyMatch(name::startsWith)) {
                    found.add(name);
                }
            }
        }
    }
}
