package dev.bartizan.testkit.bench;

import dev.bartizan.testkit.PlatformGenerator;

/**
 * How large an invented platform is, and the heap it may be assessed with.
 *
 * @param label as it stands in the table
 * @param heap in the notation of {@code -Xmx}
 */
record Size(String label, PlatformGenerator generator, String heap) {
    private static final long SEED = 42;
    private static final String OBJECTS = "objects";

    /** Reads {@code 20000}, a number of workloads, or {@code 100000objects}. */
    static Size parse(String text) {
        if (text.endsWith(OBJECTS)) {
            int objects = Integer.parseInt(text.substring(0, text.length() - OBJECTS.length()));
            return new Size(objects + " objects", PlatformGenerator.ofObjects(SEED, objects), "1500m");
        }
        int workloads = Integer.parseInt(text);
        return new Size(workloads + " workloads", PlatformGenerator.ofWorkloads(SEED, workloads), "1g");
    }

    int objects() {
        return generator.objects();
    }

    String fileName() {
        return label.replace(' ', '-');
    }
}
