package dev.bartizan.testkit.bench;

import java.util.List;

/** What is asked of the main job. */
enum Job {
    /** Reading to findings and outputs, as the first bench measured it. */
    BASELINE("baseline", 100_000),
    /** All analyses together; nothing is promised of it for more than 20,000 workloads. */
    EVERYTHING("everything", 60_000);

    final String label;
    private final int mostObjects;

    Job(String label, int mostObjects) {
        this.label = label;
        this.mostObjects = mostObjects;
    }

    /** Of the command line. */
    List<String> words() {
        return switch (this) {
            case BASELINE -> List.of("--analyses", "baseline");
            case EVERYTHING -> List.of();
        };
    }

    boolean isAskedOf(Size size) {
        return size.objects() <= mostObjects;
    }
}
