package dev.bartizan.testkit.platform;

import java.util.List;
import java.util.function.Consumer;

/** The objects of an invented platform, one namespace after the other, each as YAML that begins with its document mark. */
public final class InventedPlatform {
    private static final int WORKLOADS_PER_NAMESPACE = 50;
    private static final int OBJECTS_PER_WORKLOAD = 3;
    private static final List<String> TEAMS =
            List.of("vision", "search", "speech", "fraud", "pricing", "assistant", "forecast", "docs", "risk", "maps");
    private static final List<String> PURPOSES =
            List.of("training", "serving", "features", "notebooks", "pipelines", "data");

    private final long seed;
    private final int workloads;
    private final int objects;

    /**
     * @param workloads at least 1
     * @param objects in all, at least three times as many as workloads; what is more than that comes as ConfigMaps of the last namespace
     */
    public InventedPlatform(long seed, int workloads, int objects) {
        if (workloads < 1 || objects < workloads * OBJECTS_PER_WORKLOAD) {
            throw new IllegalArgumentException("%s workloads with %s objects".formatted(workloads, objects));
        }
        this.seed = seed;
        this.workloads = workloads;
        this.objects = objects;
    }

    /** Hands over every object in order; the whole platform is never held in memory. */
    public void write(Consumer<String> sink) {
        int namespaces = (workloads + WORKLOADS_PER_NAMESPACE - 1) / WORKLOADS_PER_NAMESPACE;
        int leftWorkloads = workloads;
        int leftObjects = objects;
        for (int index = 0; index < namespaces; index++) {
            int here = Math.min(leftWorkloads, WORKLOADS_PER_NAMESPACE);
            int objectsHere = index == namespaces - 1 ? leftObjects : here * OBJECTS_PER_WORKLOAD;
            new NamespaceObjects(seed, index, name(index), here, objectsHere, sink).write();
            leftWorkloads -= here;
            leftObjects -= objectsHere;
        }
    }

    private static String name(int index) {
        return TEAMS.get(index % TEAMS.size())
                + '-'
                + PURPOSES.get(index / TEAMS.size() % PURPOSES.size())
                + '-'
                + index;
    }
}
