package dev.bartizan.ingest.kubernetes;

import java.util.List;

/** An object that runs pods. */
record Workload(Identified entry, List<Pod> pods) {
    Workload {
        pods = List.copyOf(pods);
    }
}
